#include "engine/lsp/hover.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "tests/lsp/conversation.hpp"
#include "tests/lsp/reviews_report.hpp"

namespace gialint {
namespace {

using test::Conversation;
using test::Rules;

JsonValue hover_at(int line, int character, const std::string& capabilities) {
  WorkspaceOptions options = test::workspace_options();
  options.selection.only = {"totals/*"};
  Conversation editor(options);
  editor.begin(capabilities);
  editor.open("untitled:a", test::wrong_sum);
  return editor.request("textDocument/hover", R"({"textDocument":{"uri":"untitled:a"},"position":{"line":)" +
                                                  std::to_string(line) + R"(,"character":)" +
                                                  std::to_string(character) + "}}");
}

TEST_CASE("hovering over what is wrong shows the sum, the advice, the basis and the rule", "[lsp]") {
  const JsonValue hover = hover_at(7, 8, R"({"textDocument":{"hover":{"contentFormat":["markdown"]}}})");
  CHECK(hover["contents"]["kind"].string() == "markdown");
  CHECK(test::shown(hover["range"]) == "7:8-7:9");
  const std::string said(*hover["contents"]["value"].string());
  INFO(said);
  CHECK(said.starts_with("**"));
  CHECK(said.find("≠") != std::string::npos);
  CHECK(said.find("依据：\n- ") != std::string::npos);
  CHECK(said.find("错误 [`totals/review-total`](") != std::string::npos);
}

TEST_CASE("a client without Markdown gets the same as plain text", "[lsp]") {
  const JsonValue hover = hover_at(7, 8, "{}");
  CHECK(hover["contents"]["kind"].string() == "plaintext");
  const std::string said(*hover["contents"]["value"].string());
  INFO(said);
  CHECK(said.find("**") == std::string::npos);
  CHECK(said.ends_with("\n\n错误 totals/review-total"));
}

TEST_CASE("elsewhere hovering says nothing", "[lsp]") {
  CHECK(hover_at(7, 9, "{}").is_null());
  CHECK(hover_at(0, 0, "{}").is_null());
  CHECK(hover_at(99, 0, "{}").is_null());
}

TEST_CASE("hovering over a number in the prose shows what it was read as, and what the tables have", "[lsp]") {
  Conversation editor(test::workspace_options(Rules::sample));
  editor.begin();
  editor.open("untitled:a", test::reviews_report);
  const auto said = [&](int character) {
    const JsonValue hover = editor.request(
        "textDocument/hover",
        R"({"textDocument":{"uri":"untitled:a"},"position":{"line":3,"character":)" + std::to_string(character) + "}}");
    return std::string(hover["contents"]["value"].string().value_or("nothing"));
  };
  CHECK(said(19) == "读作“行政复议总计”：表中为 3，相符\n  行政复议 · 总计 3");
  CHECK(said(29) ==
        "读作“行政诉讼（两类之和）”：表中为 4，不符\n  行政诉讼/未经复议直接起诉 · 总计 4\n  行政诉讼/复议后起诉 · "
        "总计 0");
  CHECK(said(36) == "读出的数是 4场，没有认作表里的哪一项");
  CHECK(said(8) == "nothing");
}

TEST_CASE("nothing that a report says becomes markup", "[lsp]") {
  WorkspaceOptions options = test::workspace_options();
  options.selection.only = {"text/placeholder"};
  Conversation editor(options);
  editor.begin(R"({"textDocument":{"hover":{"contentFormat":["markdown"]}}})");
  editor.open("untitled:a", "青山县水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n我局公开信息____条。\n");
  const JsonValue hover = editor.request(
      "textDocument/hover", R"({"textDocument":{"uri":"untitled:a"},"position":{"line":3,"character":7}})");
  const std::string said(hover["contents"]["value"].string().value_or("nothing"));
  INFO(said);
  CHECK(said.find(R"(\_\_\_\_条)") != std::string::npos);
}

}  // namespace
}  // namespace gialint
