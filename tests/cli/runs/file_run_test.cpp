#include "engine/cli/runs/file_run.hpp"

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

Options with_rules(std::vector<std::string> paths) {
  Options options;
  options.rules_dir = fixture("rules");
  options.arguments = std::move(paths);
  return options;
}

TEST_CASE("a run has its files, and the language of the configuration", "[cli]") {
  const Folder folder;
  folder.copy("reports/marked.txt", "b/marked.txt");
  folder.copy("reports/quiet.txt", "a.txt");
  folder.write("gialint.toml", "lang = \"en\"\n");
  const Result<FileRun> run = prepare_run(with_rules({folder.path()}));
  REQUIRE(run.ok());
  REQUIRE(run->walk.files.size() == 2);
  CHECK(run->walk.files[0].path == folder / "a.txt");
  CHECK(run->language == Language::en);

  Options options = with_rules({folder.path()});
  options.language = Language::zh;
  CHECK(prepare_run(options)->language == Language::zh);
  options = with_rules({folder.path()});
  options.isolated = true;
  CHECK(prepare_run(options)->language == Language::zh);
}

TEST_CASE("a run fails over rules, options and a configuration that cannot be used", "[cli]") {
  Options no_rules;
  no_rules.rules_dir = fixture("nowhere");
  CHECK_FALSE(prepare_run(no_rules).ok());
  Options no_such_rule = with_rules({"."});
  no_such_rule.selection.only = {"test/nothing"};
  CHECK_FALSE(prepare_run(no_such_rule).ok());
  Options no_config = with_rules({"."});
  no_config.config = fixture("nowhere.toml");
  CHECK_FALSE(prepare_run(no_config).ok());
}

TEST_CASE("paths that hold nothing to read are no clean run, and what was left out is told", "[cli]") {
  const Folder folder;
  folder.write("年报/a.pdf", "x");
  folder.write("年报/b.pdf", "x");
  folder.write("年报/c.wps", "x");
  folder.write("空/a.png", "x");
  const Setting here = {folder.path(), "", {}};
  const Outcome run = gialint({"年报"}, here);
  CHECK(run.status == 2);
  CHECK(run.out.empty());
  CHECK(run.err.find("gialint: 没有读文件夹里的 2 个 .pdf 文件、1 个 .wps 文件：") == 0);
  CHECK(run.err.find("gialint: 没有要读的文件\n") != std::string::npos);
  CHECK(gialint({"--lang", "en", "年报"}, here).err.find("not read in the folders: 2 .pdf files, 1 .wps files;") !=
        std::string::npos);
  CHECK(gialint({"空"}, here).err == "gialint: 没有要读的文件\n");
  CHECK(gialint({"空"}, here).status == 2);
  CHECK(gialint({"extract", "空"}, here).status == 2);
  // What the configuration or an option takes out is nobody's mistake.
  folder.copy("reports/marked.txt", "marked.txt");
  CHECK(gialint({"--exclude", "marked.txt", "marked.txt"}, here).status == 0);
}

TEST_CASE("a run has at least one job", "[cli]") {
  CHECK(run_options_of({}, Language::zh).jobs >= 1);
  Options options;
  options.jobs = 7;
  options.encoding = Encoding::gb18030;
  const RunOptions run = run_options_of(options, Language::en);
  CHECK(run.jobs == 7);
  CHECK(run.reading.encoding == Encoding::gb18030);
  CHECK(run.language == Language::en);
}

TEST_CASE("an output that cannot be made is one sentence", "[cli]") {
  Options options;
  options.output = fixture("nowhere/out.csv");
  const Result<Output> output = output_for(options);
  REQUIRE_FALSE(output.ok());
  CHECK(to_string(output.failure(), Language::en).find("cannot write: ") == 0);
  CHECK_FALSE(shows_output(options));
}

TEST_CASE("no progress is shown to who asked for quiet", "[cli]") {
  Options options;
  options.quiet = true;
  CHECK(progress_stream(options) == nullptr);
}

}  // namespace
}  // namespace gialint
