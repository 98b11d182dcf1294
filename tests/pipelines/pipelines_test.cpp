#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

const std::string pipelines = GIALINT_SOURCE_DIR "/pipelines/";

bool have(const std::string& command, const std::string& what) {
  const bool there = shell(command).status == 0;
  if (!there) WARN("skipped: " << what << " is not installed");
  return there;
}

bool have_yaml() { return have("python3 -c 'import yaml'", "python3-yaml"); }

// `run` or `files` of a pipeline, as tests/pipelines/commands.py tells them.
std::string told(const std::string& what, const std::string& name) {
  const Outcome run =
      shell("python3 '" GIALINT_SOURCE_DIR "/tests/pipelines/commands.py' " + what + " '" + pipelines + name + "'");
  INFO(run.err);
  CHECK(run.status == 0);
  return run.out;
}

// A folder like a repository of reports: one that is wrong, in a folder whose name is Chinese, and a page that is none.
void put_reports(const Folder& folder) {
  folder.write("年报/云溪市水务局 2022.txt", bytes_of(GIALINT_SOURCE_DIR "/fixtures/editors/云溪市水务局 2022.txt"));
  folder.write("README.md", "# 年报\n");
}

// Runs the commands of a pipeline there as its runner does: the shell ends at the first that fails.
Outcome run_there(const std::string& commands, const Folder& folder, const std::string& before = "") {
  return shell("set -e\ngialint() { \"$GIALINT\" \"$@\"; }\n" + before + commands, {folder.path(), "", {}});
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

TEST_CASE("the workflow for GitHub annotates, fails, and has SARIF to upload", "[pipelines]") {
  if (!have_yaml()) return;
  const Folder folder;
  put_reports(folder);
  const Outcome run = run_there(told("run", "github.yml"), folder);
  INFO(run.err);
  CHECK(run.status == 1);
  CHECK(run.out.find("::error file=年报/云溪市水务局 2022.txt,line=11,endLine=11,col=27,") != std::string::npos);
  const std::vector<std::string> files = lines_of(told("files", "github.yml"));
  REQUIRE(files.size() == 1);
  const auto sarif = nlohmann::json::parse(bytes_of(folder / files[0]));
  CHECK(sarif["version"] == "2.1.0");
  CHECK(sarif["runs"][0]["results"].size() >= 2);
}

TEST_CASE("the job for GitLab fails, and leaves the reports that it names", "[pipelines]") {
  if (!have_yaml()) return;
  const Folder folder;
  put_reports(folder);
  const Outcome run = run_there(told("run", "gitlab-ci.yml"), folder);
  INFO(run.err);
  CHECK(run.status == 1);
  const std::vector<std::string> files = lines_of(told("files", "gitlab-ci.yml"));
  REQUIRE(files.size() == 2);
  const auto quality = nlohmann::json::parse(bytes_of(folder / files[0]));
  REQUIRE(quality.is_array());
  CHECK(quality.size() >= 2);
  bool found = false;
  for (const auto& entry : quality) {
    CHECK_FALSE(entry["fingerprint"].get<std::string>().empty());
    found = found || entry["location"]["path"] == "年报/云溪市水务局 2022.txt";
  }
  CHECK(found);
  CHECK(bytes_of(folder / files[1]).find("<testsuites") != std::string::npos);
}

TEST_CASE("the workflow for reviewdog gives it all diagnostics, and lets it decide", "[pipelines]") {
  if (!have_yaml()) return;
  const Folder folder;
  put_reports(folder);
  // There is a service behind reviewdog: here, what it would read is looked at.
  const Outcome run = run_there(told("run", "reviewdog.yml"), folder, "reviewdog() { cat; }\n");
  INFO(run.err);
  CHECK(run.status == 0);
  const auto read = nlohmann::json::parse(run.out);
  REQUIRE(read["diagnostics"].size() >= 2);
  bool found = false;
  for (const auto& diagnostic : read["diagnostics"]) {
    const auto& start = diagnostic["location"]["range"]["start"];
    found = found || (start["line"] == 11 && start["column"] == 79);  // in bytes
  }
  CHECK(found);
}

TEST_CASE("pre-commit runs gialint on the files of a commit, or on all reports", "[pipelines]") {
  if (!have("pre-commit --version && git --version", "pre-commit")) return;
  const Folder folder;
  put_reports(folder);
  folder.write("hooks/.pre-commit-hooks.yaml", bytes_of(GIALINT_SOURCE_DIR "/.pre-commit-hooks.yaml"));
  const std::string prepare =
      "set -e\nmkdir bin home && ln -s \"$GIALINT\" bin/gialint\n"
      "git config --global user.name t && git config --global user.email t@example.org\n"
      "git config --global init.defaultBranch main\n"
      "(cd hooks && git init -q && git add -A && git commit -qm hooks)\n"
      "printf 'bin/\\nhome/\\nhooks/\\n' > .gitignore\n"
      "git init -q && git add -A\n";
  const std::map<std::string, std::string> environment = {{"HOME", folder / "home"},
                                                          {"PATH", folder / "bin" + ":/usr/bin:/bin"}};
  const Outcome prepared = shell(prepare, {folder.path(), "", environment});
  INFO(prepared.err);
  REQUIRE(prepared.status == 0);
  const auto run_hook = [&](const std::string& arguments) {
    return shell("pre-commit try-repo hooks " + arguments + " 2>&1", {folder.path(), "", environment});
  };
  for (const std::string hook : {"gialint", "gialint-all"}) {
    const Outcome run = run_hook(hook + " --all-files --verbose");
    INFO(run.out);
    CHECK(run.status == 1);
    CHECK(run.out.find("云溪市水务局 2022.txt:11:27: error: ") != std::string::npos);
    CHECK(run.out.find("exit code: 1") != std::string::npos);
    CHECK(run.out.find("README.md:1:1: error") == std::string::npos);
  }
  const Outcome none = run_hook("gialint --files README.md");
  INFO(none.out);
  CHECK(none.status == 0);
}

TEST_CASE("each sample configuration is valid, and what it asks is in force", "[pipelines]") {
  struct Sample {
    const char* name;
    const char* shown;  ///< a part of what `gialint config` says
    int status;         ///< of a run over the reports
  };
  const Folder folder;
  put_reports(folder);
  for (const Sample& sample : {Sample{"bureau.toml", "strict", 1}, Sample{"office.toml", "corpus/duplicate-report", 1},
                               Sample{"researcher.toml", "archive", 1}}) {
    INFO(sample.name);
    folder.write("gialint.toml", bytes_of(pipelines + sample.name));
    const Outcome shown = gialint({"config", "--config", pipelines + sample.name});
    CHECK(shown.status == 0);
    CHECK(shown.err.empty());
    CHECK(shown.out.find(sample.shown) != std::string::npos);
    const Outcome run = gialint({"."}, {folder.path(), "", {}});
    INFO(run.out << run.err);
    CHECK(run.err.empty());
    CHECK(run.status == sample.status);
  }
}

}  // namespace
}  // namespace gialint
