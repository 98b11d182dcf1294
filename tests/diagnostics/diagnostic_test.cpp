#include "engine/diagnostics/diagnostic.hpp"

#include <algorithm>
#include <vector>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

Diagnostic at(Span span, std::string rule, std::uint32_t emission = 0) {
  Diagnostic diagnostic;
  diagnostic.span = span;
  diagnostic.rule = std::move(rule);
  diagnostic.emission = emission;
  return diagnostic;
}

TEST_CASE("a severity is read back from its name, and only from that", "[diagnostics]") {
  for (const Severity severity : {Severity::info, Severity::warning, Severity::error}) {
    CHECK(severity_named(severity_name(severity)) == severity);
  }
  CHECK(severity_name(Severity::info) == "info");
  CHECK(severity_name(Severity::warning) == "warning");
  CHECK(severity_name(Severity::error) == "error");
  CHECK_FALSE(severity_named("off"));
  CHECK_FALSE(severity_named("Error"));
  CHECK_FALSE(severity_named(""));
}

TEST_CASE("the safety of a fix has a name", "[diagnostics]") {
  CHECK(fix_safety_name(FixSafety::safe) == "safe");
  CHECK(fix_safety_name(FixSafety::unsafe) == "unsafe");
  CHECK(fix_safety_name(FixSafety::suggestion) == "suggestion");
}

TEST_CASE("diagnostics read in the order of span, rule and emission", "[diagnostics]") {
  const std::vector<Diagnostic> in_order = {
      at({3, 3}, "b/b"), at({3, 9}, "a/a", 7), at({3, 9}, "a/b", 0), at({3, 9}, "a/b", 1), at({10, 11}, "a/a"),
  };
  std::vector<Diagnostic> sorted(in_order.rbegin(), in_order.rend());
  std::sort(sorted.begin(), sorted.end(), reads_before);
  for (std::size_t i = 0; i < in_order.size(); ++i) {
    CAPTURE(i);
    CHECK(sorted[i].span == in_order[i].span);
    CHECK(sorted[i].rule == in_order[i].rule);
    CHECK(sorted[i].emission == in_order[i].emission);
  }
}

TEST_CASE("no diagnostic reads before itself", "[diagnostics]") {
  const Diagnostic same = at({1, 2}, "a/a", 3);
  CHECK_FALSE(reads_before(same, same));
}

}  // namespace
}  // namespace gialint
