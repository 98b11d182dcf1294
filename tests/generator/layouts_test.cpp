#include <filesystem>
#include <fstream>
#include <string>
#include <utility>

#include <catch2/catch.hpp>

#include "tests/generator/check.hpp"
#include "tests/generator/options.hpp"
#include "tests/generator/thresholds.hpp"
#include "tests/rules/rule_lint.hpp"

namespace gialint::generator {
namespace {

void keep(const Draft& drawn, const GeneratedReport& report) {
  if (keep_folder().empty()) return;
  const std::string name =
      std::string(info(drawn.style.layout).name) + "-" + std::to_string(drawn.recipe.seed) + ".txt";
  std::ofstream(std::filesystem::path(keep_folder()) / name, std::ios::binary) << report.bytes;
}

TEST_CASE("every cell of an undamaged report is read", "[generator]") {
  const ReportReader& reader = test::project_pack()->reader();
  for (const LayoutThreshold& threshold : layout_thresholds) {
    std::size_t right = 0;
    std::size_t all = 0;
    std::string failures;
    for (std::uint64_t i = 0; i < report_count(100); ++i) {
      const Draft drawn = draft({first_seed() + i, threshold.layout});
      const GeneratedReport report = finish(drawn);
      const auto source = test::source_of("generated", report.bytes);
      INFO(describe(drawn));
      REQUIRE(source->text() == report.text);
      const std::vector<WrongCell> wrong = wrong_cells(report, reader.read(source));
      right += report.cells.size() - wrong.size();
      all += report.cells.size();
      if (wrong.empty()) continue;
      failures += describe(drawn) + "\n  expected " + describe(wrong.front().expected) + "\n  found    " +
                  wrong.front().found + ", and " + std::to_string(wrong.size() - 1) + " more\n";
      keep(drawn, report);
    }
    INFO(info(threshold.layout).name << ": " << right << " of " << all << " cells are right\n" << failures);
    CHECK(right * 1000 >= all * threshold.cells);
  }
}

}  // namespace
}  // namespace gialint::generator
