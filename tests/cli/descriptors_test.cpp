// Closed standard streams: no file is opened under their numbers, so that nothing meant for them gets into a file.

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

const std::vector<std::string> combinations = {"",        "<&-",      ">&-",      "2>&-",
                                               "<&- >&-", "<&- 2>&-", ">&- 2>&-", "<&- >&- 2>&-"};

// What each file below `folder` holds, and its name.
std::string snapshot(const Folder& folder) {
  return shell("find . -type f ! -name status | sort | while read f; do echo \"$f\"; cat \"$f\"; done",
               {folder.path(), "", {}})
      .out;
}

const char* const fixing_rule = R"(return {
  api = 1, since = "0.1.0", severity = "error", precision = "very-high", fixable = "safe",
  title = { zh = "改字", en = "a word" }, help = { zh = "改字", en = "change the word" }, basis = { "测试用，没有依据" },
  messages = { found = { zh = "有字", en = "there is a word" }, change = { zh = "改字", en = "change it" } },
  check = function(report, ctx)
    for _, match in ipairs(report:find_all("甲")) do
      ctx:emit { at = match, message = "found",
                 fix = { message = "change", edits = { ctx.edit.replace(match, "乙") } } }
    end
  end,
}
)";

TEST_CASE("whatever standard streams are closed, a command writes the same into its files", "[cli]") {
  const std::string rules = " --isolated --rules-dir '" GIALINT_SOURCE_DIR "/fixtures/cli/rules'";
  const std::vector<std::string> commands = {
      "fix --isolated --rules-dir rules --lang en a.txt b.txt none.txt",
      "check" + rules + " a.txt none.txt -o out.txt",
      "check" + rules + " a.txt none.txt -o out.txt --output json=out.json --output sarif=out.sarif",
      "model" + rules + " a.txt -o out.json",
      "extract --isolated a.txt none.txt -o out.csv",
      "baseline --rules-dir '" GIALINT_SOURCE_DIR "/fixtures/cli/rules' --reason x a.txt",
      "init",
      "new rule test/new-one",
      "new plugin shandong",
      "api --lua",
      "help check",
  };
  for (const std::string& command : commands) {
    std::string expected;
    for (const std::string& closed : combinations) {
      const Folder folder;
      folder.copy("reports/marked.txt", "a.txt");
      folder.copy("reports/marked.txt", "b.txt");
      folder.write("rules/test/safe.lua", fixing_rule);
      shell("{ \"$GIALINT\" " + command + "; } >/dev/null " + closed, {folder.path(), "", {}});
      const std::string files = snapshot(folder);
      if (closed.empty()) expected = files;
      if (command.starts_with("fix")) CHECK(bytes_of(folder / "b.txt").find("乙") != std::string::npos);
      INFO(command << "  " << closed);
      CHECK(files == expected);
    }
  }
}

TEST_CASE("a closed standard output is a failure, not a silent success", "[cli]") {
  const Outcome closed = shell("\"$GIALINT\" --version >&-");
  CHECK(closed.status == 2);
  CHECK(closed.err.find("没有打开") != std::string::npos);
  const Outcome input = shell("\"$GIALINT\" --isolated - <&-");
  CHECK(input.status == 2);
  CHECK(input.err.find("<stdin>: 没有打开") != std::string::npos);
}

}  // namespace
}  // namespace gialint
