#include "engine/run/history.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "tests/support/sample_pack.hpp"
#include "tests/support/scratch_folder.hpp"

namespace gialint {
namespace {

/// The files of one test, in the order of their paths, and who is whose last year's report.
class Pairs {
 public:
  void add(const std::string& name, const std::string& organ, int year) {
    InputFile file;
    file.path = name;
    file.absolute =
        folder_.write(name, organ + std::to_string(year) + "年政府信息公开工作年度报告\n一、总体情况\n认真落实。\n");
    files_.push_back(file);
  }

  [[nodiscard]] std::string previous(std::size_t file, unsigned jobs = 1) const {
    const std::size_t found = PreviousReports(files_, sample_pack()->reader(), {}, aliases_, jobs).of(file);
    return found == PreviousReports::none ? "none" : files_.at(found).path;
  }

  /// The file of the same body and year that comes first.
  [[nodiscard]] std::string same_as(std::size_t file) const {
    const std::size_t found = PreviousReports(files_, sample_pack()->reader(), {}, aliases_, 1).same_as(file);
    return found == PreviousReports::none ? "none" : files_.at(found).path;
  }

  void rename(const std::string& name, const std::vector<std::string>& before) {
    aliases_ = OrganAliases({OrganNames{name, before}});
  }

  std::vector<InputFile>& files() { return files_; }

 private:
  ScratchFolder folder_;
  std::vector<InputFile> files_;
  OrganAliases aliases_;
};

TEST_CASE("last year's report is found by organ and year, whatever the files are called", "[run]") {
  Pairs pairs;
  pairs.add("a/旧 稿.txt", "青石县民政局", 2022);
  pairs.add("b/x/y.md", "青石县 民政局", 2023);
  pairs.add("c.txt", "青石县财政局", 2022);
  pairs.add("d.txt", "青石县民政局", 2021);
  for (const unsigned jobs : {1U, 8U}) {
    CHECK(pairs.previous(1, jobs) == "a/旧 稿.txt");
    CHECK(pairs.previous(0, jobs) == "d.txt");
    CHECK(pairs.previous(2, jobs) == "none");
    CHECK(pairs.previous(3, jobs) == "none");
  }
}

TEST_CASE("a region and its government are one body", "[run]") {
  Pairs pairs;
  pairs.add("a.txt", "青石县人民政府", 2022);
  pairs.add("b.txt", "青石县", 2023);
  CHECK(pairs.previous(1) == "a.txt");
}

TEST_CASE("what two files claim to be is paired with nothing", "[run]") {
  Pairs pairs;
  pairs.add("a.txt", "青石县民政局", 2022);
  pairs.add("b.txt", "青石县民政局", 2022);
  pairs.add("c.txt", "青石县民政局", 2023);
  pairs.add("d.txt", "青石县财政局", 2022);
  pairs.add("e.txt", "青石县财政局", 2023);
  pairs.add("f.txt", "青石县财政局", 2023);
  for (const std::size_t file : {2U, 4U, 5U}) CHECK(pairs.previous(file) == "none");
  CHECK(pairs.same_as(0) == "none");
  CHECK(pairs.same_as(1) == "a.txt");
  CHECK(pairs.same_as(3) == "none");
  CHECK(pairs.same_as(5) == "e.txt");
}

TEST_CASE("a body that was renamed is found by both names", "[run]") {
  Pairs pairs;
  pairs.add("a.txt", "青石县国土资源局", 2022);
  pairs.add("b.txt", "青石县自然资源局", 2023);
  CHECK(pairs.previous(1) == "none");
  pairs.rename("青石县自然资源局", {"青石县规划局", "青石县国土资源局"});
  CHECK(pairs.previous(1) == "a.txt");
}

TEST_CASE("a name that any county's organ may bear is one body only in neighbouring folders", "[run]") {
  Pairs pairs;
  pairs.add("青石县/2022/a.txt", "民政局", 2022);
  pairs.add("青石县/2023/a.txt", "民政局", 2023);
  pairs.add("松岭县/2022/b.txt", "市场监督管理局", 2022);
  pairs.add("云溪县/2023/b.txt", "市场监督管理局", 2023);
  CHECK(pairs.previous(1) == "青石县/2022/a.txt");
  CHECK(pairs.previous(3) == "none");
}

TEST_CASE("files without a title, that are gone, or the standard input have no last year", "[run]") {
  Pairs pairs;
  pairs.add("a.txt", "青石县民政局", 2022);
  pairs.add("b.txt", "", 2023);
  pairs.add("c.txt", "青石县民政局", 2023);
  pairs.files()[2].standard_input = true;
  CHECK(pairs.previous(1) == "none");
  CHECK(pairs.previous(2) == "none");
  pairs.files()[2].standard_input = false;
  CHECK(pairs.previous(2) == "a.txt");
  std::filesystem::remove(pairs.files()[0].absolute);
  CHECK(pairs.previous(2) == "none");
  CHECK(PreviousReports().of(7) == PreviousReports::none);
}

}  // namespace
}  // namespace gialint
