#include "engine/lsp/suppression.hpp"

#include <fstream>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "tests/lsp/conversation.hpp"
#include "tests/support/sample_pack.hpp"
#include "tests/support/scratch_folder.hpp"

namespace gialint {
namespace {

const std::string takes_new_files =
    R"({"workspace":{"workspaceEdit":{"documentChanges":true,"resourceOperations":["create"]}},)"
    R"("textDocument":{"codeAction":{"codeActionLiteralSupport":{}}}})";

// The edit of gialint.toml that is offered at 甲 in FOLDER/a.txt; null when none is.
JsonValue offered(test::Conversation& editor, const std::string& uri) {
  const JsonValue actions = editor.request(
      "textDocument/codeAction",
      R"({"textDocument":{"uri":")" + uri +
          R"("},"range":{"start":{"line":3,"character":13},"end":{"line":3,"character":13}},"context":{"diagnostics":[]}})");
  for (const JsonValue& action : actions.elements()) {
    if (action["title"].string() != "略过这一条，写进 gialint.toml") continue;
    CHECK(action["kind"].string() == "quickfix");
    CHECK(action["isPreferred"].is_null());
    return action["edit"]["documentChanges"];
  }
  return {};
}

WorkspaceOptions with_configuration() {
  WorkspaceOptions options = test::workspace_options(test::Rules::sample);
  options.choice.isolated = false;
  return options;
}

TEST_CASE("what is offered to be left out is left out once it stands in gialint.toml", "[lsp]") {
  const ScratchFolder folder;
  const std::string uri = "file://" + (folder.path() / "sub/a.txt").string();
  folder.write("gialint.toml", "# 甲\n[rules]\n\"test/info-word\" = \"off\"");
  test::Conversation editor(with_configuration());
  editor.begin(takes_new_files);
  editor.open(uri, sample_report);
  REQUIRE(read_json(editor.published(uri))->elements().size() == 2);
  const JsonValue changes = offered(editor, uri);
  REQUIRE(changes.elements().size() == 1);
  const JsonValue& edit = changes.elements()[0]["edits"].elements().at(0);
  CHECK(test::shown(edit["range"]) == "2:24-2:24");
  CHECK(changes.elements()[0]["textDocument"]["uri"].string() == "file://" + (folder.path() / "gialint.toml").string());
  std::ofstream(folder.path() / "gialint.toml", std::ios::app) << *edit["newText"].string();
  editor.notify("workspace/didChangeWatchedFiles", R"({"changes":[]})");
  const auto left = read_json(editor.published(uri));
  REQUIRE(left->elements().size() == 1);
  CHECK(left->elements()[0]["code"].string() == "test/warning-word");
}

TEST_CASE("a configuration that is not there yet is made, where the client can", "[lsp]") {
  const ScratchFolder folder;
  const std::string uri = "file://" + (folder.path() / "a.txt").string();
  test::Conversation editor(with_configuration());
  editor.begin(takes_new_files);
  editor.open(uri, sample_report);
  const JsonValue changes = offered(editor, uri);
  REQUIRE(changes.elements().size() == 2);
  CHECK(changes.elements()[0]["kind"].string() == "create");
  CHECK(changes.elements()[0]["uri"].string() == "file://" + (folder.path() / "gialint.toml").string());
  CHECK(test::shown(changes.elements()[1]["edits"].elements().at(0)["range"]) == "0:0-0:0");

  test::Conversation old(with_configuration());
  old.begin(
      R"({"workspace":{"workspaceEdit":{"documentChanges":true}},"textDocument":{"codeAction":{"codeActionLiteralSupport":{}}}})");
  old.open(uri, sample_report);
  CHECK(offered(old, uri).is_null());
}

TEST_CASE("a configuration that is open is changed as it stands in the editor", "[lsp]") {
  const ScratchFolder folder;
  const std::string uri = "file://" + (folder.path() / "a.txt").string();
  const std::string configuration = "file://" + folder.write("gialint.toml", "").string();
  test::Conversation editor(with_configuration());
  editor.begin(takes_new_files);
  editor.open(uri, sample_report);
  editor.open(configuration, "# 一\n# 二\n");
  const JsonValue changes = offered(editor, uri);
  REQUIRE(changes.elements().size() == 1);
  CHECK(test::shown(changes.elements()[0]["edits"].elements().at(0)["range"]) == "2:0-2:0");
}

TEST_CASE("what is no file, or has no configuration, cannot be left out", "[lsp]") {
  test::Conversation editor(with_configuration());
  editor.begin(takes_new_files);
  editor.open("untitled:a", sample_report);
  CHECK(offered(editor, "untitled:a").is_null());
  test::Conversation isolated(test::workspace_options(test::Rules::sample));
  isolated.begin(takes_new_files);
  isolated.open("file:///nowhere/a.txt", sample_report);
  CHECK(offered(isolated, "file:///nowhere/a.txt").is_null());
}

}  // namespace
}  // namespace gialint
