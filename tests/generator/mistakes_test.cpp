#include "tests/generator/mistakes.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "tests/generator/options.hpp"
#include "tests/generator/survey.hpp"
#include "tests/generator/thresholds.hpp"
#include "tests/rules/rule_lint.hpp"

namespace gialint::generator {
namespace {

TEST_CASE("a mistake outside the tables' form is reported once, at its place, and nothing besides", "[generator]") {
  Linter linter(test::project_pack(), Language::en);
  const LintOptions options = test::all_rules();
  const std::vector<MistakeKind> kinds = mistake_kinds();
  // Under the sanitizers, one kind in ten: each report is as good as the next there.
  const std::size_t step = report_count(10) < 10 ? 10 : 1;
  std::map<std::string, Survey> by_rule;
  Survey all;
  for (std::size_t i = 0; i < kinds.size(); i += step) {
    const Survey found = survey_mistaken(kinds[i], {first_seed(), report_count(2)}, linter, options, keep_folder());
    by_rule[kinds[i].mistake.rule] += found;
    all += found;
  }
  for (const auto& [rule, found] : by_rule) {
    const auto threshold = std::find_if(std::begin(mistake_thresholds), std::end(mistake_thresholds),
                                        [&, &name = rule](const MistakeThreshold& each) { return each.rule == name; });
    const std::size_t right = threshold == std::end(mistake_thresholds) ? 1000 : threshold->right;
    INFO(rule << ": " << found.right << " of " << found.reports << " right\n" << found.failures);
    CHECK(found.reports - found.right <= most_wrong(found.reports, 1000 - right));
  }
  INFO(all.falsely << " of " << all.reports << " reports with something false beside the mistake");
  CHECK(all.falsely <= most_wrong(all.reports, most_beside_mistakes));
}

TEST_CASE("every rule of the prose has mistakes to find", "[generator]") {
  std::set<std::string> made;
  for (const MistakeKind& kind : mistake_kinds()) made.insert(kind.mistake.rule);
  for (const std::string& rule : test::project_pack()->rules->ids()) {
    const std::string category = rule.substr(0, rule.find('/'));
    if (category != "structure" && category != "narrative" && category != "text") continue;
    INFO(rule);
    CHECK(made.count(rule) > 0);
  }
}

}  // namespace
}  // namespace gialint::generator
