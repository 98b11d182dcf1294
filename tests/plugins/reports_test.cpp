#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/plugins/loaded_plugins.hpp"
#include "tests/support/expectations.hpp"

namespace gialint::test {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& folder, const std::string& without) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().extension() != without) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// What the plugins' rules say of a report, and whether one of them failed.
std::string said(const LoadedPlugins& plugins, Linter& linter, const fs::path& file) {
  const FileResult result = linter.lint(source_of(file.filename().string(), read_bytes(file)), plugins.options());
  std::string lines;
  for (const RuleFailure& failure : result.rule_failures) lines += to_string(failure.failure, Language::zh) + "\n";
  return lines + expectation_lines(result);
}

/// GIALINT_UPDATE=1: expectations are written instead of compared.
void compare(const fs::path& expectation, const std::string& found) {
  const char* const update = std::getenv("GIALINT_UPDATE");
  if (update != nullptr && std::string(update) == "1") {
    std::ofstream(expectation, std::ios::binary) << found;
    return;
  }
  INFO(expectation.string());
  CHECK(found == (fs::exists(expectation) ? read_bytes(expectation) : ""));
}

const fs::path here = fs::path(GIALINT_SOURCE_DIR) / "tests/plugins";

// The province's items are asked of reports of that province alone: its plugin is held against the seeds.
TEST_CASE("plugins say of the reports of the checkout what was read and found right", "[plugins]") {
  const LoadedPlugins plugins({"fee-decimals", "gongwen"});
  Linter linter(plugins.pack(), Language::zh);
  std::string all;
  std::size_t count = 0;
  for (const fs::path& file : files_in(fs::path(GIALINT_SOURCE_DIR) / "fixtures/reports", ".expect")) {
    ++count;
    const std::string lines = said(plugins, linter, file);
    if (!lines.empty()) all += file.filename().string() + "\n" + lines;
  }
  CHECK(count > 40);
  compare(here / "reports.expect", all);
}

TEST_CASE("plugins say of the five seeds what was read and found right", "[plugins][seeds]") {
  const char* const folder = std::getenv("GIALINT_SEEDS");
  if (folder == nullptr || *folder == '\0') {
    WARN("skipped: GIALINT_SEEDS does not name the folder of the five seed reports");
    return;
  }
  const LoadedPlugins plugins(plugin_names());
  Linter linter(plugins.pack(), Language::zh);
  std::size_t count = 0;
  for (const fs::path& file : files_in(folder, ".expect")) {
    ++count;
    compare((here / "seeds" / file.filename()).replace_extension(".expect"), said(plugins, linter, file));
  }
  CHECK(count == 5);
}

TEST_CASE("a preset of a plugin is extended by the configuration", "[plugins]") {
  ScratchFolder scratch;
  for (const std::string name : {"shandong", "gongwen"}) {
    fs::copy(plugins_folder() / name, scratch.path() / name, fs::copy_options::recursive);
  }
  scratch.write("gialint.toml",
                "extends = [\"plugin:shandong/strict\", \"plugin:gongwen/strict\"]\n"
                "plugins = [\"./shandong\", \"./gongwen\"]\n[rules]\n\"gongwen/spaces\" = \"off\"\n");
  const Result<std::shared_ptr<const Pack>> base = load_pack();
  REQUIRE(base.ok());
  Settings settings(*base, {}, {});
  const Result<Config>& config = settings.in_folder(scratch.path()).config;
  if (!config.ok()) FAIL(to_string(config.failure(), Language::zh));
  const auto rules = settings.rules_for(scratch.path() / "x.txt");
  CHECK(rules->at("shandong/fixed-items").severity == Severity::warning);
  CHECK(rules->at("gongwen/list-comma").severity == Severity::warning);
  CHECK(rules->count("gongwen/spaces") == 0);
}

}  // namespace
}  // namespace gialint::test
