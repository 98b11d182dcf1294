// What goes wrong: each clear, none a crash, and the other files are still checked.

#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

// Checks one broken path beside a sound report; the report's four lines come in any case.
Outcome check_beside_report(const Folder& folder, const std::string& broken,
                            const std::vector<std::string>& more = {}) {
  folder.copy("reports/marked.txt", "zz.txt");
  std::vector<std::string> arguments = {broken, "zz.txt"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const Outcome run = gialint(with_test_rules(arguments), {folder.path(), "", {}});
  CHECK(run.out.find("zz.txt:4:16: error: ") != std::string::npos);
  CHECK(run.out.find("zz.txt:6:13: warning: ") != std::string::npos);
  return run;
}

bool is_one_line(const std::string& text) { return !text.empty() && text.find('\n') == text.size() - 1; }

TEST_CASE("a file without text is one line on stderr and status 2", "[cli][trouble]") {
  const std::string zeros(64, '\0');
  const std::vector<std::string> contents = {"", " \n\t\r\n　\n", "\x89PNG\r\n\x1a\n" + zeros, "%PDF-1.7\n" + zeros,
                                             "PK\x03\x04" + zeros};
  for (const std::string& content : contents) {
    const Folder folder;
    folder.write("a.txt", content);
    const Outcome run = check_beside_report(folder, "a.txt");
    CHECK(run.status == 2);
    CHECK(is_one_line(run.err));
    CHECK(run.err.rfind("gialint: a.txt: ", 0) == 0);
  }
}

TEST_CASE("a missing path is one line on stderr and status 2", "[cli][trouble]") {
  const Folder folder;
  const Outcome run = check_beside_report(folder, "没有.txt");
  CHECK(run.err == "gialint: 没有.txt: 没有这个文件或者文件夹\n");
  CHECK(run.status == 2);
  const Outcome english = check_beside_report(folder, "nothing.txt", {"--fail-on=never", "--lang", "en"});
  CHECK(english.err == "gialint: nothing.txt: no such file or folder\n");
  CHECK(english.status == 2);
}

TEST_CASE("a report may come through a pipe that a shell opened", "[cli][trouble]") {
  const Folder folder;
  folder.copy("reports/marked.txt", "a.txt");
  const Outcome run = shell("cat a.txt | \"$GIALINT\" --isolated --rules-dir '" + fixture("rules") + "' /dev/fd/0",
                            {folder.path(), "", {}});
  CHECK(run.out.find("/dev/fd/0:4:16: error: ") != std::string::npos);
  CHECK(run.err.empty());
}

TEST_CASE("a path through a file is no folder", "[cli][trouble]") {
  const Folder folder;
  folder.write("file", "x");
  const Outcome run = check_beside_report(folder, "file/inside.txt");
  CHECK(is_one_line(run.err));
  CHECK(run.status == 2);
}

TEST_CASE("an unreadable folder is one line on stderr and status 2", "[cli][trouble]") {
  if (::geteuid() == 0) {
    WARN("not run: root reads every folder");
    return;
  }
  const Folder folder;
  folder.copy("reports/marked.txt", "tree/closed/a.txt");
  folder.copy("reports/marked.txt", "tree/open/a.txt");
  ::chmod((folder / "tree/closed").c_str(), 0);
  const Outcome run = check_beside_report(folder, "tree");
  ::chmod((folder / "tree/closed").c_str(), 0700);
  CHECK(run.err == "gialint: tree/closed: 没有权限\n");
  CHECK(run.out.find("tree/open/a.txt:4:16: ") != std::string::npos);
  CHECK(run.status == 2);
}

TEST_CASE("a folder whose path is too long is one line on stderr, and its siblings are checked", "[cli][trouble]") {
  const Folder folder;
  folder.copy("reports/marked.txt", "tree/open/a.txt");
  // Made step by step from inside: no system call ever sees the whole path.
  const std::string name(200, 'd');
  int at = ::open((folder / "tree").c_str(), O_RDONLY | O_DIRECTORY);
  for (int depth = 0; depth < 25; ++depth) {
    REQUIRE(::mkdirat(at, name.c_str(), 0700) == 0);
    const int below = ::openat(at, name.c_str(), O_RDONLY | O_DIRECTORY);
    REQUIRE(below >= 0);
    ::close(at);
    at = below;
  }
  ::close(at);
  const Outcome run = check_beside_report(folder, "tree");
  shell("rm -rf tree", {folder.path(), "", {}});
  CHECK(is_one_line(run.err));
  CHECK(run.err.find("文件名太长") != std::string::npos);
  CHECK(run.out.find("tree/open/a.txt:4:16: ") != std::string::npos);
  CHECK(run.status == 2);
}

TEST_CASE("undecodable bytes are an error at their place", "[cli][trouble]") {
  const Folder folder;
  folder.write("a.txt", "青山县水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n正文\xff\xfe正文。\n");
  const Outcome run = check_beside_report(folder, "a.txt", {"--encoding", "utf-8"});
  CHECK(run.out.find("a.txt:4:3: error: ") != std::string::npos);
  CHECK(run.out.find("[input/undecodable]") != std::string::npos);
  CHECK(run.out.find("第 88 字节") != std::string::npos);
  CHECK(run.status == 1);
}

TEST_CASE("what is no report is an error when named and an info in a folder", "[cli][trouble]") {
  const Folder folder;
  folder.write("other/README.md", "# Something else\n\nNothing to do with it.\n");
  const Setting here = {folder.path(), "", {}};
  const Outcome named = gialint(with_test_rules({"other/README.md"}), here);
  CHECK(named.out.find("other/README.md:1:1: error: ") == 0);
  CHECK(named.out.find("[input/not-a-report]") != std::string::npos);
  CHECK(named.status == 1);
  const Outcome met = gialint(with_test_rules({"other"}), here);
  CHECK(met.out.find("other/README.md:1:1: info: ") == 0);
  CHECK(met.status == 0);
  CHECK(gialint(with_test_rules({"other/README.md", "--ignore", "input/not-a-report"}), here).out.empty());
}

TEST_CASE("a report for a year before every form is an info and nothing else", "[cli][trouble]") {
  const Folder folder;
  folder.write("a.txt", "青山县水务局2012年政府信息公开工作年度报告\n\n我局全年主动公开信息，甲处不应报错。\n");
  const Outcome run = gialint(with_test_rules({"a.txt"}), {folder.path(), "", {}});
  CHECK(run.out.find("a.txt:1:1: info: ") == 0);
  CHECK(run.out.find("[input/unsupported-year]") != std::string::npos);
  CHECK(run.out.find("甲") == std::string::npos);
  CHECK(run.status == 0);
}

TEST_CASE("a broken configuration names place and nearest name, and other folders are checked", "[cli][trouble]") {
  const Folder folder;
  folder.copy("reports/marked.txt", "bad/a.txt");
  folder.copy("reports/marked.txt", "bad/b.txt");
  folder.copy("reports/marked.txt", "good/a.txt");
  folder.write("bad/gialint.toml", "schema = 1\n\n[rules]\n\"test/eror-word\" = \"off\"\n");
  const Setting here = {folder.path(), "", {}};
  const Outcome run = gialint({"--rules-dir", fixture("rules"), "."}, here);
  CHECK(is_one_line(run.err));
  CHECK(run.err.find("gialint: bad/gialint.toml:4:1: ") == 0);
  CHECK(run.err.find("test/error-word") != std::string::npos);
  CHECK(run.out.find("good/a.txt:4:16: error: ") != std::string::npos);
  CHECK(run.out.find("bad/") == std::string::npos);
  CHECK(run.status == 2);
  CHECK(gialint({"--rules-dir", fixture("rules"), "--config", "bad/gialint.toml", "good"}, here).status == 2);
  CHECK(gialint({"--rules-dir", fixture("rules"), "--config", "none.toml", "good"}, here).status == 2);
}

// A folder of the test rules and one more.
std::string rules_with(const Folder& folder, const std::string& text) {
  folder.copy("rules", "rules");
  folder.write("rules/test/bad-rule.lua", text);
  return folder / "rules";
}

std::string rule_that_does(const std::string& body) {
  return "return { api = 1, since = '0.1.0', severity = 'error', precision = 'high',\n"
         "  title = { zh = '坏规则', en = 'bad rule' }, help = { zh = '无', en = 'none' }, basis = { '无' },\n"
         "  messages = { found = { zh = '有', en = 'has' } },\n"
         "  check = function(report, ctx) ctx:emit { at = report, message = 'found' }\n" +
         body + "\n  end }\n";
}

TEST_CASE("a rule that fails costs its own findings only, and status 2", "[cli][trouble]") {
  struct Case {
    const char* body;
    const char* what;
  };
  const Case cases[] = {
      {"error('坏了')", "坏了"},
      {"while true do end", "test/bad-rule"},
      {"local t = {} while true do t[#t + 1] = {} end", "test/bad-rule"},
      {"local s = 'x' while true do s = s .. s end", "test/bad-rule"},
      {"return report.nothing_of_that_name", "test/bad-rule"},
      {"local function f() return 1 + f() end f()", "test/bad-rule"},
  };
  for (const Case& c : cases) {
    const Folder folder;
    folder.copy("reports", "reports");
    const std::string rules = rules_with(folder, rule_that_does(c.body));
    const Setting here = {folder.path(), "", {}};
    const Outcome run = gialint({"--isolated", "--rules-dir", rules, "reports"}, here);
    INFO(c.body);
    CHECK(run.status == 2);
    CHECK(run.err.find(c.what) != std::string::npos);
    CHECK(run.err.find("reports/marked.txt: 规则 test/bad-rule") != std::string::npos);
    CHECK(run.out == gialint(with_test_rules({"reports"}), here).out);
  }
}

TEST_CASE("a rule that cannot be loaded is left out with one line, and status 2", "[cli][trouble]") {
  for (const std::string text : {"return {", "return 5", "\x1bLua", "error('no')", "while true do end", ""}) {
    const Folder folder;
    folder.copy("reports", "reports");
    const std::string rules = rules_with(folder, text);
    const Setting here = {folder.path(), "", {}};
    const Outcome run = gialint({"--isolated", "--rules-dir", "rules", "reports"}, here);
    INFO(text);
    CHECK(run.status == 2);
    CHECK(is_one_line(run.err));
    CHECK(run.err.find("规则 test/bad-rule 不能用，已略过：rules/test/bad-rule.lua:") != std::string::npos);
    CHECK(run.out == gialint(with_test_rules({"reports"}), here).out);
  }
}

TEST_CASE("a rules folder that is none is a failure that names it", "[cli][trouble]") {
  const Folder folder;
  folder.write("empty/readme.txt", "x");
  folder.write("broken/editions/2021.toml", "schema = \n");
  for (const std::string name : {"missing", "empty", "broken"}) {
    const Outcome run = gialint({"--rules-dir", name, fixture("reports")}, {folder.path(), "", {}});
    CHECK(run.status == 2);
    CHECK(run.out.empty());
    CHECK(run.err.find("gialint: " + name) == 0);
  }
}

TEST_CASE("a reader who goes away ends the run without a word", "[cli][trouble]") {
  const Folder folder;
  const std::string marked = bytes_of(fixture("reports/marked.txt"));
  for (int i = 0; i < 2000; ++i) folder.write("r/" + std::to_string(i) + ".txt", marked);
  for (const std::string jobs : {"1", "4"}) {
    const Outcome run = shell("{ \"$GIALINT\" --isolated --rules-dir '" + fixture("rules") + "' -j" + jobs +
                                  " r; echo $? >status; } | head -n 1",
                              {folder.path(), "", {}});
    CHECK(run.out == "r/0.txt:4:13: info: 这里有“丙”字 [test/info-word]\n");
    CHECK(run.err.empty());
    CHECK(bytes_of(folder / "status") == "2\n");
  }
}

TEST_CASE("output that cannot be written is a failure", "[cli][trouble]") {
  if (!std::filesystem::exists("/dev/full")) {
    WARN("not run: there is no /dev/full");
    return;
  }
  const Outcome run =
      shell("\"$GIALINT\" --isolated --rules-dir '" + fixture("rules") + "' '" + fixture("reports") + "' >/dev/full");
  CHECK(run.status == 2);
  CHECK(run.err.find("磁盘已满") != std::string::npos);
  const Outcome file = gialint(with_test_rules({fixture("reports"), "-o", "/no/such/folder/out.txt"}));
  CHECK(file.status == 2);
  CHECK(is_one_line(file.err));
}

TEST_CASE("a text of 50 MB is checked to its end", "[cli][trouble]") {
  const Folder folder;
  std::string text = bytes_of(fixture("reports/quiet.txt"));
  const std::string line = "　　这一行没有要找的字，只是为了把文件撑大，共有若干字。\n";
  while (text.size() < 50'000'000) text += line;
  text += "甲\n";
  folder.write("big.txt", text);
  const Outcome run = check_beside_report(folder, "big.txt", {"--max-size", "64"});
  CHECK(run.out.find("big.txt:") == 0);
  CHECK(run.err.empty());
  CHECK(run.status == 1);
}

TEST_CASE("a line of 20 MB is checked to its end", "[cli][trouble]") {
  const Folder folder;
  std::string text = bytes_of(fixture("reports/quiet.txt"));
  const std::string piece = "这一行没有要找的字，只是很长，";
  while (text.size() < 20'000'000) text += piece;
  text += "甲\n";
  folder.write("long.txt", text);
  const Outcome run = check_beside_report(folder, "long.txt", {"--max-size", "64"});
  CHECK(run.out.find("long.txt:7:") == 0);
  CHECK(run.err.empty());
  CHECK(run.status == 1);
}

TEST_CASE("a report is read up to 16 MiB, unless --max-size allows more", "[cli][trouble]") {
  const Folder folder;
  std::string text = bytes_of(fixture("reports/quiet.txt"));
  text.resize(16U << 20U, '\n');
  folder.write("most.txt", text);
  CHECK(check_beside_report(folder, "most.txt").err.empty());
  folder.write("more.txt", text + "\n");
  const Outcome run = check_beside_report(folder, "more.txt");
  CHECK(is_one_line(run.err));
  CHECK(run.err.find("--max-size") != std::string::npos);
  CHECK(run.status == 2);
  CHECK(check_beside_report(folder, "more.txt", {"--max-size=17"}).err.empty());
}

TEST_CASE("a file over the size limit is refused", "[cli][trouble]") {
  if (!std::filesystem::exists("/dev/zero")) {
    WARN("not run: there is no /dev/zero");
    return;
  }
  const Folder folder;
  const Outcome run = check_beside_report(folder, "/dev/zero");
  CHECK(is_one_line(run.err));
  CHECK(run.status == 2);
}

}  // namespace
}  // namespace gialint
