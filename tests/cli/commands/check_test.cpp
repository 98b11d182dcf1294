#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

const char* const all_lines =
    "marked.txt:4:13: info: 这里有“丙”字 [test/info-word]\n"
    "marked.txt:4:16: error: 这里有“甲”字 [test/error-word]\n"
    "marked.txt:6:3: warning: 这里有“乙”字 [test/warning-word]\n"
    "marked.txt:6:13: warning: 这里有“乙”字 [test/warning-word]\n";

Outcome check(std::vector<std::string> arguments, Setting setting = {}) {
  if (setting.folder == ".") setting.folder = fixture("reports");
  return gialint(with_test_rules(std::move(arguments)), setting);
}

std::size_t count(const std::string& text, const std::string& piece) {
  std::size_t found = 0;
  for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) ++found;
  return found;
}

TEST_CASE("--show-files lists what would be read, and checks nothing", "[cli]") {
  const Folder folder;
  folder.copy("reports/marked.txt", "b/一.txt");
  folder.copy("reports/marked.txt", "a.txt");
  folder.write("c.png", "x");
  const Outcome run = gialint({"--show-files", "--exclude", "x", "."}, {folder.path(), "", {}});
  CHECK(run.status == 0);
  CHECK(run.out == "a.txt\nb/一.txt\n");
  CHECK(run.err.empty());
  const Outcome gone = gialint({"--show-files", "a.txt", "gone.txt"}, {folder.path(), "", {}});
  CHECK(gone.status == 2);
  CHECK(gone.out == "a.txt\n");
  CHECK(gone.err.find("gone.txt") != std::string::npos);
}

TEST_CASE("a report with an error gives its lines and status 1", "[cli]") {
  const Outcome run = check({"marked.txt"});
  CHECK(run.out == all_lines);
  CHECK(run.err.empty());
  CHECK(run.status == 1);
}

TEST_CASE("a report without diagnostics gives nothing and status 0", "[cli]") {
  const Outcome run = check({"quiet.txt"});
  CHECK(run.out.empty());
  CHECK(run.err.empty());
  CHECK(run.status == 0);
}

TEST_CASE("check may be written, left out, and mixed with options and paths", "[cli]") {
  CHECK(check({"check", "marked.txt"}).out == all_lines);
  CHECK(check({"marked.txt", "--color", "never", "quiet.txt"}).out == all_lines);
  CHECK(check({"--", "marked.txt"}).out == all_lines);
  CHECK(check({}).out == all_lines);
}

TEST_CASE("--fail-on sets the level of status 1", "[cli]") {
  CHECK(check({"--only", "test/warning-word", "marked.txt"}).status == 0);
  CHECK(check({"--only", "test/warning-word", "--fail-on", "warning", "marked.txt"}).status == 1);
  CHECK(check({"--only", "test/info-word", "--fail-on", "warning", "marked.txt"}).status == 0);
  CHECK(check({"--only", "test/info-word", "--fail-on=info", "marked.txt"}).status == 1);
  CHECK(check({"--fail-on", "never", "marked.txt"}).status == 0);
}

TEST_CASE("more warnings than --max-warnings give status 1", "[cli]") {
  CHECK(check({"--ignore", "test/error-word", "--max-warnings", "2", "marked.txt"}).status == 0);
  CHECK(check({"--ignore", "test/error-word", "--max-warnings", "1", "marked.txt"}).status == 1);
  CHECK(check({"--ignore", "test/error-word", "--max-warnings", "1", "--quiet", "marked.txt"}).status == 1);
}

TEST_CASE("--quiet shows errors only and leaves the status alone", "[cli]") {
  const Outcome run = check({"-q", "--fail-on", "warning", "--ignore", "test/error-word", "marked.txt"});
  CHECK(run.out.empty());
  CHECK(run.status == 1);
  CHECK(check({"-q", "marked.txt"}).out == "marked.txt:4:16: error: 这里有“甲”字 [test/error-word]\n");
}

TEST_CASE("--timing lists stages and rules on the standard error, and changes nothing else", "[cli]") {
  const Outcome plain = check({"--lang", "en", "marked.txt", "quiet.txt"});
  const Outcome timed = check({"--lang", "en", "--timing", "marked.txt", "quiet.txt", "-j2"});
  CHECK(timed.out == plain.out);
  CHECK(timed.status == plain.status);
  CHECK(plain.err.find("total ms") == std::string::npos);

  std::vector<std::string> names;  // the first word of each line, an empty line between the tables
  std::istringstream lines(timed.err);
  for (std::string line; std::getline(lines, line);) names.push_back(line.substr(0, line.find(' ')));
  REQUIRE(names.size() > 12);
  CHECK(std::vector<std::string>(names.begin(), names.begin() + 12) ==
        std::vector<std::string>{"time", "stage", "decode", "blocks", "outline", "tables", "paragraphs", "totals",
                                 "claims", "rules", "", "rule"});
  std::sort(names.begin() + 12, names.end());
  CHECK(std::vector<std::string>(names.begin() + 12, names.end()) ==
        std::vector<std::string>{"test/error-word", "test/info-word", "test/warning-word"});
  CHECK(timed.err.find("(2 files") != std::string::npos);
  CHECK(timed.err.find("slowest file") != std::string::npos);

  CHECK(check({"--timing", "--only", "test/info-word", "quiet.txt"}).err.find("最慢的文件") != std::string::npos);
  CHECK(check({"--timing", "missing.txt"}).err.find("stage") == std::string::npos);
}

TEST_CASE("rules are chosen by lists, repeated or with commas", "[cli]") {
  CHECK(count(check({"--only", "test/info-word,test/error-word", "marked.txt"}).out, "\n") == 2);
  CHECK(count(check({"--ignore", "test/info-word", "--ignore", "test/error-word", "marked.txt"}).out, "\n") == 2);
  CHECK(check({"--ignore", "test", "marked.txt"}).out.empty());
  CHECK(count(check({"--ignore", "test/*", "--select", "test/info-word", "marked.txt"}).out, "\n") == 1);
}

TEST_CASE("a rule that does not exist is a usage error that names the nearest", "[cli]") {
  const Outcome run = check({"--only", "test/eror-word", "marked.txt"});
  CHECK(run.status == 2);
  CHECK(run.out.empty());
  CHECK(run.err.find("--only: ") != std::string::npos);
  CHECK(run.err.find("\"test/error-word\"") != std::string::npos);
}

TEST_CASE("columns count what --column-unit says", "[cli]") {
  const auto first = [](const std::string& unit) {
    const std::string out = check({"--column-unit", unit, "--only", "test/error-word", "marked.txt"}).out;
    return out.substr(0, out.find(": "));
  };
  CHECK(first("code-point") == "marked.txt:4:16");
  CHECK(first("byte") == "marked.txt:4:46");
  CHECK(first("utf16") == "marked.txt:4:16");
  CHECK(first("display") == "marked.txt:4:31");
}

TEST_CASE("messages come in the language asked for", "[cli]") {
  CHECK(check({"--lang", "en", "--only", "test/error-word", "marked.txt"}).out ==
        "marked.txt:4:16: error: here stands '甲' [test/error-word]\n");
}

TEST_CASE("stdout holds nothing but the format asked for", "[cli]") {
  const Folder folder;
  folder.copy("reports/marked.txt", "a.txt");
  folder.write("empty.txt", "");
  for (const std::string format : {"json", "sarif"}) {
    const Outcome run = check({"-f", format, "."}, {folder.path(), "", {}});
    CHECK(run.out.front() == '{');
    CHECK(run.out.substr(run.out.size() - 2) == "}\n");
    CHECK(run.out.find("gialint: ") == std::string::npos);
    CHECK(count(run.err, "\n") == 1);
    CHECK(run.status == 2);
  }
}

TEST_CASE("text on a pipe carries no colour unless it is asked for", "[cli]") {
  CHECK(check({"-f", "pretty", "marked.txt"}).out.find('\x1b') == std::string::npos);
  CHECK(check({"-f", "pretty", "--color", "always", "marked.txt"}).out.find('\x1b') != std::string::npos);
  const Setting forced = {fixture("reports"), "", {{"CLICOLOR_FORCE", "1"}}};
  CHECK(check({"-f", "pretty", "marked.txt"}, forced).out.find('\x1b') != std::string::npos);
  const Setting both = {fixture("reports"), "", {{"CLICOLOR_FORCE", "1"}, {"NO_COLOR", "1"}}};
  CHECK(check({"-f", "pretty", "marked.txt"}, both).out.find('\x1b') == std::string::npos);
  CHECK(check({"marked.txt"}, forced).out == all_lines);
}

TEST_CASE("--output writes the file and nothing else, with the same status", "[cli]") {
  const Folder folder;
  folder.copy("reports", "r");
  const Setting here = {folder.path(), "", {}};
  const Outcome run = check({"-o", "out.txt", "r"}, here);
  CHECK(run.out.empty());
  CHECK(run.status == 1);
  CHECK(bytes_of(folder / "out.txt") == check({"r"}, here).out);
  const auto entries = std::filesystem::directory_iterator(folder.path());
  CHECK(std::distance(begin(entries), end(entries)) == 2);
}

TEST_CASE("the standard input is a file of the name given", "[cli]") {
  const std::string text = bytes_of(fixture("reports/marked.txt"));
  const Outcome unnamed = check({"--only", "test/error-word", "-"}, {fixture("reports"), text, {}});
  CHECK(unnamed.out == "<stdin>:4:16: error: 这里有“甲”字 [test/error-word]\n");
  const Outcome named =
      check({"--only", "test/error-word", "--stdin-filename", "乡镇/a.txt", "-"}, {fixture("reports"), text, {}});
  CHECK(named.out == "乡镇/a.txt:4:16: error: 这里有“甲”字 [test/error-word]\n");
  const Outcome excluded =
      check({"--exclude", "乡镇/", "--stdin-filename", "乡镇/a.txt", "-"}, {fixture("reports"), text, {}});
  CHECK(excluded.out.empty());
  CHECK(excluded.err.find("乡镇/a.txt") != std::string::npos);
  CHECK(excluded.status == 0);
}

TEST_CASE("the nearest gialint.toml of each file decides, also for the standard input", "[cli]") {
  const Folder folder;
  folder.copy("reports/marked.txt", "a/marked.txt");
  folder.copy("reports/marked.txt", "b/marked.txt");
  folder.write("b/gialint.toml", "schema = 1\nexclude = [\"old/\"]\n[rules]\n\"test/*\" = \"off\"\n");
  folder.copy("reports/marked.txt", "b/old/marked.txt");
  const Setting here = {folder.path(), bytes_of(fixture("reports/marked.txt")), {}};
  const auto run = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--rules-dir", fixture("rules")});
    return gialint(arguments, here);
  };
  CHECK(count(run({"."}).out, "a/marked.txt:") == 4);
  CHECK(count(run({"."}).out, "b/") == 0);
  CHECK(run({"--stdin-filename", "b/x.txt", "-"}).out.empty());
  CHECK(count(run({"--isolated", "."}).out, "b/marked.txt:") == 4);
  CHECK(count(run({"--config", "b/gialint.toml", "."}).out, ":") == 0);
  const Outcome named = run({"b/old/marked.txt"});
  CHECK(named.out.empty());
  CHECK(named.err.find("b/old/marked.txt") != std::string::npos);
}

TEST_CASE("fail_on and lang of the configuration hold until an option says otherwise", "[cli]") {
  const Folder folder;
  folder.copy("reports/marked.txt", "marked.txt");
  folder.write("gialint.toml", "lang = \"en\"\nfail_on = \"warning\"\n[rules]\n\"test/error-word\" = \"off\"\n");
  const Setting here = {folder.path(), "", {}};
  const std::vector<std::string> base = {"--rules-dir", fixture("rules"), "marked.txt"};
  const Outcome run = gialint(base, here);
  CHECK(run.status == 1);
  CHECK(run.out.find("here stands") != std::string::npos);
  std::vector<std::string> other = base;
  other.insert(other.end(), {"--fail-on", "error", "--lang", "zh"});
  const Outcome overridden = gialint(other, here);
  CHECK(overridden.status == 0);
  CHECK(overridden.out.find("这里有") != std::string::npos);
}

// A report for which the tables say: received, carried over, carried forward.
std::string report_of(const std::string& organ, int year, int received, int over, int forward) {
  const auto row = [](const std::string& label, int value) {
    const std::string number = std::to_string(value);
    return label + "\t" + number + "\t0\t0\t0\t0\t0\t" + number + "\n";
  };
  return organ + std::to_string(year) + "年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n" +
         row("一、本年新收政府信息公开申请数量", received) + row("二、上年结转政府信息公开申请数量", over) +
         row("（一）予以公开", received + over - forward) + row("（七）总计", received + over - forward) +
         row("四、结转下年度继续办理", forward);
}

Outcome compare(const Folder& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--only", "history/carried-over,corpus,input"});
  return gialint(arguments, {folder.path(), {}, {}});
}

const char* const carried_over =
    "new.txt:4:18: warning: “自然人”列：“二、上年结转政府信息公开申请数量”为 1，上年报告的“四、结转下年度继续办理”为 "
    "2，"
    "两者应当相等 [history/carried-over]\n"
    "old.txt:7:13: note: 上年报告此处为 2 [history/carried-over]\n";

TEST_CASE("a report is compared with last year's, which is named or lies among the files", "[cli]") {
  const Folder folder;
  folder.write("new.txt", report_of("青石县民政局", 2023, 5, 1, 0));
  folder.write("old.txt", report_of("青石县民政局", 2022, 4, 0, 2));
  CHECK(compare(folder, {"new.txt"}).out.empty());
  CHECK(compare(folder, {"new.txt", "--previous", "old.txt"}).out == carried_over);
  CHECK(compare(folder, {"."}).out == carried_over);
  CHECK(compare(folder, {".", "-j8"}).out == carried_over);
}

TEST_CASE("--previous takes last year's report of one report, or says why not", "[cli]") {
  const Folder folder;
  folder.write("new.txt", report_of("青石县民政局", 2023, 5, 1, 0));
  folder.write("older.txt", report_of("青石县民政局", 2021, 4, 0, 2));
  folder.write("none.txt", "会议纪要\n讨论了三件事。\n");
  const auto fails = [&](std::vector<std::string> arguments, const std::string& why) {
    const Outcome run = compare(folder, std::move(arguments));
    CHECK(run.status == 2);
    CHECK(run.err.find(why) != std::string::npos);
  };
  fails({".", "--previous", "older.txt"}, "--previous 只能和 一份年报 一起用");
  fails({"new.txt", "--previous", "none.txt"}, "none.txt: 不是政府信息公开工作年度报告");
  fails({"new.txt", "--previous", "gone.txt"}, "gone.txt: 没有这个文件");
}

TEST_CASE("a report of another body or year is told and compared with nothing", "[cli]") {
  const Folder folder;
  folder.write("new.txt", report_of("青石县民政局", 2023, 5, 1, 0));
  folder.write("older.txt", report_of("青石县民政局", 2021, 4, 0, 2));
  folder.write("other.txt", report_of("青石县财政局", 2022, 4, 0, 2));
  folder.write("longer.txt", report_of("济宁市青石县民政局", 2022, 4, 0, 2));
  const auto told = [&](const std::string& previous) {
    const Outcome run = compare(folder, {"new.txt", "--previous", previous});
    CHECK(run.status == 0);
    return run.out;
  };
  CHECK(told("older.txt") ==
        "new.txt:1:1: warning: older.txt 是 2021 年度的报告，不是 2023 年度报告的上一年，没有与它比较 "
        "[input/other-body]\n");
  CHECK(told("other.txt") ==
        "new.txt:1:1: warning: other.txt 是“青石县财政局”的报告，这里是“青石县民政局”的，没有与它比较 "
        "[input/other-body]\n");
  CHECK(told("longer.txt").find("[history/carried-over]") != std::string::npos);
}

TEST_CASE("rules about all files print last, for any number of jobs, and count each file once", "[cli]") {
  const Folder folder;
  folder.write("a.txt", report_of("青石县人民政府", 2023, 5, 0, 0));
  folder.write("b.txt", report_of("青石县民政局", 2023, 4, 0, 0));
  folder.write("c.txt", report_of("青石县财政局", 2023, 3, 0, 0));
  CHECK(compare(folder, {"."}).out.empty());
  folder.write("gialint.toml",
               "[corpus.regions]\n'青石县人民政府' = ['青石县民政局', '青石县财政局', '青石县教育局']\n");
  const Outcome run = compare(folder, {"."});
  CHECK(run.out.rfind(
            "a.txt:3:18: warning: “一、本年新收政府信息公开申请数量”“自然人”为 5，少于已有年报的 2 个机关之和 7", 0) ==
        0);
  CHECK(run.out.find("缺少：青石县教育局 [corpus/roll-up]\nb.txt:3:18: note: “青石县民政局”为 4") != std::string::npos);
  CHECK(compare(folder, {".", "-j8"}).out == run.out);
  CHECK(compare(folder, {".", "--format", "json"}).out.find("\"files\": 3,") != std::string::npos);
  // What misses a body is never an error, whatever the configuration says.
  folder.write("gialint.toml",
               "[rules]\n'corpus/roll-up' = 'error'\n[corpus.regions]\n'青石县人民政府' = ['青石县民政局', "
               "'青石县财政局', '青石县教育局']\n");
  CHECK(compare(folder, {"."}).status == 0);
}

TEST_CASE("any number of jobs prints the same bytes, in the order of the paths", "[cli]") {
  const Folder folder;
  const std::string marked = bytes_of(fixture("reports/marked.txt"));
  const std::string quiet = bytes_of(fixture("reports/quiet.txt"));
  for (int i = 0; i < 300; ++i) {
    const std::string name = std::to_string(i * 7919 % 1000) + (i % 3 == 0 ? "/x.txt" : ".txt");
    folder.write(name, i % 5 == 0 ? quiet : i % 7 == 0 ? std::string("\x80") + marked : i % 41 == 0 ? "" : marked);
  }
  const Setting here = {folder.path(), "", {}};
  const Outcome one = check({"-j1", "."}, here);
  CHECK(count(one.out, "\n") > 800);
  std::vector<std::string> paths;
  for (std::size_t at = 0; at < one.out.size(); at = one.out.find('\n', at) + 1)
    paths.push_back(one.out.substr(at, one.out.find(':', at) - at));
  CHECK(std::is_sorted(paths.begin(), paths.end()));
  for (const char* jobs : {"-j2", "-j8"}) {
    const Outcome many = check({jobs, "."}, here);
    CHECK(many.out == one.out);
    CHECK(many.err == one.err);
    CHECK(many.status == one.status);
  }
  CHECK(check({"-j8", "-f", "sarif", "."}, here).out == check({"-j1", "-f", "sarif", "."}, here).out);
  CHECK(check({"-j8", "-f", "html", "."}, here).out == check({"-j1", "-f", "html", "."}, here).out);
}

}  // namespace
}  // namespace gialint
