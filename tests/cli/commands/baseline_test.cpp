#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

const std::string faulty_report =
    "青山县水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n我局全年主动公开信息丙条，甲处应当报错。\n"
    "二、主动公开政府信息情况\n乙处应当警告。\n";

// Not isolated: who reads no configuration reads no baseline either.
std::vector<std::string> with_sample_rules(std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--rules-dir", fixture("rules")});
  return arguments;
}

// A folder with one report and its baseline.
struct Project {
  Folder folder;

  Project() {
    folder.write("a.txt", faulty_report);
    CHECK(run({"baseline", "--reason", "旧账", "."}).out == "gialint-baseline.json：共 3 项，新增 3 项，去掉 0 项\n");
  }
  [[nodiscard]] Outcome run(std::vector<std::string> arguments) const {
    return gialint(with_sample_rules(std::move(arguments)), {folder.path(), "", {}});
  }
  [[nodiscard]] std::string baseline() const { return bytes_of(folder / "gialint-baseline.json"); }
};

TEST_CASE("what the baseline knows is not told, and what is new is", "[cli]") {
  const Project project;
  CHECK(project.run({}).out.empty());
  CHECK(project.run({}).status == 0);
  CHECK(project.run({"--no-baseline"}).status == 1);
  CHECK(project.run({"--isolated"}).status == 1);
  project.folder.write("a.txt", faulty_report + "又有甲处。\n");
  const Outcome run = project.run({});
  CHECK(run.out == "a.txt:7:3: error: 这里有“甲”字 [test/error-word]\n");
  CHECK(run.status == 1);
}

TEST_CASE("a new baseline needs a reason, and an old one is not written over", "[cli]") {
  const Folder folder;
  folder.write("a.txt", faulty_report);
  const Setting here{folder.path(), "", {}};
  Outcome run = gialint(with_sample_rules({"baseline", "."}), here);
  CHECK(run.status == 2);
  CHECK(run.err == "gialint: 新写基线要用 --reason 写明为什么先不改\n");
  run = gialint(with_sample_rules({"baseline", "--update", "."}), here);
  CHECK(run.status == 2);
  CHECK_FALSE(fs::exists(folder / "gialint-baseline.json"));

  const Project project;
  const std::string before = project.baseline();
  run = project.run({"baseline", "--reason", "再来", "."});
  CHECK(run.status == 2);
  CHECK(run.err == "gialint: gialint-baseline.json: 已经有基线；要把新的加进去用 --update，只去掉没有用的用 --prune\n");
  CHECK(project.baseline() == before);
}

TEST_CASE("--check tells the difference, --update takes it over, --prune only what is gone", "[cli]") {
  const Project project;
  CHECK(project.run({"baseline", "--check", "."}).status == 0);
  // One is corrected, another is new.
  std::string changed = faulty_report + "又有甲处。\n";
  changed.replace(changed.find("乙"), std::string("乙").size(), "此");
  project.folder.write("a.txt", changed);
  Outcome run = project.run({"baseline", "--check", "."});
  CHECK(run.out == "gialint-baseline.json：有 1 项新的，1 项已不再出现\n");
  CHECK(run.status == 1);
  run = project.run({"--strict-baseline", "--fail-on", "never"});
  CHECK(run.status == 1);
  CHECK(run.err == "gialint: gialint-baseline.json: 有 1 项已不再出现；用 gialint baseline --prune 去掉\n");
  run = project.run({"baseline", "--prune", "."});
  CHECK(run.out == "gialint-baseline.json：共 2 项，新增 0 项，去掉 1 项\n");
  CHECK(project.run({}).status == 1);
  run = project.run({"baseline", "--update", "."});
  CHECK(run.out == "gialint-baseline.json：共 3 项，新增 1 项，去掉 0 项\n");
  CHECK(project.run({}).status == 0);
  CHECK(project.run({"baseline", "--check", "."}).status == 0);
}

TEST_CASE("re-wrapped, in another encoding, renumbered or moved, what was known stays known", "[cli]") {
  const Project project;
  std::string wrapped = faulty_report;
  wrapped.replace(wrapped.find("，甲处"), std::string("，").size(), "，\r\n\r\n");
  for (std::size_t at = 0; (at = wrapped.find("\n二", at)) != std::string::npos; at += 3) wrapped.insert(at, "\n\n");
  project.folder.write("a.txt", wrapped);
  CHECK(project.run({}).status == 0);
  CHECK(project.run({"baseline", "--check", "."}).status == 0);
  CHECK(shell("iconv -f utf-8 -t gb18030 a.txt > b.txt && rm a.txt && mkdir 年报 && mv b.txt 年报/",
              {project.folder.path(), "", {{"PATH", "/usr/bin:/bin"}}})
            .status == 0);
  CHECK(project.run({}).out.empty());
  CHECK(project.run({"baseline", "--update", "."}).status == 0);
  CHECK(project.baseline().find("\"path\": \"年报/b.txt\", \"organ\": \"青山县水务局\", \"year\": 2023") !=
        std::string::npos);
  // A second report with the same mistakes is not the first one moved.
  project.folder.write("c.txt", faulty_report);
  CHECK(project.run({}).status == 1);
}

TEST_CASE("a baseline stays as it is when a file could not be read or a rule failed", "[cli]") {
  const Project project;
  const std::string before = project.baseline();
  project.folder.write("empty.txt", "");
  const Outcome run = project.run({"baseline", "--update", "."});
  CHECK(run.status == 2);
  CHECK(run.err.find("没有写") != std::string::npos);
  CHECK(project.baseline() == before);
}

TEST_CASE("a baseline that cannot be read ends the run", "[cli]") {
  const Project project;
  project.folder.write("gialint-baseline.json", "{");
  const Outcome run = project.run({});
  CHECK(run.status == 2);
  CHECK(run.err.find("gialint: gialint-baseline.json: 基线文件读不懂：") == 0);
}

TEST_CASE("--check, --update and --prune exclude each other", "[cli]") {
  const Outcome run = gialint({"baseline", "--update", "--check"});
  CHECK(run.status == 2);
  CHECK(run.err.find("--update 不能和 --check 一起用") != std::string::npos);
}

}  // namespace
}  // namespace gialint
