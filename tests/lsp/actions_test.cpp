#include "engine/lsp/actions.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "tests/lsp/conversation.hpp"
#include "tests/lsp/reviews_report.hpp"

namespace gialint {
namespace {

using test::Conversation;

const std::string can_fix =
    R"({"textDocument":{"codeAction":{"isPreferredSupport":true,"codeActionLiteralSupport":{}}}})";

// What was pasted twice has a safe fix.
const std::string doubled_twice =
    "青山县水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n😀我局认真贯彻落实认真贯彻落实《条例》，群众满意。\n";

WorkspaceOptions doubled_words() {
  WorkspaceOptions options = test::workspace_options();
  options.selection.only = {"text/repeated-text"};
  return options;
}

std::string actions_at(int line, int character, const std::string& only = "") {
  const std::string at = R"({"line":)" + std::to_string(line) + R"(,"character":)" + std::to_string(character) + "}";
  return R"({"textDocument":{"uri":"untitled:a"},"range":{"start":)" + at + R"(,"end":)" + at +
         R"(},"context":{"diagnostics":[])" + (only.empty() ? "" : R"(,"only":)" + only) + "}}";
}

// The titles of the actions, with a star for one that is preferred.
std::string titles(const JsonValue& actions) {
  std::string all;
  for (const JsonValue& action : actions.elements()) {
    all += (all.empty() ? "" : " / ") + std::string(action["title"].string().value_or("?"));
    if (action["isPreferred"].is_true()) all += "*";
  }
  return all;
}

TEST_CASE("a quick fix stands where its diagnostic does, and a safe one is preferred", "[lsp]") {
  Conversation editor(doubled_words());
  editor.begin(can_fix);
  editor.open("untitled:a", doubled_twice);
  const JsonValue actions = editor.request("textDocument/codeAction", actions_at(3, 10));
  CHECK(titles(actions) == "删去多出的“认真贯彻落实”* / 改好所有可以放心改的问题（gialint）");
  const JsonValue& quick = actions.elements().front();
  CHECK(quick["kind"].string() == "quickfix");
  CHECK(quick["diagnostics"].elements().at(0)["code"].string() == "text/repeated-text");
  const JsonValue& edit = quick["edit"]["changes"]["untitled:a"].elements().at(0);
  CHECK(test::shown(edit["range"]) == "3:4-3:16");
  CHECK(edit["newText"].string() == "认真贯彻落实");
  CHECK(titles(editor.request("textDocument/codeAction", actions_at(3, 20))).empty());
}

TEST_CASE("source.fixAll.gialint makes the safe fixes, each where it belongs", "[lsp]") {
  Conversation editor(doubled_words());
  editor.begin(can_fix);
  editor.open("untitled:a", doubled_twice);
  for (const char* only : {R"(["source.fixAll.gialint"])", R"(["source.fixAll"])", R"(["source"])"}) {
    INFO(only);
    const JsonValue actions = editor.request("textDocument/codeAction", actions_at(0, 0, only));
    REQUIRE(actions.elements().size() == 1);
    CHECK(actions.elements()[0]["kind"].string() == "source.fixAll.gialint");
    const JsonValue& edits = actions.elements()[0]["edit"]["changes"]["untitled:a"];
    REQUIRE(edits.elements().size() == 1);
    editor.change("untitled:a", R"({"text":)" + test::quoted(doubled_twice) + "}");
  }
  CHECK(
      editor.request("textDocument/codeAction", actions_at(3, 10, R"(["source.organizeImports"])")).elements().empty());
  CHECK(editor.request("textDocument/codeAction", actions_at(3, 10, R"(["source.fix"])")).elements().empty());
}

TEST_CASE("a fix that is not safe is neither preferred nor made with the others", "[lsp]") {
  WorkspaceOptions options = test::workspace_options();
  options.selection.only = {"table/placeholder"};
  Conversation editor(options);
  editor.begin(can_fix);
  std::string dashes = test::wrong_sum;
  dashes.replace(dashes.rfind("1\t0"), 3, "1\t-");
  editor.open("untitled:a", dashes);
  const JsonValue actions = editor.request("textDocument/codeAction", actions_at(7, 2));
  CHECK(titles(actions) == "改为 0");
  CHECK(editor.request("textDocument/codeAction", actions_at(7, 2, R"(["source.fixAll"])")).elements().empty());
}

TEST_CASE("edits name the version they are for where the client knows versions", "[lsp]") {
  Conversation editor(doubled_words());
  editor.begin(
      R"({"workspace":{"workspaceEdit":{"documentChanges":true}},"textDocument":{"codeAction":{"codeActionLiteralSupport":{}}}})");
  editor.open("untitled:a", doubled_twice);
  const JsonValue actions = editor.request("textDocument/codeAction", actions_at(3, 10));
  REQUIRE(actions.elements().size() == 2);
  CHECK(actions.elements()[0]["isPreferred"].is_null());
  const JsonValue& change = actions.elements()[0]["edit"]["documentChanges"].elements().at(0);
  CHECK(change["textDocument"]["uri"].string() == "untitled:a");
  CHECK(change["textDocument"]["version"].integer() == 1);
  CHECK(change["edits"].elements().size() == 1);
}

TEST_CASE("a client that takes commands only gets no actions", "[lsp]") {
  Conversation editor(doubled_words());
  const JsonValue result = editor.begin();
  CHECK(result["capabilities"]["codeActionProvider"].is_null());
  editor.open("untitled:a", doubled_twice);
  CHECK(editor.request("textDocument/codeAction", actions_at(3, 10)).elements().empty());
}

}  // namespace
}  // namespace gialint
