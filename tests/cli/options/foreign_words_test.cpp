#include "engine/cli/options/foreign_words.hpp"

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

TEST_CASE("what other linters call it is answered with gialint's own words", "[cli]") {
  CHECK(own_words_for("--exit-zero") == "--fail-on never");
  CHECK(own_words_for("--format").empty());
  const std::string usage = "\ngialint: 用法见 gialint --help\n";
  CHECK(gialint({"--fix", "."}).err == "gialint: 没有选项 --fix；在 gialint 里是 gialint fix" + usage);
  CHECK(gialint({"--output-format=json", "."}).err ==
        "gialint: 没有选项 --output-format；在 gialint 里是 --format" + usage);
  CHECK(gialint({"-V"}).err == "gialint: 没有选项 -V；在 gialint 里是 gialint version" + usage);
  CHECK(gialint({"--lang", "en", "--statistics"}).err ==
        "gialint: there is no option --statistics; in gialint it is --format summary\n"
        "gialint: for the usage see gialint --help\n");
}

TEST_CASE("a word that is no file but nearly a command lints nothing", "[cli]") {
  const Folder folder;
  folder.copy("reports/marked.txt", "a.txt");
  const Setting here = {folder.path(), "", {}};
  const std::string usage = "\ngialint: 用法见 gialint --help\n";
  const Outcome run = gialint({"chek", "a.txt"}, here);
  CHECK(run.status == 2);
  CHECK(run.out.empty());
  CHECK(run.err == "gialint: 没有命令 chek，也没有这个文件；是否想写 check？" + usage);
  CHECK(gialint({"explian", "totals/balance"}, here).err ==
        "gialint: 没有命令 explian，也没有这个文件；是否想写 explain？" + usage);
  CHECK(gialint({"lint", "a.txt"}, here).err ==
        "gialint: 没有命令 lint，也没有这个文件；在 gialint 里是 gialint check" + usage);
  CHECK(gialint({"--lang", "en", "lint"}, here).err ==
        "gialint: there is no command or file lint; in gialint it is gialint check\n"
        "gialint: for the usage see gialint --help\n");
  // A file of that name is linted, as is any path behind a word that names the command.
  folder.copy("reports/marked.txt", "lint");
  CHECK(gialint(with_test_rules({"lint"}), here).out.find("lint:4:") == 0);
  CHECK(gialint({"check", "chek"}, here).err.find("没有命令") == std::string::npos);
  CHECK(gialint({"--", "chek"}, here).err.find("没有命令") == std::string::npos);
}

}  // namespace
}  // namespace gialint
