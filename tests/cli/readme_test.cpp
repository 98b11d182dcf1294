#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"
#include "tests/office/word_files.hpp"

namespace gialint {
namespace {

constexpr const char* pages[] = {"README.md", "README.en.md"};

// The blocks of one kind on a page: "sh", "toml".
std::vector<std::string> code_of(const std::string& page, const std::string& kind) {
  std::vector<std::string> blocks;
  std::istringstream lines(bytes_of(GIALINT_SOURCE_DIR "/" + page));
  std::string open;
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("```", 0) == 0) {
      open = open.empty() ? line.substr(3) : "";
      if (open == kind) blocks.emplace_back();
    } else if (open == kind) {
      blocks.back() += line + "\n";
    }
  }
  return blocks;
}

// The lines of shell that can be tried: not those that build, install or wait, nor those with names that stand for
// others. Without what is said of them.
std::vector<std::string> commands_of(const std::string& page) {
  std::vector<std::string> commands;
  for (const std::string& block : code_of(page, "sh")) {
    std::istringstream lines(block);
    for (std::string line; std::getline(lines, line);) {
      line.erase(std::min(line.find("  #"), line.size()));
      line.erase(line.find_last_not_of(' ') + 1);
      bool tried = line.find("gialint ") != std::string::npos;
      for (const char* left_out : {"./scripts", "cmake", "cpack", "--watch", "FOLDER", "NAME"})
        tried = tried && line.find(left_out) == std::string::npos;
      if (tried) commands.push_back(line);
    }
  }
  return commands;
}

// A folder with all that the pages speak of.
void prepare(const Folder& folder) {
  const std::string report = bytes_of(GIALINT_SOURCE_DIR "/fixtures/reports/clean-cells.txt");
  std::string next_year = report;
  for (std::size_t at = next_year.find("2022"); at != std::string::npos; at = next_year.find("2022", at))
    next_year.replace(at, 4, "2023");
  for (const char* name : {"年报.txt", "年报2022.txt", "乡镇/年报.txt", "2022/年报.txt", "年报/年报.txt"})
    folder.write(name, report);
  folder.write("年报.docx", word_file({word_paragraph("青石县民政局2023年政府信息公开工作年度报告") +
                                           word_paragraph("一、总体情况") + word_paragraph("认真落实。"),
                                       {},
                                       {},
                                       {},
                                       {}}));
  for (const char* name : {"年报2023.txt", "2023/年报.txt"}) folder.write(name, next_year);
  const Outcome made = shell("\"$GIALINT\" init && \"$GIALINT\" plugin add '" GIALINT_SOURCE_DIR "/plugins/shandong'",
                             {folder.path(), "", {{"HOME", folder.path()}}});
  INFO(made.err);
  REQUIRE(made.status == 0);
}

TEST_CASE("the commands of the README can be given as they stand there", "[cli]") {
  for (const char* page : pages) {
    const Folder folder;
    prepare(folder);
    const std::vector<std::string> commands = commands_of(page);
    CHECK(commands.size() >= 20);
    const std::string before = "gialint() { \"$GIALINT\" \"$@\"; }\ngit init -q . 2>/dev/null || true\n";
    for (const std::string& command : commands) {
      INFO(page << ": " << command);
      const Outcome run = shell(before + command, {folder.path(), "", {{"HOME", folder.path()}}});
      INFO(run.out << run.err);
      CHECK(run.status <= 1);
    }
  }
}

TEST_CASE("the configurations of the README are valid", "[cli]") {
  for (const char* page : pages) {
    const std::vector<std::string> blocks = code_of(page, "toml");
    CHECK(blocks.size() >= 4);
    for (const std::string& block : blocks) {
      const Folder folder;
      INFO(page << ":\n" << block);
      // Those that name plugins have them beside them.
      shell("mkdir -p lib && cp -R '" GIALINT_SOURCE_DIR "/plugins/shandong' '" GIALINT_SOURCE_DIR
            "/plugins/gongwen' lib && \"$GIALINT\" new plugin rules-of-our-city",
            {folder.path(), "", {}});
      std::string plugins = block;
      if (const std::size_t at = plugins.find("\"shandong\"]"); at != std::string::npos)
        plugins.replace(at, 11, "\"shandong\", \"gongwen\"]");
      folder.write("gialint.toml", (plugins.find("schema = 1") == std::string::npos ? "schema = 1\n" : "") + plugins);
      const Outcome run =
          gialint({"config"}, {folder.path(), "", {{"HOME", folder.path()}, {"GIALINT_PLUGIN_PATH", folder / "lib"}}});
      INFO(run.err);
      CHECK(run.status == 0);
    }
  }
}

TEST_CASE("both languages of the README show the same commands", "[cli]") {
  CHECK(commands_of(pages[0]) == commands_of(pages[1]));
}

}  // namespace
}  // namespace gialint
