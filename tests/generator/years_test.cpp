#include <memory>
#include <optional>
#include <string>

#include <catch2/catch.hpp>

#include "tests/generator/generate.hpp"
#include "tests/generator/options.hpp"
#include "tests/generator/survey.hpp"
#include "tests/rules/rule_lint.hpp"

namespace gialint::generator {
namespace {

TEST_CASE("figures for a second year keep all sums", "[generator]") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const std::optional<Draft> next = draft_next(draft({seed, Layout::pdf_lines}));
    if (next) CHECK(broken_identities(next->figures).empty());
  }
}

TEST_CASE("nothing is said against a report that follows from last year's, whatever the two look like", "[generator]") {
  Linter linter(test::project_pack(), Language::en);
  LintOptions options;
  options.rules = test::all_rules();
  std::size_t pairs = 0;
  for (std::uint64_t seed = first_seed(); seed < first_seed() + report_count(20); ++seed) {
    for (const LayoutInfo& each : layouts) {
      const Draft first = draft({seed, each.layout});
      const std::optional<Draft> second = draft_next(first);
      if (!second) continue;
      ++pairs;
      const auto read = [&](const Draft& drawn) {
        return test::source_of(file_name(drawn.recipe), finish(drawn).bytes, drawn.style.encoding);
      };
      const Report previous = test::project_pack()->reader().read(read(first));
      const FileResult result = linter.lint(read(*second), options, {&previous, nullptr});
      CHECK(result.rule_failures.empty());
      for (const Diagnostic& diagnostic : result.diagnostics) {
        INFO(describe(*second) << "\n" << diagnostic.rule << ": " << diagnostic.message);
        CHECK(diagnostic.rule.rfind("history/", 0) != 0);
      }
    }
  }
  CHECK(pairs > 0);
}

}  // namespace
}  // namespace gialint::generator
