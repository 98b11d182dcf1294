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
  REQUIRE(names.size() > 11);
  CHECK(std::vector<std::string>(names.begin(), names.begin() + 11) ==
        std::vector<std::string>{"time", "stage", "decode", "blocks", "outline", "tables", "totals", "claims", "rules",
                                 "", "rule"});
  std::sort(names.begin() + 11, names.end());
  CHECK(std::vector<std::string>(names.begin() + 11, names.end()) ==
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
}

}  // namespace
}  // namespace gialint
