#include "engine/lsp/diagnostics.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "tests/lsp/conversation.hpp"
#include "tests/lsp/reviews_report.hpp"

namespace gialint {
namespace {

using test::Conversation;
using test::Rules;

const std::string doubled_behind_emoji =
    "青山县水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n𠮷😀我局认真贯彻落实认真贯彻落实《条例》。\n";

// The first diagnostic that an editor with these capabilities is sent.
JsonValue first_diagnostic(const std::string& capabilities) {
  WorkspaceOptions options = test::workspace_options();
  options.selection.only = {"text/repeated-text"};
  Conversation editor(options);
  editor.begin(capabilities);
  editor.open("untitled:a", doubled_behind_emoji);
  const auto sent = read_json(editor.published("untitled:a"));
  REQUIRE(sent);
  REQUIRE(sent->elements().size() == 1);
  return sent->elements().front();
}

TEST_CASE("a diagnostic says what, where, how bad and by which rule", "[lsp]") {
  const JsonValue diagnostic = first_diagnostic("{}");
  CHECK(test::shown(diagnostic["range"]) == "3:6-3:18");
  CHECK(diagnostic["code"].string() == "text/repeated-text");
  CHECK(diagnostic["source"].string() == "gialint");
  CHECK(diagnostic["message"].string()->find("“认真贯彻落实”连续出现两次") != std::string::npos);
  CHECK(diagnostic["severity"].integer() > 0);
  CHECK(diagnostic["data"]["fingerprint"].string()->size() > 8);
  CHECK(diagnostic["codeDescription"].is_null());
  CHECK(diagnostic["tags"].is_null());
}

TEST_CASE("places count what was agreed", "[lsp]") {
  const auto range = [](const std::string& encoding) {
    return test::shown(first_diagnostic(R"({"general":{"positionEncodings":[")" + encoding + R"("]}})")["range"]);
  };
  CHECK(range("utf-16") == "3:6-3:18");
  CHECK(range("utf-32") == "3:4-3:16");
  CHECK(range("utf-8") == "3:14-3:50");
}

TEST_CASE("a client that can gets the rule's page and what is needless", "[lsp]") {
  const JsonValue diagnostic = first_diagnostic(
      R"({"textDocument":{"publishDiagnostics":{"codeDescriptionSupport":true,"tagSupport":{"valueSet":[1]}}}})");
  CHECK(diagnostic["codeDescription"]["href"].string()->ends_with("rules/text/repeated-text"));
  REQUIRE(diagnostic["tags"].elements().size() == 1);
  CHECK(diagnostic["tags"].elements()[0].integer() == 1);
}

TEST_CASE("other places come as related information, or as lines where the client shows none", "[lsp]") {
  WorkspaceOptions options = test::workspace_options();
  options.selection.only = {"totals/*"};
  for (const bool related : {true, false}) {
    Conversation editor(options);
    editor.begin(related ? R"({"textDocument":{"publishDiagnostics":{"relatedInformation":true}}})" : "{}");
    editor.open("untitled:a", test::wrong_sum);
    const auto sent = read_json(editor.published("untitled:a"));
    REQUIRE(sent);
    REQUIRE(sent->elements().size() == 1);
    const JsonValue& diagnostic = sent->elements()[0];
    CHECK(test::shown(diagnostic["range"]) == "7:8-7:9");
    const std::string message(*diagnostic["message"].string());
    if (related) {
      REQUIRE(!diagnostic["relatedInformation"].elements().empty());
      const JsonValue& first = diagnostic["relatedInformation"].elements()[0];
      CHECK(first["location"]["uri"].string() == "untitled:a");
      CHECK(first["location"]["range"]["start"]["line"].integer() == 7);
      CHECK(!first["message"].string()->empty());
      CHECK(message.find('\n') == std::string::npos);
    } else {
      CHECK(diagnostic["relatedInformation"].is_null());
      CHECK(message.find("\n第 8 行：") != std::string::npos);
    }
  }
}

}  // namespace
}  // namespace gialint
