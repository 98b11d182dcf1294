#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

/// A block of shell lines of a page, and the block of output behind it.
struct CodeBlock {
  std::string lines;
  std::string output;
  bool has_output = false;
};

std::vector<CodeBlock> blocks_of(std::string_view page) {
  std::vector<CodeBlock> blocks;
  std::istringstream lines{std::string(page)};
  std::string kind;
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("```", 0) == 0) {
      kind = kind.empty() ? line.substr(3) : "";
      if (kind == "sh") blocks.emplace_back();
      if (kind == "text") blocks.back().has_output = true;
    } else if (kind == "sh") {
      blocks.back().lines += line + "\n";
    } else if (kind == "text") {
      blocks.back().output += line + "\n";
    }
  }
  return blocks;
}

TEST_CASE("the commands of plugins/README.md do what it says, in both languages", "[cli]") {
  const std::string page = bytes_of(std::string(GIALINT_SOURCE_DIR) + "/plugins/README.md");
  const std::size_t english = page.find("\n# In English\n");
  REQUIRE(english != std::string::npos);
  for (const std::string& half : {page.substr(0, english), page.substr(english)}) {
    const Folder folder;
    std::string here = folder.path();
    const std::vector<CodeBlock> blocks = blocks_of(half);
    CHECK(blocks.size() >= 5);
    for (const CodeBlock& block : blocks) {
      INFO(block.lines);
      // Where one block ends the next begins: the last line of each tells where it is.
      const std::string script =
          "gialint() { $GIALINT \"$@\"; }\nset -e\n" + block.lines + "pwd > '" + folder.path() + "/.here'\n";
      const Outcome run = shell(script, {here, "", {{"HOME", folder.path() + "/home"}}});
      INFO(run.out << run.err);
      CHECK(run.status == 0);
      if (block.has_output) CHECK(run.out == block.output);
      here = bytes_of(folder / ".here");
      here.erase(here.find_last_not_of('\n') + 1);
    }
  }
}

}  // namespace
}  // namespace gialint
