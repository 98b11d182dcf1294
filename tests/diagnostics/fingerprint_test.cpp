#include "engine/diagnostics/fingerprint.hpp"

#include <set>
#include <string>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

SourceText text_of(std::string text) {
  Result<SourceText> source = SourceText::from_bytes("a.txt", std::move(text));
  REQUIRE(source.ok());
  return *std::move(source);
}

Diagnostic diagnostic(std::string rule, std::string place, std::string message_id, Span span = {}) {
  Diagnostic made;
  made.rule = std::move(rule);
  made.place = std::move(place);
  made.message_id = std::move(message_id);
  made.span = span;
  return made;
}

std::string fingerprint(const SourceText& source, const Diagnostic& one) { return Fingerprints().next(source, one); }

TEST_CASE("a fingerprint says nothing of line, message or severity", "[diagnostics]") {
  const SourceText source = text_of("3 4 5\n3 4 6\n");
  const Diagnostic first = diagnostic("totals/sum", "requests/total", "differs", {4, 5});
  Diagnostic moved = first;
  moved.span = {10, 11};
  moved.message = "other numbers";
  moved.severity = Severity::error;
  CHECK(fingerprint(source, first) == fingerprint(source, moved));
  CHECK(fingerprint(source, first) == "812758ea373ee84ae3ba5a6981ed00f4");
}

TEST_CASE("diagnostics of another rule, place or message, and later equal ones, differ", "[diagnostics]") {
  const SourceText source = text_of("x");
  Fingerprints fingerprints;
  std::set<std::string> all;
  for (const Diagnostic& one : {diagnostic("a/b", "p", "m"), diagnostic("a/b", "p", "m"), diagnostic("a/c", "p", "m"),
                                diagnostic("a/b", "q", "m"), diagnostic("a/b", "p", "n")}) {
    all.insert(fingerprints.next(source, one));
  }
  CHECK(all.size() == 5);
  for (const std::string& one : all) CHECK(one.size() == 32);
}

TEST_CASE("in prose the words that are marked tell diagnostics apart, however they are wrapped", "[diagnostics]") {
  const auto of_all = [](std::string text) {
    const SourceText source = text_of(std::move(text));
    const auto size = static_cast<std::uint32_t>(source.text().size());
    return fingerprint(source, diagnostic("a/b", "section/overall", "m", {0, size}));
  };
  const std::string one = of_all("收到申请58件");
  CHECK(of_all("收到\n  申请 60 件") == one);
  CHECK(of_all("收到申请５８件，") == one);
  CHECK(of_all("答复申请58件") != one);
}

TEST_CASE("the words in a table, which are figures, do not name a diagnostic", "[diagnostics]") {
  const SourceText source = text_of("三 四");
  CHECK(fingerprint(source, diagnostic("a/b", "requests/total", "m", {0, 3})) ==
        fingerprint(source, diagnostic("a/b", "requests/total", "m", {4, 7})));
}

TEST_CASE("a span that does not lie in the text does no harm", "[diagnostics]") {
  const SourceText source = text_of("x");
  CHECK(fingerprint(source, diagnostic("a/b", "", "m", {70, 80})).size() == 32);
}

}  // namespace
}  // namespace gialint
