#include <algorithm>
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

/// What all rules say of `report` beside last year's.
FileResult lint_pair(Linter& linter, const Draft& last_year, const Draft& report) {
  static const LintOptions options = test::all_rules();
  const auto read = [](const Draft& drawn) {
    return test::source_of(file_name(drawn.recipe), finish(drawn).bytes, drawn.style.encoding);
  };
  const Report previous = test::project_pack()->reader().read(read(last_year));
  return linter.lint(read(report), options, {&previous, nullptr});
}

TEST_CASE("figures for a second year keep all sums", "[generator]") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const std::optional<Draft> next = draft_next(draft({seed, Layout::pdf_lines}));
    if (next) CHECK(broken_identities(next->figures).empty());
  }
}

TEST_CASE("nothing is said against a report that follows from last year's, whatever the two look like", "[generator]") {
  Linter linter(test::project_pack(), Language::en);
  std::size_t pairs = 0;
  for (std::uint64_t seed = first_seed(); seed < first_seed() + report_count(20); ++seed) {
    for (const LayoutInfo& each : layouts) {
      const Draft first = draft({seed, each.layout});
      const std::optional<Draft> second = draft_next(first);
      if (!second) continue;
      ++pairs;
      const FileResult result = lint_pair(linter, first, *second);
      CHECK(result.rule_failures.empty());
      for (const Diagnostic& diagnostic : result.diagnostics) {
        INFO(describe(*second) << "\n" << diagnostic.rule << ": " << diagnostic.message);
        CHECK(diagnostic.rule.rfind("history/", 0) != 0);
      }
    }
  }
  CHECK(pairs > 0);
}

/// A report of `own`'s body for the year before, with figures that have nothing to do with its own.
std::optional<Draft> stranger(std::uint64_t seed, const Outset& own) {
  for (std::uint64_t other = seed + 1000; other < seed + 1200; ++other) {
    Outset outset = decide({other, Layout::tsv_padded});
    if (outset.body.year + 1 != own.body.year || outset.edition != own.edition) continue;
    outset.body = own.body;
    --outset.body.year;
    Draft drawn = write(outset);
    // A cell left blank is no figure to compare with.
    if (!drawn.style.blank_zeros) return drawn;
  }
  return std::nullopt;
}

bool reports(const FileResult& result, std::string_view rule) {
  return std::any_of(result.diagnostics.begin(), result.diagnostics.end(),
                     [&](const Diagnostic& each) { return each.rule == rule; });
}

/// Whether `second` began with other figures than `first` ended with.
bool differs(const Figures& first, const Figures& second) {
  for (const FormColumn& column : second.edition->table("requests")->columns) {
    if (first.at("requests", "carried_forward", column.id) != second.at("requests", "carried_over", column.id))
      return true;
  }
  return false;
}

TEST_CASE("what does not follow from last year's report is found, and no more", "[generator]") {
  Linter linter(test::project_pack(), Language::en);
  std::size_t broken = 0;
  for (std::uint64_t seed = first_seed(); broken < report_count(25); ++seed) {
    const Outset outset = decide({seed, Layout::cell_lines});
    const Draft second = write(outset);
    const std::optional<Draft> first = stranger(seed, outset);
    if (!first) continue;
    const FileResult result = lint_pair(linter, *first, second);
    const bool expected = differs(first->figures, second.figures);
    INFO(describe(second) << "; last year " << describe(*first));
    CHECK(reports(result, "history/carried-over") == expected);
    if (expected) ++broken;
    CHECK_FALSE(reports(result, "history/copied-text"));
  }
}

TEST_CASE("last year's figures and words left standing are found", "[generator]") {
  Linter linter(test::project_pack(), Language::en);
  std::size_t busy = 0;
  for (std::uint64_t seed = first_seed(); busy < report_count(10); ++seed) {
    const Outset outset = decide({seed, Layout::cell_lines});
    if (!holds(outset.facts(), "N > 100") || outset.body.year >= 2025 || outset.body.year == 2020) continue;
    Outset again = outset;
    ++again.body.year;
    ++busy;
    const FileResult result = lint_pair(linter, write(outset), write(again));
    INFO(describe(write(again)));
    CHECK(reports(result, "history/copied-figures"));
    CHECK(reports(result, "history/copied-text"));
    // Where all figures are copied, that those carried over are too is no second mistake.
    CHECK_FALSE(reports(result, "history/carried-over"));
  }
}

}  // namespace
}  // namespace gialint::generator
