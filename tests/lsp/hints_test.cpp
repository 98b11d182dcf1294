#include "engine/lsp/hints.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "tests/lsp/conversation.hpp"
#include "tests/lsp/reviews_report.hpp"

namespace gialint {
namespace {

std::string hints_in(const std::string& range) {
  test::Conversation editor(test::workspace_options(test::Rules::sample));
  editor.begin();
  editor.open("untitled:a", test::reviews_report);
  std::string all;
  const JsonValue hints =
      editor.request("textDocument/inlayHint", R"({"textDocument":{"uri":"untitled:a"},"range":)" + range + "}");
  for (const JsonValue& hint : hints.elements()) {
    all += std::to_string(*hint["position"]["line"].integer()) + ":" +
           std::to_string(*hint["position"]["character"].integer()) + " " + std::string(*hint["label"].string()) + "\n";
  }
  return all;
}

TEST_CASE("behind each total stands what its parts add up to", "[lsp]") {
  CHECK(hints_in(R"({"start":{"line":0,"character":0},"end":{"line":99,"character":0}})") == "10:9 = 3\n10:19 ≠ 2\n");
}

TEST_CASE("only hints that can be seen are given", "[lsp]") {
  CHECK(hints_in(R"({"start":{"line":0,"character":0},"end":{"line":9,"character":0}})").empty());
  CHECK(hints_in(R"({"start":{"line":10,"character":12},"end":{"line":11,"character":0}})") == "10:19 ≠ 2\n");
}

}  // namespace
}  // namespace gialint
