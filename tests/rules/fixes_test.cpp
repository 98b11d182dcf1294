#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/rules/fixed.hpp"

namespace gialint::test {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> reports_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".expect") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string faults_in(const fs::path& folder, bool unsafe, std::map<std::string, std::size_t>& fixed) {
  Linter linter(project_pack(), Language::zh);
  std::string faults;
  for (const fs::path& file : reports_in(folder))
    faults += fault_of_fixing(linter, file.filename().string(), read_bytes(file), unsafe, fixed);
  return faults;
}

TEST_CASE("whole reports are fixed once and for all, and nothing new is said of their tables", "[rules][fixtures]") {
  for (const bool unsafe : {false, true}) {
    std::map<std::string, std::size_t> fixed;
    CHECK(faults_in(fs::path(GIALINT_SOURCE_DIR) / "fixtures" / "reports", unsafe, fixed) == "");
    CHECK(fixed.size() >= (unsafe ? 6 : 4));
  }
}

TEST_CASE("so are the seeds", "[rules][seeds]") {
  const char* const folder = std::getenv("GIALINT_SEEDS");
  if (folder == nullptr || *folder == '\0') {
    WARN("skipped: GIALINT_SEEDS does not name the folder of the five seed reports");
    return;
  }
  for (const bool unsafe : {false, true}) {
    std::map<std::string, std::size_t> fixed;
    CHECK(faults_in(folder, unsafe, fixed) == "");
    CHECK(fixed.size() >= 4);
  }
}

}  // namespace
}  // namespace gialint::test
