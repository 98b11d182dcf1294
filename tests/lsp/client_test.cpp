#include "engine/lsp/client.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

Client client_with(const std::string& capabilities) {
  return read_client(*read_json(R"({"capabilities":)" + capabilities + "}"));
}

TEST_CASE("of the position encodings on offer the shortest way to our own is taken", "[lsp]") {
  const auto unit = [](const std::string& offer) {
    return position_encoding_name(client_with(R"({"general":{"positionEncodings":)" + offer + "}}").unit);
  };
  CHECK(unit(R"(["utf-16","utf-32","utf-8"])") == "utf-8");
  CHECK(unit(R"(["utf-16","utf-32"])") == "utf-32");
  CHECK(unit(R"(["utf-16"])") == "utf-16");
  CHECK(unit("[]") == "utf-16");
  CHECK(unit(R"(["utf-7"])") == "utf-16");
  CHECK(unit("null") == "utf-16");
}

TEST_CASE("a client that says nothing of itself can nothing", "[lsp]") {
  const Client client = read_client(JsonValue());
  CHECK_FALSE(client.pulls);
  CHECK_FALSE(client.related_information);
  CHECK_FALSE(client.literal_actions);
  CHECK_FALSE(client.markdown);
  CHECK_FALSE(client.root);
}

TEST_CASE("what a client can is read from where the protocol puts it", "[lsp]") {
  const Client client = client_with(R"({
    "workspace": {"workspaceEdit": {"documentChanges": true, "resourceOperations": ["create"]}, "diagnostics": {"refreshSupport": true},
                  "didChangeWatchedFiles": {"dynamicRegistration": true}},
    "textDocument": {"diagnostic": {}, "hover": {"contentFormat": ["plaintext", "markdown"]},
      "publishDiagnostics": {"relatedInformation": true, "codeDescriptionSupport": true, "tagSupport": {"valueSet": [1, 2]}},
      "codeAction": {"isPreferredSupport": true, "codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}},
      "documentSymbol": {"hierarchicalDocumentSymbolSupport": true}}})");
  CHECK(client.versioned_edits);
  CHECK(client.new_files);
  CHECK(client.refreshes);
  CHECK(client.watches_files);
  CHECK(client.pulls);
  CHECK(client.markdown);
  CHECK(client.related_information);
  CHECK(client.code_description);
  CHECK(client.unnecessary_tag);
  CHECK(client.preferred_actions);
  CHECK(client.literal_actions);
  CHECK(client.symbol_tree);
}

TEST_CASE("the first workspace folder comes before the older rootUri", "[lsp]") {
  CHECK(read_client(*read_json(R"({"rootUri":"file:///a"})")).root == "file:///a");
  CHECK(read_client(*read_json(R"({"rootUri":"file:///a","workspaceFolders":[{"uri":"file:///b"}]})")).root ==
        "file:///b");
  CHECK_FALSE(read_client(*read_json(R"({"rootUri":null,"workspaceFolders":null})")).root);
}

}  // namespace
}  // namespace gialint
