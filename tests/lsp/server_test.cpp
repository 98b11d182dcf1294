// The conversations in transcripts/*.lsp, each with a server of its own whose rules look for 甲, 乙 and 丙. A line is
//   # text     a comment
//   > JSON     what the client sends; then the server works until nothing is left to do
//   >> JSON    the same, but the next message is there before the server gets to work
//   < JSON     what the server sends, in order
//   = N        the exit status, at the end
// With GIALINT_UPDATE set in the environment what the server says is written in place of what it should: read the
// difference as you read code.

#include "engine/lsp/server.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/packs/version_range.hpp"
#include "reporters/pages.hpp"
#include "tests/lsp/conversation.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;
using test::Conversation;
using test::Rules;

std::string bytes_in(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// `text` with what differs from build to build under a name of its own.
std::string settled(std::string text) {
  for (const auto& [value, name] :
       {std::pair(std::string(own_version_text()), "@VERSION@"), std::pair(std::string(homepage()), "@HOMEPAGE@")}) {
    for (std::size_t at = text.find(value); at != std::string::npos; at = text.find(value, at))
      text.replace(at, value.size(), name);
  }
  return text;
}

// The conversation in `transcript` with the lines of the server as they are now.
std::string replayed(const std::string& transcript) {
  Server server(test::workspace_options(Rules::sample));
  std::string lines;
  std::istringstream in(transcript);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("< ") || line.starts_with("= ")) continue;
    lines += line + "\n";
    const bool waits = line.starts_with(">> ");
    if (!waits && !line.starts_with("> ")) continue;
    server.receive({line.substr(waits ? 3 : 2), {}});
    while (!waits && server.work()) {
    }
    for (const std::string& body : server.take_output()) lines += "< " + settled(body) + "\n";
  }
  lines += "= " + std::to_string(server.exit_status()) + "\n";
  return lines;
}

TEST_CASE("the server says what the transcripts say", "[lsp]") {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(GIALINT_SOURCE_DIR "/tests/lsp/transcripts"))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() >= 8);
  for (const fs::path& file : files) {
    const std::string expected = bytes_in(file);
    const std::string now = replayed(expected);
    if (std::getenv("GIALINT_UPDATE") != nullptr) std::ofstream(file, std::ios::binary) << now;
    INFO(file.filename().string());
    CHECK(now == expected);
  }
}

TEST_CASE("every message of the server is one JSON-RPC message", "[lsp]") {
  for (const auto& entry : fs::directory_iterator(GIALINT_SOURCE_DIR "/tests/lsp/transcripts")) {
    std::istringstream in(replayed(bytes_in(entry.path())));
    for (std::string line; std::getline(in, line);) {
      if (!line.starts_with("< ")) continue;
      const auto message = read_json(std::string_view(line).substr(2));
      REQUIRE(message);
      CHECK((*message)["jsonrpc"].string() == "2.0");
      const bool is_call = !(*message)["method"].is_null();
      const bool is_answer = message->members().count("result") + message->members().count("error") == 1;
      CHECK(is_call != is_answer);
    }
  }
}

TEST_CASE("a stream that is none ends the server with status 1", "[lsp]") {
  Server server(test::workspace_options(Rules::sample));
  server.receive({{}, FrameFault::no_length});
  CHECK_FALSE(server.has_ended());
  server.receive({{}, FrameFault::endless_head});
  CHECK(server.has_ended());
  CHECK(server.exit_status() == 1);
  CHECK(server.take_output().size() == 2);
  CHECK_FALSE(server.work());
}

TEST_CASE("ten changes that came together cost one linting", "[lsp]") {
  Conversation editor(test::workspace_options(Rules::sample));
  editor.begin();
  editor.open("untitled:a", "甲\n");
  const std::size_t before = editor.received().size();
  for (int i = 0; i < 9; ++i) {
    editor.server().receive(
        {R"({"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"untitled:a",)"
         R"("version":2},"contentChanges":[{"text":"乙\n"}]}})",
         {}});
  }
  CHECK(editor.server().waiting() == 9);
  editor.change("untitled:a", R"({"text":"丙\n"})");
  CHECK(editor.received().size() == before + 1);
}

}  // namespace
}  // namespace gialint
