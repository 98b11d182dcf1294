#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

TEST_CASE("an unknown option is a usage error that names the nearest", "[cli]") {
  const Outcome run = gialint({"--fail-no", "error", "."});
  CHECK(run.status == 2);
  CHECK(run.out.empty());
  CHECK(run.err == "gialint: 没有选项 --fail-no；是否想写 --fail-on？\ngialint: 用法见 gialint --help\n");
  CHECK(
      gialint({"rules", "--formt=json", "--lang", "en"}).err ==
      "gialint: there is no option --formt; did you mean --format?\ngialint: for the usage see gialint rules --help\n");
  CHECK(gialint({"-Z"}).status == 2);
}

TEST_CASE("help is there for the program and every command, in both languages", "[cli]") {
  const Outcome whole = gialint({"--help"});
  CHECK(whole.status == 0);
  CHECK(whole.out.find("用法：") != std::string::npos);
  CHECK(gialint({"-h"}).out == whole.out);
  CHECK(gialint({"help"}).out == whole.out);
  CHECK(gialint({"--help", "--lang", "en"}).out.find("Usage:") != std::string::npos);
  for (const char* command :
       {"check", "rules", "explain", "config", "model", "init", "test", "new", "api", "version", "help"}) {
    const Outcome run = gialint({command, "--help"});
    INFO(command);
    CHECK(run.status == 0);
    CHECK(run.out.find("用法：gialint ") == 0);
    if (std::string(command) != "help") CHECK(gialint({"help", command}).out == run.out);
  }
  CHECK(gialint({"help", "explian"}).err == "gialint: 没有命令 explian；是否想写 explain？\n");
}

TEST_CASE("a surplus or missing argument is a usage error", "[cli]") {
  CHECK(gialint({"init", "here"}).status == 2);
  CHECK(gialint({"model"}).status == 2);
  CHECK(gialint({"model", "a", "b"}).status == 2);
  CHECK(gialint({"--format"}).status == 2);
  CHECK(gialint({"--format"}).err.find("--format") != std::string::npos);
}

TEST_CASE("a path named like a command is reached with check", "[cli]") {
  const Folder folder;
  folder.copy("reports/marked.txt", "rules/a.txt");
  const Setting here = {folder.path(), "", {}};
  CHECK(gialint(with_test_rules({"check", "rules"}), here).out.find("rules/a.txt:4:") == 0);
}

}  // namespace
}  // namespace gialint
