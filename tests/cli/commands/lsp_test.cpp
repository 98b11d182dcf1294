#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

std::string message(const std::string& body) {
  return "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

const std::string opening = message(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}})") +
                            message(R"({"jsonrpc":"2.0","method":"initialized","params":{}})");
const std::string closing =
    message(R"({"jsonrpc":"2.0","id":2,"method":"shutdown"})") + message(R"({"jsonrpc":"2.0","method":"exit"})");

std::string opened(const std::string& path) {
  return message(R"({"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file://)" + path +
                 R"(","languageId":"plaintext","version":1,"text":"青山县水务局2023年政府信息公开工作年度报告\n\n)"
                 R"(一、总体情况\n甲处应当报错。\n"}}})");
}

TEST_CASE("lsp talks the protocol over the standard streams, and says nothing else there", "[cli]") {
  const Folder folder;
  const Outcome run = gialint({"lsp", "--stdio", "--rules-dir", fixture("rules"), "--isolated"},
                              {folder.path(), opening + opened(folder / "a.txt") + closing, {}});
  CHECK(run.status == 0);
  CHECK(run.err.empty());
  CHECK(run.out.starts_with("Content-Length: "));
  CHECK(run.out.find(R"("serverInfo":{"name":"gialint")") != std::string::npos);
  CHECK(run.out.ends_with(R"({"jsonrpc":"2.0","id":2,"result":null})"));
}

TEST_CASE("lsp lints by the configuration beside the file and by its options", "[cli]") {
  const Folder folder;
  // The end of the input instead of shutdown: an editor that was killed. What came before is dealt with.
  const auto said = [&](const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"lsp", "--rules-dir", fixture("rules")};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Outcome run = gialint(arguments, {folder.path(), opening + opened(folder / "a.txt"), {}});
    CHECK(run.status == 1);
    return run.out;
  };
  CHECK(said({}).find("这里有“甲”字") != std::string::npos);
  CHECK(said({"--lang", "en"}).find("here stands '甲'") != std::string::npos);
  CHECK(said({"--ignore", "test/error-word"}).find("这里有") == std::string::npos);
  folder.write("gialint.toml", "[rules]\n\"test/error-word\" = \"off\"\n");
  CHECK(said({}).find("这里有") == std::string::npos);
  CHECK(said({"--isolated"}).find("这里有“甲”字") != std::string::npos);
}

TEST_CASE("lsp ends with status 1 when the client goes away, and with 2 over rules that cannot be used", "[cli]") {
  const Folder folder;
  CHECK(gialint({"lsp"}, {folder.path(), "", {}}).status == 1);
  CHECK(gialint({"lsp"}, {folder.path(), opening, {}}).status == 1);
  CHECK(gialint({"lsp"}, {folder.path(), std::string(10000, 'x'), {}}).status == 1);
  CHECK(gialint({"lsp", "--rules-dir", folder / "none"}, {folder.path(), opening + closing, {}}).status == 2);
  CHECK(gialint({"lsp", "--select", "no/rule"}, {folder.path(), opening + closing, {}}).status == 2);
  CHECK(gialint({"lsp", "a.txt"}, {folder.path(), "", {}}).status == 2);
}

}  // namespace
}  // namespace gialint
