#include <catch2/catch.hpp>

#include "tests/generator/options.hpp"
#include "tests/generator/survey.hpp"
#include "tests/generator/thresholds.hpp"
#include "tests/rules/rule_lint.hpp"

namespace gialint::generator {
namespace {

TEST_CASE("every cell of an undamaged report is read, and nothing said against it", "[generator]") {
  Linter linter(test::project_pack(), Language::en);
  const LintOptions options = test::all_rules();
  for (const LayoutThreshold& threshold : layout_thresholds) {
    const Survey found =
        survey_undamaged(threshold.layout, {first_seed(), report_count(100)}, linter, options, keep_folder());
    INFO(info(threshold.layout).name << ": " << found.right_cells << " of " << found.cells << " cells are right, "
                                     << found.falsely << " of " << found.reports << " reports with a false warning\n"
                                     << found.failures);
    CHECK(found.right_cells * 1000 >= found.cells * threshold.cells);
    CHECK(found.unaccounted == 0);
    CHECK(found.falsely <= most_wrong(found.reports, threshold.falsely));
  }
}

}  // namespace
}  // namespace gialint::generator
