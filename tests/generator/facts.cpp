#include "tests/generator/facts.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>
#include <vector>

namespace gialint::generator {
namespace {

constexpr std::array<std::pair<std::string_view, Body>, 6> body_names = {{
    {"department", Body::department},
    {"government", Body::government},
    {"city", Body::city},
    {"town", Body::town},
    {"office", Body::office},
    {"agency", Body::agency},
}};

/// The cells that a name of the phrase book stands for.
struct Cells {
  std::string_view table;
  std::vector<std::string> rows;
  std::vector<std::string> columns;
};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool begins(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

/// Of the parts of a name behind a point: "documents.issued" is in table 二.
std::optional<Cells> disclosure_cells(std::string_view name) {
  if (name == "licenses") return Cells{"art20_5", {"administrative_license"}, {"decisions"}};
  if (name == "penalties") return Cells{"art20_6", {"administrative_penalty"}, {"decisions"}};
  if (name == "coercion") return Cells{"art20_6", {"administrative_coercion"}, {"decisions"}};
  if (name == "fees") return Cells{"art20_8", {"administrative_fees"}, {"fee_amount"}};
  const std::size_t point = name.find('.');
  if (point == std::string_view::npos) return std::nullopt;
  const std::string column(name.substr(point + 1));
  if (name.substr(0, point) == "documents") return Cells{"art20_1", {"normative_documents"}, {column}};
  if (name.substr(0, point) == "rules") return Cells{"art20_1", {"rules"}, {column}};
  return std::nullopt;
}

std::optional<Cells> cells_of(const Edition& form, std::string_view name) {
  if (const std::optional<Cells> cells = disclosure_cells(name)) return cells;
  if (begins(name, "litigation.")) {
    const std::string outcome(name.substr(name.find('.')));
    return Cells{"review_litigation", {"cases"}, {"litigation_direct" + outcome, "litigation_after_review" + outcome}};
  }
  if (begins(name, "review.") || begins(name, "litigation_")) {
    return Cells{"review_litigation", {"cases"}, {std::string(name)}};
  }
  const std::size_t at = name.find('@');
  const std::string column = at == std::string_view::npos ? "total" : std::string(name.substr(at + 1));
  std::string row(name.substr(0, at));
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> short_names = {
      {{"N", "new_received"},
       {"C", "carried_over"},
       {"P", "total_processed"},
       {"F", "carried_forward"},
       {"other", "other_processing"}}};
  for (const auto& [given, id] : short_names) {
    if (row == given && form.table("requests")->row_index(id)) row = id;
  }
  Cells cells{"requests", {}, {column}};
  for (const FormRow& each : form.table("requests")->rows) {
    if (each.id == row || begins(each.id, row + ".")) cells.rows.push_back(each.id);
  }
  return cells;
}

/// What is printed of a table.
const Figures& figures_of(const Facts& facts, std::string_view table) {
  if (facts.mixed == nullptr) return *facts.figures;
  const FormTable* const form = facts.figures->edition->table(table);
  return form != nullptr && form->section == facts.mixed->id ? *facts.mixed_figures : *facts.figures;
}

}  // namespace

Facts invent_body(int year, Random& random) {
  const std::vector<std::string> places = {"青石县", "云溪市", "临溪区", "松岭县", "白鹭区",
                                           "临河县", "云岭市", "石桥区", "沙河县", "柳湾区"};
  const std::vector<std::pair<std::string, std::string>> bureaus = {
      {"民政局", "局"},         {"财政局", "局"},           {"水务局", "局"},         {"医疗保障局", "局"},
      {"卫生健康委员会", "委"}, {"应急管理局", "局"},       {"退役军人事务局", "局"}, {"教育局", "局"},
      {"审计局", "局"},         {"住房和城乡建设局", "局"}, {"统计局", "局"},         {"交通运输局", "局"},
      {"农业农村局", "局"},     {"发展和改革委员会", "委"}};
  const std::vector<std::string> cities = {"云川市", "临江岭市", "松海市"};
  const std::vector<std::string> towns = {"白石镇", "柳溪镇", "双桥镇", "枫林乡", "沙坪乡"};
  const std::vector<std::string> streets = {"东河街道", "柳园街道", "北塔街道"};

  Facts facts;
  facts.year = year;
  facts.place = random.pick(places);
  facts.level = facts.place.substr(facts.place.size() - 3);
  const bool ours = random.chance(50);
  const std::uint64_t kind = random.below(100);
  if (kind < 55) {
    const auto& [bureau, word] = random.pick(bureaus);
    facts.organ = facts.place + bureau;
    facts.self = ours ? "我" + word : facts.level + bureau;
    return facts;
  }
  if (kind < 70) {
    facts.body = kind < 64 ? Body::government : Body::city;
    if (facts.body == Body::city) facts.place = random.pick(cities);
    facts.level = facts.place.substr(facts.place.size() - 3);
    facts.organ = facts.place + "人民政府";
    facts.self = ours ? "我" + facts.level : facts.level + "政府";
  } else if (kind < 85) {
    facts.body = Body::town;
    const std::string& town = random.pick(towns);
    facts.level = town.substr(town.size() - 3);
    facts.organ = facts.place + town + "人民政府";
    facts.self = ours ? "我" + facts.level : facts.level + "政府";
  } else if (kind < 93) {
    facts.body = Body::office;
    facts.organ = facts.place + "人民政府办公室";
    facts.self = ours ? "我办" : facts.level + "政府办公室";
  } else {
    facts.body = Body::agency;
    facts.level = "街道";
    facts.organ = facts.place + random.pick(streets) + "办事处";
    facts.self = ours ? "我街道" : "街道办事处";
  }
  return facts;
}

bool is_one_of(Body body, std::string_view names) {
  bool found = false;
  while (!names.empty()) {
    const std::size_t end = std::min(names.find('|'), names.size());
    const std::string_view name = trimmed(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
    const auto known =
        std::find_if(body_names.begin(), body_names.end(), [&](const auto& each) { return each.first == name; });
    if (known == body_names.end()) throw std::invalid_argument("no body '" + std::string(name) + "'");
    found = found || known->second == body || (known->second == Body::government && body == Body::city);
  }
  return found;
}

std::optional<Decimal> quantity(const Facts& facts, std::string_view name) {
  if (!name.empty() && name.front() == '#') {
    const auto found = facts.invented.find(std::string(name.substr(1)));
    if (found == facts.invented.end()) throw std::invalid_argument("no invented number '" + std::string(name) + "'");
    return Decimal(found->second);
  }
  // Names that are no table's are looked for in the requests table, whose rows differ with the form.
  const std::optional<Cells> cells = cells_of(*figures_of(facts, "requests").edition, name);
  if (!cells) return std::nullopt;
  const Figures& figures = figures_of(facts, cells->table);
  const FormTable* const table = figures.edition->table(cells->table);
  if (table == nullptr || cells->rows.empty()) return std::nullopt;
  std::optional<Decimal> sum = Decimal(0);
  for (const std::string& row : cells->rows) {
    for (const std::string& column : cells->columns) {
      if (!table->row_index(row) || !table->column_index(column)) return std::nullopt;
      sum = sum ? add(*sum, figures.at(cells->table, row, column)) : sum;
    }
  }
  return sum;
}

std::optional<Decimal> evaluated(const Facts& facts, std::string_view expression) {
  std::optional<Decimal> value = Decimal(0);
  bool minus = false;
  while (value && !expression.empty()) {
    const std::size_t end = std::min(expression.find_first_of("+-"), expression.size());
    const std::string_view term = trimmed(expression.substr(0, end));
    std::optional<Decimal> one = Decimal::parse(term);
    if (!one) one = quantity(facts, term);
    if (!one) return std::nullopt;
    value = minus ? subtract(*value, *one) : add(*value, *one);
    minus = end < expression.size() && expression[end] == '-';
    expression.remove_prefix(std::min(end + 1, expression.size()));
  }
  return value;
}

namespace {

bool compares(const Facts& facts, std::string_view condition) {
  const std::size_t at = condition.find_first_of("<>=!");
  if (at == std::string_view::npos) throw std::invalid_argument("no condition: '" + std::string(condition) + "'");
  const std::size_t end = std::min(condition.find_first_not_of("<>=!", at), condition.size());
  const std::string_view relation = condition.substr(at, end - at);
  const std::string_view name = trimmed(condition.substr(0, at));
  const std::optional<Decimal> left = name == "year" ? Decimal(facts.year) : evaluated(facts, name);
  const std::optional<Decimal> right = evaluated(facts, condition.substr(end));
  if (!left || !right) return false;
  if (relation == "=") return *left == *right;
  if (relation == "!=") return *left != *right;
  if (relation == ">") return *left > *right;
  if (relation == ">=") return *left >= *right;
  if (relation == "<") return *left < *right;
  if (relation == "<=") return *left <= *right;
  throw std::invalid_argument("no relation: '" + std::string(condition) + "'");
}

bool holds_one(const Facts& facts, std::string_view condition) {
  if (condition == "previous") return facts.previous != nullptr;
  if (begins(condition, "edition ")) return facts.form->id == trimmed(condition.substr(8));
  if (begins(condition, "year ") && condition.find_first_of("<>=!") == std::string_view::npos)
    return trimmed(condition.substr(5)) == std::to_string(facts.year);
  if (begins(condition, "body ")) return is_one_of(facts.body, condition.substr(5));
  return compares(facts, condition);
}

}  // namespace

bool holds(const Facts& facts, std::string_view conditions) {
  while (!conditions.empty()) {
    const std::size_t end = std::min(conditions.find(','), conditions.size());
    if (!holds_one(facts, trimmed(conditions.substr(0, end)))) return false;
    conditions.remove_prefix(std::min(end + 1, conditions.size()));
  }
  return true;
}

}  // namespace gialint::generator
