// Writes generated reports into a folder, for benchmarks and for reading by eye, or surveys how they are read.

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "tests/generator/documents.hpp"
#include "tests/generator/hand.hpp"
#include "tests/generator/survey.hpp"
#include "tests/rules/rule_lint.hpp"

namespace gialint::generator {
namespace {

constexpr std::string_view usage =
    "generate_reports write FOLDER [options]   reports, and FILE.cells with what each cell of theirs holds\n"
    "generate_reports documents FOLDER [options]  reports as .docx and .html for programs that convert them\n"
    "generate_reports survey [options]         how many cells are read right, how many damages are reported\n"
    "generate_reports mistakes [options]       which mistakes outside the tables' form are reported, per rule\n"
    "generate_reports hand FILE [options]      an unseen writer's mistakes and right counterparts, per kind\n"
    "  --layouts A,B     only these\n"
    "  --damages A,B     only these; \"none\": undamaged reports alone; \"all\" (write, documents: none is usual);\n"
    "                    \"each\": all, without undamaged reports\n"
    "  --seed N          of the first report (1)\n"
    "  --count N         reports per layout, or per layout and damage (10)\n"
    "  --years 2         write: the same bodies' reports for the year after as well, in FOLDER/next\n"
    "  --rules A,B       mistakes: only those that these rules report\n"
    "  --half odd|even   hand: only every other entry of each kind\n"
    "  --kinds A,B       hand: only these\n"
    "  --failures        survey: print each report that went wrong\n"
    "  --keep FOLDER     survey: write each report that went wrong into FOLDER\n";

struct Options {
  bool survey = false;
  bool mistakes = false;
  bool documents = false;
  std::string hand;
  Half half = Half::all;
  std::vector<std::string> kinds;
  std::vector<std::string> rules;
  std::string folder;
  std::vector<Layout> layouts;
  bool undamaged = true;
  std::vector<Damage> damages;
  Seeds seeds = {1, 10};
  bool next_year = false;
  bool failures = false;
  std::string keep;
};

template <typename Named>
auto read_names(const std::string& list, const Named& named) {
  std::vector<typename decltype(named(""))::value_type> values;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    const std::string name = list.substr(at, end - at);
    const auto value = named(name);
    if (!value) throw std::invalid_argument("unknown name '" + name + "'");
    values.push_back(*value);
    at = end + 1;
  }
  return values;
}

Options read_options(const std::vector<std::string>& arguments) {
  Options options;
  std::size_t at = 0;
  const auto next = [&]() -> const std::string& {
    if (at >= arguments.size()) throw std::invalid_argument("an argument is missing");
    return arguments[at++];
  };
  const std::string& command = next();
  options.survey = command == "survey";
  options.mistakes = command == "mistakes";
  options.documents = command == "documents";
  if (command == "write" || options.documents) {
    options.folder = next();
  } else if (command == "hand") {
    options.hand = next();
  } else if (!options.survey && !options.mistakes) {
    throw std::invalid_argument("unknown command '" + command + "'");
  }
  for (const LayoutInfo& each : layouts) options.layouts.push_back(each.layout);
  const auto all_damages = [&] {
    for (const DamageInfo& each : damages) options.damages.push_back(each.damage);
  };
  if (options.survey) all_damages();
  while (at < arguments.size()) {
    const std::string& name = next();
    if (name == "--layouts") {
      options.layouts = read_names(next(), layout_named);
    } else if (name == "--damages") {
      const std::string& list = next();
      options.damages.clear();
      options.undamaged = list == "none" || list == "all";
      if (list == "all" || list == "each") all_damages();
      if (!options.undamaged && list != "each") options.damages = read_names(list, damage_named);
    } else if (name == "--rules") {
      options.rules = read_names(next(), [](const std::string& rule) { return std::optional<std::string>(rule); });
    } else if (name == "--half") {
      const std::string& half = next();
      if (half != "odd" && half != "even") throw std::invalid_argument("no half '" + half + "'");
      options.half = half == "odd" ? Half::odd : Half::even;
    } else if (name == "--kinds") {
      options.kinds = read_names(next(), [](const std::string& kind) { return std::optional<std::string>(kind); });
    } else if (name == "--seed") {
      options.seeds.first = std::stoull(next());
    } else if (name == "--count") {
      options.seeds.count = std::stoull(next());
    } else if (name == "--years") {
      options.next_year = next() == "2";
    } else if (name == "--failures") {
      options.failures = true;
    } else if (name == "--keep") {
      options.keep = next();
    } else {
      throw std::invalid_argument("unknown option '" + name + "'");
    }
  }
  return options;
}

void write_reports(const Options& options) {
  for (const Layout layout : options.layouts) {
    for (std::uint64_t i = 0; i < options.seeds.count; ++i) {
      const Recipe recipe{options.seeds.first + i, layout};
      if (options.undamaged) {
        const Draft drawn = draft(recipe);
        write_report(options.folder, file_name(recipe), finish(drawn), describe(drawn));
        if (const std::optional<Draft> next = options.next_year ? draft_next(drawn) : std::nullopt)
          write_report(options.folder + "/next", file_name(recipe), finish(*next), describe(*next));
      }
      for (const Damage damage : options.damages) {
        if (!impossible(layout, damage).empty()) continue;
        const DamagedReport damaged = make_damaged(recipe, damage);
        write_report(options.folder, file_name(recipe, &info(damage)), damaged.report,
                     describe(damaged.draft) + "; " + damaged.what);
      }
    }
  }
}

void write_documents(const Options& options) {
  for (std::uint64_t seed = options.seeds.first; seed < options.seeds.first + options.seeds.count; ++seed) {
    if (options.undamaged) write_document(options.folder, make_document(seed));
    for (const Damage damage : options.damages) write_document(options.folder, make_damaged_document(seed, damage));
  }
}

std::string share(std::size_t part, std::size_t whole) {
  return whole == 0 ? "–" : fmt::format("{} / {}", part, whole);
}

void survey(const Options& options) {
  Linter linter(test::project_pack(), Language::en);
  const LintOptions lint = test::all_rules();
  if (options.undamaged) {
    fmt::print("| layout | reports | cells right / all | reports with a false warning |\n|---|---|---|---|\n");
    Survey total;
    for (const Layout layout : options.layouts) {
      const Survey found = survey_undamaged(layout, options.seeds, linter, lint, options.keep);
      fmt::print("| {} | {} | {} | {} |\n", info(layout).name, found.reports, share(found.right_cells, found.cells),
                 found.falsely);
      total += found;
    }
    fmt::print("| all | {} | {} | {} |\n\n", total.reports, share(total.right_cells, total.cells), total.falsely);
    fmt::print("| said of them | times | per 1,000 reports |\n|---|---|---|\n");
    for (const auto& [what, count] : total.said)
      fmt::print("| {} | {} | {:.1f} |\n", what, count,
                 1000.0 * static_cast<double>(count) / static_cast<double>(total.reports));
    fmt::print("\n");
    if (options.failures) fmt::print("{}\n", total.failures);
  }
  if (options.damages.empty()) return;
  fmt::print("| damage |");
  for (const Layout layout : options.layouts) fmt::print(" {} |", info(layout).name);
  fmt::print(" all | with something false |\n|---|");
  for (std::size_t i = 0; i < options.layouts.size() + 2; ++i) fmt::print("---|");
  fmt::print("\n");
  Survey total;
  for (const Damage damage : options.damages) {
    Survey all;
    fmt::print("| {} |", info(damage).name);
    for (const Layout layout : options.layouts) {
      const Survey found = survey_damaged(layout, damage, options.seeds, linter, lint, options.keep);
      fmt::print(" {} |", share(found.right, found.reports));
      all += found;
    }
    fmt::print(" {} | {} |\n", share(all.right, all.reports), all.falsely);
    total += all;
  }
  fmt::print("\n{} damages reported once and nothing besides; {} reports with something false\n",
             share(total.right, total.reports), total.falsely);
  if (options.failures) fmt::print("\n{}", total.failures);
}

void mistakes(const Options& options) {
  Linter linter(test::project_pack(), Language::en);
  const LintOptions lint = test::all_rules();
  std::map<std::string, Survey> by_rule;
  Survey total;
  for (const MistakeKind& kind : mistake_kinds()) {
    if (!options.rules.empty() && std::count(options.rules.begin(), options.rules.end(), kind.mistake.rule) == 0)
      continue;
    const Survey found = survey_mistaken(kind, options.seeds, linter, lint, options.keep);
    by_rule[kind.mistake.rule] += found;
    total += found;
  }
  fmt::print("| rule | found once and nothing besides / all | with something false |\n|---|---|---|\n");
  for (const auto& [rule, found] : by_rule)
    fmt::print("| {} | {} | {} |\n", rule, share(found.right, found.reports), found.falsely);
  fmt::print("| all | {} | {} |\n", share(total.right, total.reports), total.falsely);
  if (options.failures) fmt::print("\n{}", total.failures);
}

std::string percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? "–" : fmt::format("{:.1f} %", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

void hand(const Options& options) {
  Linter linter(test::project_pack(), Language::en);
  const LintOptions lint = test::all_rules();
  const std::map<std::string, HandFigures> figures =
      survey_hand(read_hand(options.hand), options.half, options.kinds, options.seeds, linter, lint, options.keep);
  fmt::print(
      "| kind | entries | found / reports | | told twice | something false beside | false / right counterparts | infos "
      "|\n"
      "|---|---|---|---|---|---|---|---|\n");
  HandFigures total;
  const auto row = [](const std::string& kind, const HandFigures& found) {
    fmt::print("| {} | {} | {} | {} | {} | {} | {} | {} |\n", kind, found.entries, share(found.found, found.injected),
               percent(found.found, found.injected), found.twice, found.beside, share(found.alarms, found.rights),
               found.infos);
  };
  for (const auto& [kind, found] : figures) {
    row(kind, found);
    total += found;
  }
  row("all", total);
  if (options.failures) fmt::print("\n{}", total.failures);
}

}  // namespace
}  // namespace gialint::generator

int main(int argc, char** argv) {
  try {
    const gialint::generator::Options options =
        gialint::generator::read_options(std::vector<std::string>(argv + 1, argv + argc));
    if (!options.hand.empty()) {
      gialint::generator::hand(options);
    } else if (options.mistakes) {
      gialint::generator::mistakes(options);
    } else if (options.documents) {
      gialint::generator::write_documents(options);
    } else {
      options.survey ? gialint::generator::survey(options) : gialint::generator::write_reports(options);
    }
  } catch (const std::exception& error) {
    std::cerr << "generate_reports: " << error.what() << "\n" << gialint::generator::usage;
    return EXIT_FAILURE;
  }
  return EXIT_SUCCESS;
}
