#include "engine/lsp/workspace.hpp"

#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/lsp/conversation.hpp"
#include "tests/support/sample_pack.hpp"
#include "tests/support/scratch_folder.hpp"

namespace gialint {
namespace {

using test::Rules;

std::vector<std::string> rules_of(const Analysis& analysis) {
  std::vector<std::string> rules;
  for (const Diagnostic& diagnostic : analysis.result.diagnostics)
    rules.push_back(diagnostic.rule + " " + std::string(severity_name(diagnostic.severity)));
  return rules;
}

using Found = std::vector<std::string>;
const Found all = {"test/info-word info", "test/error-word error", "test/warning-word warning"};

WorkspaceOptions options() {
  WorkspaceOptions found = test::workspace_options(Rules::sample);
  found.choice.isolated = false;
  found.use_baseline = true;
  return found;
}

std::string uri_of(const ScratchFolder& folder, const std::string& name) {
  return "file://" + (folder.path() / name).string();
}

TEST_CASE("a text is linted by the configuration nearest to where it would be saved", "[lsp]") {
  const ScratchFolder folder;
  folder.write("gialint.toml", "exclude = [\"old/\"]\n[rules]\n\"test/info-word\" = \"off\"\n");
  folder.write("sub/gialint.toml", "[rules]\n\"test/*\" = \"off\"\n\"test/error-word\" = \"warning\"\n");
  Workspace workspace(options());
  CHECK(rules_of(workspace.analyse(uri_of(folder, "a.txt"), sample_report)) == Found{all[1], all[2]});
  CHECK(rules_of(workspace.analyse(uri_of(folder, "sub/a.txt"), sample_report)) == Found{"test/error-word warning"});
  CHECK(rules_of(workspace.analyse(uri_of(folder, "old/a.txt"), sample_report)).empty());
}

TEST_CASE("a text that is no file goes by the configuration of the workspace", "[lsp]") {
  const ScratchFolder folder;
  folder.write("gialint.toml", "lang = \"en\"\n[rules]\n\"test/info-word\" = \"off\"\n");
  Workspace workspace(options());
  CHECK(rules_of(workspace.analyse("untitled:Untitled-1", sample_report)) == all);
  workspace.set_root(folder.path());
  const Analysis analysis = workspace.analyse("untitled:Untitled-1", sample_report);
  CHECK(rules_of(analysis) == Found{all[1], all[2]});
  CHECK(analysis.result.diagnostics[0].message == "here stands '甲'");
}

TEST_CASE("a configuration that changes holds after reload()", "[lsp]") {
  const ScratchFolder folder;
  Workspace workspace(options());
  CHECK(rules_of(workspace.analyse(uri_of(folder, "a.txt"), sample_report)) == all);
  folder.write("gialint.toml", "[rules]\n\"test/*\" = \"off\"\n");
  workspace.reload();
  CHECK(rules_of(workspace.analyse(uri_of(folder, "a.txt"), sample_report)).empty());
}

TEST_CASE("a configuration that cannot be used is a fault, and nothing is linted", "[lsp]") {
  const ScratchFolder folder;
  folder.write("gialint.toml", "[rules]\n\"test/eror-word\" = \"off\"\n");
  Workspace workspace(options());
  const Analysis analysis = workspace.analyse(uri_of(folder, "a.txt"), sample_report);
  CHECK(analysis.result.source == nullptr);
  REQUIRE(analysis.faults.size() == 1);
  CHECK(analysis.faults[0].what.zh.find("test/error-word") != std::string::npos);
}

TEST_CASE("what is suppressed or known is not said again", "[lsp]") {
  const ScratchFolder folder;
  Workspace workspace(options());
  const Analysis before = workspace.analyse(uri_of(folder, "a.txt"), sample_report);
  REQUIRE(before.result.diagnostics.size() == 3);
  folder.write("gialint.toml", "[[suppress]]\nrule = \"test/error-word\"\nfile = \"a.txt\"\nreason = \"看过\"\n");
  folder.write("gialint-baseline.json",
               R"({"schema":"gialint-baseline/1","reason":"旧","files":[{"path":"a.txt","diagnostics":[)"
               R"({"rule":"test/warning-word","place":"","fingerprint":")" +
                   before.result.diagnostics[2].fingerprint + "\"}]}]}");
  workspace.reload();
  CHECK(rules_of(workspace.analyse(uri_of(folder, "a.txt"), sample_report)) == Found{all[0]});
}

TEST_CASE("an empty text has nothing to say for itself, a binary one a fault", "[lsp]") {
  Workspace workspace(test::workspace_options(Rules::sample));
  CHECK(workspace.analyse("untitled:a", "").faults.empty());
  CHECK(workspace.analyse("untitled:a", " \r\n\t").faults.empty());
  CHECK(workspace.analyse("untitled:a", std::string("\0\0\0\1", 4)).faults.size() == 1);
}

TEST_CASE("behind a byte order mark places are moved into the editor's text", "[lsp]") {
  Workspace workspace(test::workspace_options(Rules::sample));
  const Analysis analysis = workspace.analyse("untitled:a", std::string("\xEF\xBB\xBF") + sample_report);
  REQUIRE(analysis.result.diagnostics.size() == 3);
  CHECK(analysis.in_document({1, 2}) == Span{4, 5});
}

TEST_CASE("gialint's own files are no reports", "[lsp]") {
  Workspace workspace(options());
  CHECK(Workspace::is_configuration("file:///a/gialint.toml"));
  CHECK(Workspace::is_configuration("file:///a/gialint-baseline.json"));
  CHECK_FALSE(Workspace::is_configuration("file:///a/report.toml"));
  CHECK(workspace.analyse("file:///nowhere/gialint.toml", sample_report).result.source == nullptr);
}

TEST_CASE("a warm workspace lints as a cold one does", "[lsp]") {
  Workspace cold(test::workspace_options(Rules::sample));
  Workspace warm(test::workspace_options(Rules::sample));
  warm.warm_up();
  CHECK(rules_of(warm.analyse("untitled:a", sample_report)) == rules_of(cold.analyse("untitled:a", sample_report)));
}

}  // namespace
}  // namespace gialint
