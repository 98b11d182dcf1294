#include "engine/config/suppress.hpp"

#include "engine/run/file_walk.hpp"
#include "engine/run/run.hpp"
#include "tests/support/sample_pack.hpp"
#include "tests/support/scratch_folder.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

struct Found {
  std::vector<std::string> told;        ///< "a.txt test/error-word"
  std::vector<std::string> suppressed;  ///< the same, and the reason
};

// Lints `paths` (files below the folder, all of it for ".") with the folder's gialint.toml.
Found run(const ScratchFolder& folder, const std::vector<std::string>& paths, std::optional<TomlDate> today = {},
          Selection selection = {}) {
  const std::shared_ptr<const Pack> pack = sample_pack();
  Settings settings(pack, std::move(selection), {});
  std::vector<std::string> full;
  for (const std::string& path : paths) full.push_back((folder.path() / path).lexically_normal().string());
  const Walk walk = find_files(full, {}, settings);
  RunOptions options;
  options.folders = walk.folders;
  options.today = today;
  Found found;
  lint_files(walk.files, settings, pack, options, [&](const FinishedFile& file) {
    const FileResult& result = file.result;
    const std::string name = fs::path(result.path).filename().string();
    for (const Diagnostic& diagnostic : result.diagnostics) {
      found.told.push_back(name + " " + diagnostic.rule +
                           (result.at_end_of_run ? " " + diagnostic.message_id : std::string()));
    }
    for (const SuppressedDiagnostic& held : result.suppressed) {
      found.suppressed.push_back(name + " " + held.diagnostic.rule + " " + held.suppression.reason);
    }
    return true;
  });
  return found;
}

using Lines = std::vector<std::string>;

const Lines all_of_a = {"a.txt test/info-word", "a.txt test/error-word", "a.txt test/warning-word"};

std::string entry(const std::string& more) { return "[[suppress]]\nreason = '已另行公布'\n" + more; }

TEST_CASE("an entry holds back what it names, and nothing else", "[config]") {
  const ScratchFolder folder;
  folder.write("a.txt", sample_report);
  folder.write("b/a.txt", sample_report);
  folder.write("gialint.toml", entry("rule = 'test/error-word'\nfile = '/a.txt'"));
  const Found found = run(folder, {"."});
  CHECK(found.suppressed == Lines{"a.txt test/error-word 已另行公布"});
  CHECK(found.told.size() == 5);
  CHECK(std::count(found.told.begin(), found.told.end(), "a.txt test/error-word") == 1);
}

TEST_CASE("an entry may name a place, with all below it, or one diagnostic", "[config]") {
  const auto held = [&](const std::string& place, const std::string& fingerprint) {
    SuppressEntry entry;
    entry.rule = "a/b";
    entry.file = "a.txt";
    entry.place = place;
    entry.fingerprint = fingerprint;
    FileResult result;
    for (const char* at : {"requests/total/sum", "requests/total", "requests/totals", ""}) {
      Diagnostic diagnostic;
      diagnostic.rule = "a/b";
      diagnostic.place = at;
      diagnostic.fingerprint = std::string("of ") + at;
      result.diagnostics.push_back(diagnostic);
    }
    const SuppressionUse use = Suppressions({entry}, "/x").apply(result, "/x/a.txt", {{"a/b", {}}}, std::nullopt);
    CHECK(use.used.size() == (result.suppressed.empty() ? 0 : 1));
    CHECK(result.diagnostics.size() + result.suppressed.size() == 4);
    return result.suppressed.size();
  };
  CHECK(held("", "") == 4);
  CHECK(held("requests/total", "") == 2);
  CHECK(held("requests", "") == 3);
  CHECK(held("request", "") == 0);
  CHECK(held("", "of requests/total") == 1);
  CHECK(held("requests/totals", "of requests/total") == 0);
}

TEST_CASE("an entry that is of no use is told, where the run can know", "[config]") {
  const ScratchFolder folder;
  folder.write("a.txt", sample_report);
  folder.write("b.txt", "青山县水务局2022年政府信息公开工作年度报告\n\n一、总体情况\n很好。\n");
  const auto told = [&](const std::string& more, const Lines& paths, Selection selection = {}) {
    folder.write("gialint.toml", entry(more));
    Lines lines = run(folder, paths, TomlDate{2026, 6, 30}, std::move(selection)).told;
    const auto other = [](const std::string& line) { return line.find("config/") == std::string::npos; };
    lines.erase(std::remove_if(lines.begin(), lines.end(), other), lines.end());
    return lines;
  };
  const Lines unused = {"gialint.toml config/unused-suppression unused"};
  CHECK(told("rule = 'test/error-word'\nfile = 'b.txt'", {"."}) == unused);
  CHECK(told("rule = 'test/error-word'\nfile = 'b.txt'", {"b.txt"}) == unused);
  CHECK(told("rule = 'test/error-word'\nfile = 'b.txt'", {"a.txt"}).empty());
  CHECK(told("rule = 'test/error-word'\nfile = '*.txt'", {"b.txt"}).empty());
  CHECK(told("rule = 'test/error-word'\nfile = 'c.txt'", {"."}) ==
        Lines{"gialint.toml config/unused-suppression no_file"});
  CHECK(told("rule = 'test/error-word'\nfile = 'c.txt'", {"a.txt"}).empty());
  CHECK(told("rule = 'test/gone'\nfile = 'a.txt'", {"a.txt"}) ==
        Lines{"gialint.toml config/unused-suppression no_rule"});
  CHECK(told("rule = 'test/error-word'\nfile = 'a.txt'\nuntil = 2026-06-29", {"a.txt"}) ==
        Lines{"gialint.toml config/unused-suppression over"});
  CHECK(told("rule = 'test/error-word'\nfile = 'a.txt'\nuntil = 2026-06-30", {"a.txt"}).empty());
  // A rule that is off says nothing, whatever the entry.
  CHECK(told("rule = 'test/error-word'\nfile = 'b.txt'", {"."}, {{}, {"test/error-word"}, {}}).empty());
  CHECK(told("rule = 'test/error-word'\nfile = 'b.txt'\n[rules]\n'config/unused-suppression' = 'off'", {"."}).empty());
}

TEST_CASE("an entry whose last day has passed holds nothing back", "[config]") {
  const ScratchFolder folder;
  folder.write("a.txt", sample_report);
  folder.write("gialint.toml", entry("rule = 'test/error-word'\nfile = 'a.txt'\nuntil = 2026-06-30"));
  CHECK(run(folder, {"a.txt"}, TomlDate{2026, 6, 30}).suppressed.size() == 1);
  CHECK(run(folder, {"a.txt"}, TomlDate{2026, 7, 1}).suppressed.empty());
  CHECK(run(folder, {"a.txt"}).suppressed.size() == 1);
}

TEST_CASE("without suppression nothing is held back and nothing is said of it", "[config]") {
  const ScratchFolder folder;
  folder.write("a.txt", sample_report);
  folder.write("gialint.toml", entry("rule = 'test/error-word'\nfile = 'a.txt'"));
  CHECK(run(folder, {"a.txt"}).told.size() == 2);
  const std::shared_ptr<const Pack> pack = sample_pack();
  Settings settings(pack, {}, {});
  const Walk walk = find_files({(folder.path() / "a.txt").string()}, {}, settings);
  RunOptions options;
  options.suppress = false;
  std::size_t told = 0;
  lint_files(walk.files, settings, pack, options, [&](const FinishedFile& file) {
    told += file.result.diagnostics.size();
    return true;
  });
  CHECK(told == all_of_a.size());
}

}  // namespace
}  // namespace gialint
