#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/rules/rule_lint.hpp"
#include "tests/support/expectations.hpp"

namespace gialint::test {
namespace {

namespace fs = std::filesystem;

/// Five real reports that are not part of this repository: GIALINT_SEEDS names their folder.
const char* seeds_folder() {
  const char* const folder = std::getenv("GIALINT_SEEDS");
  if (folder == nullptr || *folder == '\0') {
    WARN("skipped: GIALINT_SEEDS does not name the folder of the five seed reports");
    return nullptr;
  }
  return folder;
}

std::vector<fs::path> expectations(const std::string& extension) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(fs::path(GIALINT_SOURCE_DIR) / "tests/rules/seeds")) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST_CASE("the five seeds give exactly the diagnostics expected of them", "[rules][seeds]") {
  const char* const folder = seeds_folder();
  if (folder == nullptr) return;
  const std::vector<fs::path> files = expectations(".expect");
  CHECK(files.size() == 5);
  Linter linter(project_pack(), Language::zh);
  for (const fs::path& file : files) {
    const fs::path seed = fs::path(folder) / file.stem();
    const LintOptions options = all_rules();
    const FileResult result = linter.lint(source_of(seed.string(), read_bytes(seed)), options);
    const std::string found = expectation_lines(result);
    if (updating()) std::ofstream(file, std::ios::binary) << found;
    INFO(seed.string());
    CHECK(result.rule_failures.empty());
    CHECK(found == read_bytes(file));
    const bool errors = std::any_of(result.diagnostics.begin(), result.diagnostics.end(),
                                    [](const Diagnostic& each) { return each.severity == Severity::error; });
    const bool expected =
        file.stem().string().rfind("jinxiang", 0) == 0 || file.stem().string().rfind("zhangdian", 0) == 0;
    CHECK(errors == expected);  // exit status 1, 1, 0, 0, 0
  }
}

TEST_CASE("every cell of every table of the seeds is read, with its place", "[rules][seeds]") {
  const char* const folder = seeds_folder();
  if (folder == nullptr) return;
  const std::vector<fs::path> files = expectations(".cells");
  CHECK(files.size() == 5);
  std::size_t cells = 0;
  for (const fs::path& file : files) {
    const fs::path seed = fs::path(folder) / file.stem();
    const auto source = source_of(seed.string(), read_bytes(seed));
    const Report report = project_pack()->reader().read(source, std::nullopt);
    std::map<std::string, std::string> expected;  // by model path
    std::istringstream lines(read_bytes(file));
    for (std::string line; std::getline(lines, line);) {
      const std::size_t blank = line.find(' ');
      if (!line.empty() && line.front() != '#') expected.emplace(line.substr(0, blank), line.substr(blank + 1));
    }
    std::map<std::string, std::string> found;
    for (const Table& table : report.tables.tables) {
      if (!table.found) continue;
      for (const Row& row : table.rows) {
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
          const Cell& cell = row.cells[column];
          const Position at = source->position(cell.span.begin, ColumnUnit::code_point);
          std::string value = cell.state == CellState::number ? to_string(cell.value) : std::string("none");
          if (cell.certainty == Certainty::ambiguous) value += "?";
          if (cell.state == CellState::number && source->slice(cell.span) != value) {
            value += "“" + std::string(source->slice(cell.span)) + "”";
          }
          found.emplace(table.id + "/" + row.id + "/" + table.columns[column].id,
                        value + " " + std::to_string(at.line) + ":" + std::to_string(at.column));
        }
      }
    }
    INFO(seed.string());
    cells += found.size();
    CHECK(found == expected);
  }
  CHECK(cells == 10 + 3 * 200 + 198);
}

}  // namespace
}  // namespace gialint::test
