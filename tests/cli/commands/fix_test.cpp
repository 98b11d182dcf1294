#include "engine/fix/fix.hpp"

#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "engine/text/gb18030.hpp"
#include "tests/cli/program.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

const char* const title = "青山县水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n";

// A rule that wants one word in place of another.
void write_rule(const Folder& folder, const std::string& name, const std::string& from, const std::string& to,
                const std::string& safety = "safe") {
  folder.write("rules/test/" + name + ".lua", R"(return {
  api = 1, since = "0.1.0", severity = "error", precision = "very-high", fixable = ")" +
                                                  safety + R"(",
  title = { zh = "改字", en = "a word" }, help = { zh = "改字", en = "change the word" }, basis = { "测试用，没有依据" },
  messages = { found = { zh = "有“{word}”字", en = "there is '{word}'" }, change = { zh = "改字", en = "change it" } },
  check = function(report, ctx)
    for _, match in ipairs(report:find_all(")" + from +
                                                  R"(")) do
      ctx:emit { at = match, message = "found", data = { word = match.text },
                 fix = { message = "change", edits = { ctx.edit.replace(match, ")" +
                                                  to + R"(") } } }
    end
  end,
}
)");
}

// 甲 becomes 乙 safely, 丙 becomes 丁 unsafely, 戊 becomes 己 in editors alone.
struct Workplace {
  Workplace() {
    write_rule(folder, "safe", "甲", "乙");
    write_rule(folder, "unsafe", "丙", "丁", "unsafe");
    write_rule(folder, "suggestion", "戊", "己", "suggestion");
  }

  [[nodiscard]] Outcome fix(std::vector<std::string> arguments, const std::string& input = "") const {
    arguments.insert(arguments.begin(), {"fix", "--lang", "en", "--rules-dir", "rules"});
    return gialint(arguments, {folder.path(), input, {}});
  }
  void write(const std::string& name, const std::string& sentence) const {
    folder.write(name, title + sentence + "\n");
  }
  [[nodiscard]] std::string sentence(const std::string& name) const {
    const std::string bytes = bytes_of(folder / name);
    return bytes.substr(std::string(title).size(), bytes.size() - std::string(title).size() - 1);
  }

  Folder folder;
};

TEST_CASE("fix makes the safe fixes and reports what is left", "[cli][fix]") {
  const Workplace place;
  place.write("a.txt", "甲丙戊甲");
  const Outcome run = place.fix({"a.txt"});
  CHECK(place.sentence("a.txt") == "乙丙戊乙");
  CHECK(run.out ==
        "a.txt:4:2: error: there is '丙' [test/unsafe]\na.txt:4:3: error: there is '戊' [test/suggestion]\n");
  CHECK(run.err == "a.txt: fixed test/safe 2\nFixed 2, 2 left\n");
  CHECK(run.status == 1);

  const Outcome again = place.fix({"a.txt"});
  CHECK(again.out == run.out);
  CHECK(again.err == "Fixed 0, 2 left\n");
}

TEST_CASE("with --unsafe the unsafe fixes are made too, suggestions never", "[cli][fix]") {
  const Workplace place;
  place.write("a.txt", "甲丙戊");
  place.write("b.txt", "丙");
  CHECK(place.fix({"--unsafe", "a.txt"}).status == 1);
  CHECK(place.sentence("a.txt") == "乙丁戊");
  CHECK(place.fix({"--unsafe", "b.txt"}).status == 0);
}

TEST_CASE("--only restricts the fixes, and the status follows --fail-on", "[cli][fix]") {
  const Workplace place;
  place.write("a.txt", "甲丙");
  const Outcome run = place.fix({"--only", "test/unsafe", "--fail-on", "never", "a.txt"});
  CHECK(place.sentence("a.txt") == "甲丙");
  CHECK(run.err == "Fixed 0, 1 left\n");
  CHECK(run.status == 0);
}

TEST_CASE("--check writes nothing and fails when something would change", "[cli][fix]") {
  const Workplace place;
  place.write("a.txt", "甲");
  const Outcome run = place.fix({"--check", "a.txt"});
  CHECK(place.sentence("a.txt") == "甲");
  CHECK(run.out.empty());
  CHECK(run.err == "a.txt: would fix test/safe 1\nWould fix 1, 0 left\n");
  CHECK(run.status == 1);
  CHECK(place.fix({"a.txt"}).status == 0);
  CHECK(place.fix({"--check", "a.txt"}).status == 0);
}

TEST_CASE("--diff writes nothing and prints what patch and git apply make the change of", "[cli][fix]") {
  const Workplace place;
  place.write("a b.txt", "甲");
  place.folder.write("c.txt", std::string("\xEF\xBB\xBF") + title + "一\r\n甲\r\n二\r\n甲");
  const std::string before = bytes_of(place.folder / "c.txt");
  const Outcome run = place.fix({"--diff", "--color", "never", "a b.txt", "c.txt"});
  CHECK(run.out.find("\033") == std::string::npos);
  CHECK(run.out.find("-甲\n+乙\n") != std::string::npos);
  CHECK(run.out.find("\\ No newline at end of file\n") != std::string::npos);
  CHECK(run.status == 0);
  CHECK(bytes_of(place.folder / "c.txt") == before);

  const Folder copies;
  for (const std::string tool : {"patch", "git"}) {
    if (shell("command -v " + tool).status != 0) {
      WARN("not tried: there is no " + tool);
      continue;
    }
    copies.write("a b.txt", bytes_of(place.folder / "a b.txt"));
    copies.write("c.txt", before);
    const std::string command = tool == "git" ? "git apply -p0" : "patch -s --binary -p0";
    const Outcome applied = shell(command, {copies.path(), run.out, {}});
    INFO(applied.out << applied.err);
    CHECK(applied.status == 0);
    CHECK(bytes_of(copies / "c.txt") == std::string("\xEF\xBB\xBF") + title + "一\r\n乙\r\n二\r\n乙");
    CHECK(bytes_of(copies / "a b.txt") == title + std::string("乙\n"));
  }
  CHECK(place.fix({"--diff", "--color", "always", "c.txt"}).out.find("\033[32m+乙") != std::string::npos);
  CHECK(place.fix({"--diff", "--check", "c.txt"}).status == 1);
}

TEST_CASE("what --diff and --check show is no diagnostic, so they take no format", "[cli][fix]") {
  const Workplace place;
  CHECK(place.fix({"--diff", "--format", "json"}).status == 2);
  CHECK(place.fix({"--check", "-o", "x"}).err.find("--check cannot be used with --output") != std::string::npos);
}

TEST_CASE("the standard input is fixed to the standard output", "[cli][fix]") {
  const Workplace place;
  const std::string text = std::string(title) + "甲丙\n";
  const Outcome run = place.fix({"-", "--stdin-filename", "x.txt"}, text);
  CHECK(run.out == std::string(title) + "乙丙\n");
  CHECK(run.err.find("x.txt:4:2: error: there is '丙' [test/unsafe]\n") != std::string::npos);
  CHECK(run.err.find("Fixed 1, 1 left\n") != std::string::npos);
  CHECK(run.status == 1);
  CHECK(place.fix({"-"}, std::string(title) + "无\n").out == std::string(title) + "无\n");
}

TEST_CASE("encoding, byte order mark and line ends stay", "[cli][fix]") {
  const Workplace place;
  const std::string start = "青山县水务局2023年政府信息公开工作年度报告\r\n\n一、总体情况\r";
  place.folder.write("gb.txt", *to_gb18030(start + "甲\r\n无"));
  place.folder.write("bom.txt", "\xEF\xBB\xBF" + start + "甲\xFF\n");
  CHECK(place.fix({"gb.txt", "bom.txt"}).err.find("Fixed 2, 1 left") != std::string::npos);
  CHECK(bytes_of(place.folder / "gb.txt") == *to_gb18030(start + "乙\r\n无"));
  CHECK(bytes_of(place.folder / "bom.txt") == "\xEF\xBB\xBF" + start + "乙\xFF\n");
}

TEST_CASE("a link stays a link, a mode stays, and a file without a fix is not written", "[cli][fix]") {
  const Workplace place;
  place.write("real/a.txt", "甲");
  place.write("b.txt", "无");
  fs::create_symlink("real/a.txt", place.folder / "link.txt");
  fs::permissions(place.folder / "real/a.txt", fs::perms(0640));
  const auto inode = [&](const std::string& name) {
    struct stat status {};
    CHECK(::stat((place.folder / name).c_str(), &status) == 0);
    return status.st_ino;
  };
  const auto untouched = inode("b.txt");
  CHECK(place.fix({"link.txt", "b.txt"}).status == 0);
  CHECK(fs::is_symlink(place.folder / "link.txt"));
  CHECK(place.sentence("real/a.txt") == "乙");
  CHECK(fs::status(place.folder / "real/a.txt").permissions() == fs::perms(0640));
  CHECK(inode("b.txt") == untouched);
  CHECK(fs::directory_iterator(place.folder / "real") != fs::directory_iterator());
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& entry : fs::directory_iterator(place.folder / "real")) ++files;
  CHECK(files == 1);
}

TEST_CASE("a file that must not be rewritten is left as it is and told, and the others are fixed", "[cli][fix]") {
  const Workplace place;
  for (const std::string name : {"tree/a.txt", "tree/b.txt", "tree/c.txt", "out/d.txt"}) place.write(name, "甲");
  fs::permissions(place.folder / "tree/a.txt", fs::perms(0444));
  fs::create_hard_link(place.folder / "tree/b.txt", place.folder / "second");
  fs::create_directory_symlink("../out", place.folder / "tree/out");
  const Outcome run = place.fix({"--follow", "--fail-on", "never", "tree"});
  CHECK(run.err.find("tree/a.txt: is read-only") != std::string::npos);
  CHECK(run.err.find("tree/b.txt: has other names") != std::string::npos);
  CHECK(run.err.find("tree/out/d.txt: lies outside the folder") != std::string::npos);
  CHECK(run.status == 2);
  CHECK(place.sentence("tree/a.txt") == "甲");
  CHECK(bytes_of(place.folder / "second") == title + std::string("甲\n"));
  CHECK(place.sentence("tree/c.txt") == "乙");
  CHECK(place.sentence("out/d.txt") == "甲");
  CHECK(place.fix({"--fail-on", "never", "tree"}).err.find("1 symbolic links lead out of the folder") !=
        std::string::npos);
}

TEST_CASE("documents that are no text are refused", "[cli][fix]") {
  const Workplace place;
  place.folder.write("a.pdf", "%PDF-1.7\n" + std::string(64, '\0'));
  place.folder.write("b.docx", "PK\x03\x04" + std::string(64, '\0'));
  place.write("c.txt", "甲");
  const Outcome run = place.fix({"a.pdf", "b.docx", "c.txt"});
  CHECK(run.status == 2);
  std::size_t told = 0;
  const std::string what = "fix changes text files only, this one is left as it was";
  for (std::size_t at = run.err.find(what); at != std::string::npos; at = run.err.find(what, at + 1)) ++told;
  CHECK(told == 2);
  CHECK(place.sentence("c.txt") == "乙");
}

TEST_CASE("fixes that undo each other are named, and the other files are fixed", "[cli][fix]") {
  const Workplace place;
  write_rule(place.folder, "back", "己", "庚");
  write_rule(place.folder, "forth", "庚", "己");
  place.write("a.txt", "己甲");
  place.write("b.txt", "甲");
  const Outcome run = place.fix({"."});
  CHECK(run.status == 2);
  CHECK(run.err.find("a.txt: the fixes of test/back and test/forth undo each other; the file is left as it was\n") !=
        std::string::npos);
  CHECK(place.sentence("a.txt") == "己甲");
  CHECK(place.sentence("b.txt") == "乙");
}

TEST_CASE("the configuration says what becomes of a rule's fixes", "[cli][fix]") {
  const Workplace place;
  const auto with = [&](const std::string& rules) {
    place.folder.write("gialint.toml", "[rules]\n" + rules + "\n");
    place.write("a.txt", "甲丙戊");
    const Outcome run = place.fix({"a.txt"});
    INFO(run.err);
    CHECK(run.status == 1);
    return place.sentence("a.txt");
  };
  CHECK(with("\"test/safe\" = { fix = \"off\" }") == "甲丙戊");
  CHECK(with("\"test/*\" = { fix = \"unsafe\" }") == "甲丙戊");
  CHECK(with("\"test/unsafe\" = { fix = \"safe\" }") == "乙丁戊");
  CHECK(with("\"test/suggestion\" = { fix = \"safe\" }") == "乙丙戊");
  write_rule(place.folder, "unsafe", "丙", "3", "unsafe");
  CHECK(with("\"test/*\" = { fix = \"safe\" }") == "乙丙戊");  // a number is never safe
}

TEST_CASE("what is suppressed or in the baseline is not fixed, before other fixes and after", "[cli][fix]") {
  const Workplace place;
  place.folder.write("gialint.toml", "[[suppress]]\nrule = \"test/safe\"\nfile = \"a.txt\"\nreason = \"已核对\"\n");
  place.write("a.txt", "甲丙");
  CHECK(place.fix({"--unsafe", "a.txt"}).status == 0);
  CHECK(place.sentence("a.txt") == "甲丁");
  CHECK(place.fix({"--no-suppress", "a.txt"}).status == 0);
  CHECK(place.sentence("a.txt") == "乙丁");

  place.write("b.txt", "甲");
  const Outcome known =
      gialint({"baseline", "--reason", "以后再改", "--rules-dir", "rules", "b.txt"}, {place.folder.path(), "", {}});
  INFO(known.err);
  REQUIRE(known.status == 0);
  place.write("b.txt", "甲丙");
  const Outcome run = place.fix({"--unsafe", "b.txt"});
  CHECK(place.sentence("b.txt") == "甲丁");
  CHECK(run.err.find("Fixed 1, 0 left\n") != std::string::npos);
  CHECK(place.fix({"--no-baseline", "b.txt"}).status == 0);
  CHECK(place.sentence("b.txt") == "乙丁");
}

TEST_CASE("config shows what becomes of a rule's fixes, and its schema knows the words", "[cli][fix]") {
  const Workplace place;
  place.folder.write("gialint.toml", "[rules]\n\"test/*\" = { fix = \"off\" }\n\"test/safe\" = { fix = \"unsafe\" }\n");
  const auto config = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"config", "--rules-dir", "rules"});
    return gialint(arguments, {place.folder.path(), "", {}}).out;
  };
  const std::string shown = config({});
  CHECK(shown.find("\"unsafe\"") != std::string::npos);
  CHECK(shown.find("gialint.toml:3:1", shown.find("test/safe")) != std::string::npos);
  CHECK(shown.find("gialint.toml:2:1", shown.find("test/unsafe")) != std::string::npos);
  const std::string schema = config({"--schema"});
  CHECK(schema.find("#/definitions/fix") != std::string::npos);
}

TEST_CASE("any number of threads fixes the same, in the same order", "[cli][fix]") {
  std::vector<std::string> told;
  for (const char* const jobs : {"1", "4"}) {
    const Workplace place;
    for (int i = 0; i < 60; ++i) place.write("f" + std::to_string(i) + ".txt", i % 3 == 0 ? "无" : "甲丙甲");
    place.folder.write("f0.txt", "");
    const Outcome run = place.fix({".", "--unsafe", "-j", jobs});
    CHECK(run.status == 2);
    CHECK(place.sentence("f1.txt") == "乙丁乙");
    CHECK(run.err.find("Fixed 120, 0 left\n") != std::string::npos);
    told.push_back(run.out + run.err);
  }
  CHECK(told[0] == told[1]);
}

}  // namespace
}  // namespace gialint
