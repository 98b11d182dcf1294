#include "engine/lsp/navigation.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "tests/lsp/conversation.hpp"
#include "tests/lsp/reviews_report.hpp"

namespace gialint {
namespace {

// The ranges that `method` gives for a place.
std::string places(const std::string& method, int line, int character) {
  test::Conversation editor(test::workspace_options(test::Rules::sample));
  editor.begin();
  editor.open("untitled:a", test::reviews_report);
  std::string all;
  const JsonValue found = editor.request(
      method, R"({"textDocument":{"uri":"untitled:a"},"context":{"includeDeclaration":true},"position":{"line":)" +
                  std::to_string(line) + R"(,"character":)" + std::to_string(character) + "}}");
  for (const JsonValue& location : found.elements()) {
    CHECK(location["uri"].string() == "untitled:a");
    all += test::shown(location["range"]) + " ";
  }
  return all;
}

TEST_CASE("from a number in the prose to the cell that it is compared with", "[lsp]") {
  CHECK(places("textDocument/definition", 3, 19) == "10:8-10:9 ");
}

TEST_CASE("from a total to the cells that add up to it", "[lsp]") {
  CHECK(places("textDocument/definition", 10, 8) == "10:0-10:1 10:2-10:3 10:4-10:5 10:6-10:7 ");
}

TEST_CASE("from a cell to the numbers and totals that speak of it", "[lsp]") {
  CHECK(places("textDocument/references", 10, 8) == "3:19-3:20 ");
  CHECK(places("textDocument/references", 10, 0) == "10:8-10:9 ");
}

TEST_CASE("elsewhere there is nowhere to go", "[lsp]") {
  CHECK(places("textDocument/definition", 0, 0).empty());
  CHECK(places("textDocument/references", 3, 0).empty());
  CHECK(places("textDocument/definition", 10, 0).empty());
}

}  // namespace
}  // namespace gialint
