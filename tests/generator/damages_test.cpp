#include <string>

#include <catch2/catch.hpp>

#include "tests/generator/damage.hpp"
#include "tests/generator/options.hpp"
#include "tests/generator/thresholds.hpp"
#include "tests/rules/rule_lint.hpp"

namespace gialint::generator {
namespace {

TEST_CASE("every damage is reported once, at its place, and nothing besides", "[generator]") {
  Linter linter(test::project_pack(), Language::en);
  LintOptions options;
  options.rules = test::all_rules();
  for (const DamageThreshold& threshold : damage_thresholds) {
    const DamageInfo& about = info(threshold.damage);
    std::size_t right = 0;
    std::size_t all = 0;
    std::size_t falsely = 0;
    std::string failures;
    for (const LayoutInfo& layout : layouts) {
      if (layout.layout == Layout::html || layout.layout == Layout::html_flattened) continue;
      if (!impossible(layout.layout, about.damage).empty()) continue;
      for (std::uint64_t i = 0; i < report_count(5); ++i) {
        const DamagedReport damaged = make_damaged({first_seed() + i, layout.layout}, about.damage);
        const FileResult result = linter.lint(test::source_of("generated", damaged.report.bytes), options);
        const Verdict verdict = judge(damaged, result);
        ++all;
        if (verdict.right()) ++right;
        if (!verdict.besides.empty()) ++falsely;
        if (verdict.right()) continue;
        failures += describe(damaged.draft) + "\n  " + damaged.what + ", at " + std::to_string(damaged.place.begin) +
                    "-" + std::to_string(damaged.place.end) + ", said " + std::to_string(verdict.reported) + " times\n";
        for (const std::string& each : verdict.besides) failures += "  besides " + each + "\n";
      }
    }
    INFO(about.name << ": " << right << " of " << all << " right, " << falsely << " with something false\n"
                    << failures);
    CHECK(right * 1000 >= all * threshold.right);
  }
}

}  // namespace
}  // namespace gialint::generator
