#include <catch2/catch.hpp>

#include "tests/generator/options.hpp"
#include "tests/generator/survey.hpp"
#include "tests/generator/thresholds.hpp"
#include "tests/rules/rule_lint.hpp"

namespace gialint::generator {
namespace {

TEST_CASE("every damage is reported once, at its place, and nothing besides", "[generator]") {
  Linter linter(test::project_pack(), Language::en);
  const LintOptions options = test::all_rules();
  for (const DamageThreshold& threshold : damage_thresholds) {
    Survey found;
    for (const LayoutThreshold& layout : layout_thresholds) {
      found += survey_damaged(layout.layout, threshold.damage, {first_seed(), report_count(5)}, linter, options,
                              keep_folder());
    }
    INFO(info(threshold.damage).name << ": " << found.right << " of " << found.reports << " right, " << found.falsely
                                     << " with something false\n"
                                     << found.failures);
    CHECK(found.unaccounted == 0);
    CHECK(found.reports - found.right <= most_wrong(found.reports, 1000 - threshold.right));
  }
}

}  // namespace
}  // namespace gialint::generator
