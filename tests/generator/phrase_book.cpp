#include "tests/generator/phrase_book.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <stdexcept>
#include <utility>

#include "engine/toml/fields.hpp"
#include "tests/generator/marks.hpp"
#include "tests/generator/prose.hpp"
#include "tests/generator/writer.hpp"
#include "tests/support/forms.hpp"

namespace gialint::generator {
namespace {

constexpr std::string_view sentences_path = "tests/generator/sentences.toml";
constexpr std::string_view mistakes_path = "tests/generator/mistakes.toml";

/// Reads one file with `take`, which adds its faults.
template <typename Take>
void read_file(std::string_view path, const Take& take) {
  const std::string name(path);
  const std::string text = test::read_project_file(name);
  const Result<TomlTable> parsed = parse_toml(text, name);
  if (!parsed) throw std::runtime_error(to_string(parsed.failure(), Language::zh));
  TomlFaults faults(name);
  TomlFields fields(*parsed, faults);
  take(fields, faults);
  fields.finish();
  if (!faults.none()) throw std::runtime_error(to_string(faults.first(), Language::en));
}

void read_invented(PhraseBook& book, const TomlTable& table) {
  for (const TomlField& field : table.fields) {
    const auto* const range = std::get_if<TomlArray>(&field.value.data);
    if (range == nullptr || range->size() != 2) throw std::runtime_error(field.key + ": two numbers are due");
    book.invented[field.key] = {std::get<std::int64_t>((*range)[0].data), std::get<std::int64_t>((*range)[1].data)};
  }
}

void read_sentences(PhraseBook& book, TomlFields& file, TomlFaults& faults) {
  if (const TomlTable* const invented = file.table_if_any("invented")) read_invented(book, *invented);
  for (const TomlTable* const table : file.tables("sentence")) {
    TomlFields fields(*table, faults);
    Sentence sentence;
    sentence.group = fields.text("group");
    sentence.text = fields.text("text");
    sentence.when = fields.text_or("when", "");
    if (const TomlTable* const untrue = fields.table_if_any("untrue")) {
      TomlFields contradiction(*untrue, faults);
      sentence.untrue_when = contradiction.text("when");
      sentence.untrue_rule = contradiction.text("rule");
      contradiction.finish();
    }
    fields.finish();
    book.groups[sentence.group].push_back(std::move(sentence));
  }
}

void read_mistakes(PhraseBook& book, TomlFields& file, TomlFaults& faults) {
  for (const TomlTable* const table : file.tables("mistake")) {
    TomlFields fields(*table, faults);
    Mistake mistake;
    mistake.rule = fields.text("rule");
    mistake.at = fields.text("at");
    mistake.text = fields.text_or("text", "");
    mistake.when = fields.text_or("when", "");
    mistake.place = fields.text_or("place", "");
    mistake.layout = fields.text_or("layout", "");
    constexpr std::array<Severity, 3> severities = {Severity::warning, Severity::info, Severity::error};
    mistake.least = severities[fields.choice_if_any("least", {"warning", "info", "error"}).value_or(0)];
    fields.finish();
    book.mistakes.push_back(std::move(mistake));
  }
}

// ------------------------------------------------------------ slots

/// A piece of a text: words, or a slot.
struct Piece {
  bool slot = false;
  std::string text;  ///< of a slot: what stands between the braces
};

/// `text` with one option of each [a|b] in it. Brackets without a choice are text.
std::string chosen(std::string_view text, Random& random) {
  std::string made;
  while (!text.empty()) {
    const std::size_t begin = std::min(text.find('['), text.size());
    made += text.substr(0, begin);
    if (begin == text.size()) break;
    const std::size_t end = text.find(']', begin);
    if (end == std::string_view::npos) return made.append(text.substr(begin));
    std::vector<std::string_view> options;
    std::string_view inner = text.substr(begin + 1, end - begin - 1);
    for (std::size_t bar = inner.find('|'); bar != std::string_view::npos; bar = inner.find('|')) {
      options.push_back(inner.substr(0, bar));
      inner.remove_prefix(bar + 1);
    }
    options.push_back(inner);
    made += options.size() > 1 ? random.pick(options) : text.substr(begin, end - begin + 1);
    text.remove_prefix(end + 1);
  }
  return made;
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  while (!text.empty()) {
    const std::size_t begin = std::min(text.find('{'), text.size());
    if (begin > 0) pieces.push_back({false, std::string(text.substr(0, begin))});
    if (begin == text.size()) break;
    const std::size_t end = text.find('}', begin);
    if (end == std::string_view::npos) throw std::invalid_argument("'{' without '}': " + std::string(text));
    pieces.push_back({true, std::string(text.substr(begin + 1, end - begin - 1))});
    text.remove_prefix(end + 1);
  }
  return pieces;
}

std::optional<std::string> word_for(const Facts& facts, std::string_view name) {
  if (name == "organ") return facts.organ;
  if (name == "self") return facts.self;
  if (name == "place") return facts.place;
  if (name == "level") return facts.level;
  if (name == "year") return std::to_string(facts.year);
  if (name == "last") return std::to_string(facts.year - 1);
  if (name == "next") return std::to_string(facts.year + 1);
  if (name == "document") return facts.form->document_number;
  if (name == "parts") {
    std::string parts;
    for (const FormSection& section : facts.form->sections) parts += (parts.empty() ? "" : "、") + section.title;
    return parts;
  }
  return std::nullopt;
}

// ------------------------------------------------------------ numbers

std::string in_words(std::int64_t number) {
  constexpr std::array<std::string_view, 10> digits = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  const auto tens = static_cast<std::size_t>(number / 10);
  const auto ones = static_cast<std::size_t>(number % 10);
  if (tens == 0) return std::string(digits[ones]);
  return (tens > 1 ? std::string(digits[tens]) : "") + "十" + (ones > 0 ? std::string(digits[ones]) : "");
}

std::string printed(const NumberStyle& style, Decimal value) {
  std::string text = to_string(value);
  const std::size_t whole = std::min(text.find('.'), text.size());
  if (!style.thousands.empty()) {
    for (std::size_t at = whole; at > 3; at -= 3) text.insert(at - 3, style.thousands);
  }
  if (style.full_width) {
    std::string wide;
    for (const char digit : text) {
      // U+FF10 in UTF-8.
      wide += digit >= '0' && digit <= '9' ? std::string("\xEF\xBC") + static_cast<char>('\x90' + (digit - '0'))
                                           : std::string(1, digit);
    }
    text = wide;
  }
  return style.blanks ? " " + text + " " : text;
}

/// Whether a number may be written in words before this: 三件, but not 三%.
bool begins_with_unit(std::string_view text) {
  constexpr std::array<std::string_view, 10> units = {"件", "宗", "起", "份", "条", "项", "次", "篇", "场", "期"};
  return std::any_of(units.begin(), units.end(),
                     [&](std::string_view unit) { return text.substr(0, unit.size()) == unit; });
}

/// `value` hundredths of a percent and so on: cut or rounded to `places`.
Decimal percentage(Decimal part, Decimal whole, int places, bool cut) {
  std::int64_t scaled = part.integer().value() * 100;
  for (int i = 0; i < places; ++i) scaled *= 10;
  const std::int64_t by = whole.integer().value();
  return *Decimal::scaled(cut ? scaled / by : (2 * scaled + by) / (2 * by), places);
}

/// Every number that some reading of the tables could give.
std::set<std::int64_t> readings(const Facts& facts) {
  std::vector<std::int64_t> single = {0};
  for (const char* const table : {"requests", "review_litigation", "art20_1", "art20_5", "art20_6"}) {
    const FormTable* const form = facts.figures->edition->table(table);
    if (form == nullptr) continue;
    for (const FormRow& row : form->rows) {
      for (const FormColumn& column : form->columns) {
        const bool counts = form->id != "requests" || column.id == "total" || row.id == "new_received";
        const std::optional<std::int64_t> value = facts.figures->at(table, row.id, column.id).integer();
        if (counts && value) single.push_back(*value);
      }
    }
  }
  for (const char* const group : {"denied", "unavailable", "not_processed", "other"}) {
    if (const auto value = quantity(facts, group)) single.push_back(value->integer().value());
  }
  std::set<std::int64_t> all;
  for (const std::int64_t a : single) {
    for (const std::int64_t b : single) all.insert({a + b, a - b});
  }
  return all;
}

/// What somebody might write for `value` by mistake, and no reading gives.
std::optional<std::int64_t> slip_of_the_pen(const Facts& facts, std::int64_t value, Random& random) {
  std::vector<std::int64_t> slips = {value + 1,  value + 2,  value - 1,      value + 10,
                                     value * 10, value / 10, value * 10 + 3, value + 3};
  const std::string digits = std::to_string(value);
  for (std::size_t i = 0; i + 1 < digits.size(); ++i) {
    std::string swapped = digits;
    std::swap(swapped[i], swapped[i + 1]);
    slips.push_back(std::stoll(swapped));
  }
  const std::set<std::int64_t> known = readings(facts);
  std::erase_if(slips, [&](std::int64_t slip) { return slip <= 0 || slip == value || known.count(slip) > 0; });
  for (std::int64_t far = value + 17; slips.empty(); far += 13) {
    if (known.count(far) == 0) slips.push_back(far);
  }
  return random.pick(slips);
}

class Filler {
 public:
  Filler(const Facts& facts, const NumberStyle& style, Random& random)
      : facts_(facts), style_(style), random_(random) {}

  Filled fill(std::string_view text, Alteration alteration) {
    pieces_ = pieces_of(chosen(text, random_));
    const std::size_t altered = alteration == Alteration::none ? pieces_.size() : pick_slot(alteration);
    if (alteration != Alteration::none && altered == pieces_.size()) return {};
    Filled made;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (!pieces_[i].slot) {
        made.text += pieces_[i].text;
        continue;
      }
      const std::optional<std::string> slot = fill_slot(i, i == altered, made.what);
      if (!slot) return {};
      made.text += *slot;
    }
    return made;
  }

 private:
  /// Whether an auditor would compare it: a figure of the tables, or a percentage of them.
  [[nodiscard]] bool is_compared(const std::string& slot, Alteration alteration) const {
    if (slot.find_first_of("?#") != std::string::npos || word_for(facts_, slot)) return false;
    return (slot.front() == '%') == (alteration == Alteration::percentage);
  }

  std::size_t pick_slot(Alteration alteration) {
    std::vector<std::size_t> candidates;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].slot && is_compared(pieces_[i].text, alteration)) candidates.push_back(i);
    }
    return candidates.empty() ? pieces_.size() : random_.pick(candidates);
  }

  std::optional<std::string> fill_slot(std::size_t index, bool alter, std::string& what) {
    std::string name = pieces_[index].text;
    if (const std::optional<std::string> word = word_for(facts_, name)) return word;
    std::erase(name, '?');
    if (name.front() == '%') return fill_percentage(name.substr(1), alter, what);
    const std::optional<Decimal> value = evaluated(facts_, name);
    if (!value || value->is_negative()) return std::nullopt;
    if (alter) {
      if (!value->is_integer()) return std::nullopt;
      const std::optional<std::int64_t> slip = slip_of_the_pen(facts_, *value->integer(), random_);
      if (!slip) return std::nullopt;
      what = name + " is " + to_string(*value) + ", written " + std::to_string(*slip);
      return marked(printed(style_, Decimal(*slip)));
    }
    const bool small = value->is_integer() && *value > Decimal(2) && *value < Decimal(100);
    if (small && random_.chance(style_.words) && index + 1 < pieces_.size() &&
        begins_with_unit(pieces_[index + 1].text))
      return in_words(*value->integer());
    return printed(style_, *value);
  }

  std::optional<std::string> fill_percentage(const std::string& name, bool alter, std::string& what) {
    const std::size_t over = name.find('/');
    if (over == std::string::npos) throw std::invalid_argument("a percentage without '/': " + name);
    const std::optional<Decimal> part = evaluated(facts_, name.substr(0, over));
    const std::optional<Decimal> whole = evaluated(facts_, name.substr(over + 1));
    if (!part || !whole || !part->is_integer() || !whole->is_integer() || *whole <= Decimal(0) || part->is_negative())
      return std::nullopt;
    const int places = static_cast<int>(random_.between(1, 2));
    Decimal value = percentage(*part, *whole, places, random_.chance(40));
    if (!alter) return printed(style_, value);
    // Away from the share of everything that could be meant: no part is of a whole as large as that.
    const Decimal slip = *add(value, Decimal(value < Decimal(50) ? random_.between(3, 9) : -random_.between(3, 9)));
    if (explained(*part, slip)) return std::nullopt;
    what = name + " is " + to_string(value) + "%, written " + to_string(slip) + "%";
    return marked(printed(style_, slip));
  }

  /// Whether `share` is near the share of `part` in any whole.
  [[nodiscard]] bool explained(Decimal part, Decimal share) const {
    for (const char* const whole : {"N", "P", "N+C", "P-other", "C", "F"}) {
      const std::optional<Decimal> value = evaluated(facts_, whole);
      if (!value || *value <= Decimal(0)) continue;
      const Decimal other = percentage(part, *value, 1, true);
      const Decimal apart = *subtract(other, share);
      if (apart < Decimal(1) && Decimal(-1) < apart) return true;
    }
    return false;
  }

  static std::string marked(const std::string& text) { return mark_begin + text + mark_end; }

  const Facts& facts_;
  const NumberStyle& style_;
  Random& random_;
  std::vector<Piece> pieces_;
};

}  // namespace

const PhraseBook& phrase_book() {
  static const PhraseBook book = [] {
    PhraseBook made;
    read_file(sentences_path, [&](TomlFields& file, TomlFaults& faults) { read_sentences(made, file, faults); });
    read_file(mistakes_path, [&](TomlFields& file, TomlFaults& faults) { read_mistakes(made, file, faults); });
    return made;
  }();
  return book;
}

std::map<std::string, std::int64_t> invented_numbers(Random random) {
  std::map<std::string, std::int64_t> numbers;
  for (const auto& [name, range] : phrase_book().invented) numbers[name] = random.between(range.first, range.second);
  return numbers;
}

NumberStyle draw_number_style(Random& random) {
  NumberStyle style;
  if (random.chance(15)) style.thousands = random.pick(std::vector<std::string>{",", "，"});
  style.blanks = random.chance(8);
  style.full_width = random.chance(5);
  style.words = random.chance(20) ? 30 : 0;
  return style;
}

std::string filled_words(const Facts& facts, std::string_view text, Random& random) {
  const std::string drawn = chosen(text, random);
  std::string made;
  for (std::string_view rest = drawn; !rest.empty();) {
    const std::size_t begin = std::min(rest.find('{'), rest.size());
    made += rest.substr(0, begin);
    rest.remove_prefix(begin);
    const std::size_t end = rest.find('}');
    const std::optional<std::string> word =
        end == std::string_view::npos ? std::nullopt : word_for(facts, rest.substr(1, end - 1));
    if (rest.empty()) break;
    made += word ? std::string_view(*word) : rest.substr(0, 1);
    rest.remove_prefix(word ? end + 1 : 1);
  }
  return made;
}

Filled filled(const Facts& facts, std::string_view text, const NumberStyle& style, Random& random,
              Alteration alteration) {
  Filled made = Filler(facts, style, random).fill(text, alteration);
  for (const auto& [words, mark] : {std::pair{"⟦", mark_begin}, std::pair{"⟧", mark_end}}) {
    for (std::size_t at = made.text.find(words); at != std::string::npos; at = made.text.find(words))
      made.text.replace(at, std::string_view(words).size(), 1, mark);
  }
  return made;
}

}  // namespace gialint::generator
