#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/rules/rule_lint.hpp"
#include "tests/support/expectations.hpp"

namespace gialint::test {
namespace {

namespace fs = std::filesystem;

TEST_CASE("whole reports give exactly the diagnostics expected beside them", "[rules][fixtures]") {
  const fs::path folder = fs::path(GIALINT_SOURCE_DIR) / "fixtures" / "reports";
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".expect") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() >= 8);
  Linter linter(project_pack(), Language::zh);
  for (const fs::path& file : files) {
    const LintOptions options = all_rules();
    const FileResult result = linter.lint(source_of(file.filename().string(), read_bytes(file)), options);
    const std::string found = expectation_lines(result);
    const fs::path expect = file.string() + ".expect";
    if (updating()) std::ofstream(expect, std::ios::binary) << found;
    std::string messages;
    for (const Diagnostic& diagnostic : result.diagnostics) messages += diagnostic.message + "\n";
    INFO(file.filename().string() << "\n" << messages);
    CHECK(result.rule_failures.empty());
    REQUIRE(fs::exists(expect));
    CHECK(found == read_bytes(expect));
  }
}

}  // namespace
}  // namespace gialint::test
