#include "engine/lint/corpus_places.hpp"

#include <catch2/catch.hpp>

#include "tests/support/sample_pack.hpp"

namespace gialint {
namespace {

Report report_of(const std::string& name) {
  Result<SourceText> source = SourceText::from_bytes(name, sample_report);
  if (!source.ok()) FAIL(to_string(source.failure(), Language::zh));
  return sample_pack()->reader().read(std::make_shared<const SourceText>(std::move(*source)));
}

// What a rule says of report 0 and, beside it, of another.
CorpusDiagnostic diagnostic_with(std::size_t other) {
  CorpusDiagnostic diagnostic;
  diagnostic.diagnostic.place = "title";
  diagnostic.diagnostic.related.emplace_back().place = "title";
  diagnostic.related = {other};
  return diagnostic;
}

TEST_CASE("a place by name gets its span in each report, and the other report its source", "[lint]") {
  const Report own = report_of("a.txt");
  const Report other = report_of("b.txt");
  CorpusDiagnostic found = diagnostic_with(1);
  find_places(
      found, [&](std::size_t report) { return report == 0 ? &own : &other; }, Language::zh);
  CHECK(found.diagnostic.span == own.outline.title->span);
  CHECK(found.diagnostic.related[0].span == other.outline.title->span);
  CHECK(found.diagnostic.related[0].source->path() == "b.txt");
}

TEST_CASE("a related place of the same report needs no source, and a report that is gone gives none", "[lint]") {
  const Report own = report_of("a.txt");
  CorpusDiagnostic within = diagnostic_with(0);
  find_places(
      within, [&](std::size_t) { return &own; }, Language::zh);
  CHECK(within.diagnostic.related[0].source == nullptr);
  CorpusDiagnostic gone = diagnostic_with(1);
  find_places(
      gone, [](std::size_t) { return nullptr; }, Language::zh);
  CHECK(gone.diagnostic.span == Span{});
  CHECK(gone.diagnostic.related[0].source == nullptr);
}

}  // namespace
}  // namespace gialint
