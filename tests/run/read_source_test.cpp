#include "engine/run/read_source.hpp"

#include <catch2/catch.hpp>

#include "tests/support/sample_pack.hpp"
#include "tests/support/scratch_folder.hpp"

namespace gialint {
namespace {

TEST_CASE("a text is read and called as the user called the file", "[run]") {
  const ScratchFolder folder;
  InputFile file;
  file.path = "年报.txt";
  file.absolute = folder.write("a.txt", "一、总体情况\n");
  const Result<DocumentSource> source = read_source(file, {});
  REQUIRE(source.ok());
  CHECK(source->text->path() == "年报.txt");
  CHECK(source->text->text() == "一、总体情况\n");
  CHECK(source->drawn == nullptr);
}

TEST_CASE("what keeps a file from being read is told with its name", "[run]") {
  const ScratchFolder folder;
  InputFile file;
  file.path = "年报.txt";
  file.absolute = folder.path() / "none.txt";
  CHECK(to_string(read_source(file, {}).failure(), Language::zh) == "年报.txt: 没有这个文件或者文件夹");
  file.absolute = folder.write("a.txt", "");
  CHECK(to_string(read_source(file, {}).failure().where) == "年报.txt");
  file.failure = Failure{{"年报.txt"}, {"told before", "told before"}};
  CHECK(to_string(read_source(file, {}).failure(), Language::zh) == "年报.txt: told before");
}

TEST_CASE("a file is opened as a report", "[run]") {
  const ScratchFolder folder;
  InputFile file;
  file.path = "年报.txt";
  file.absolute = folder.write("a.txt", sample_report);
  const std::shared_ptr<const Pack> pack = sample_pack();
  const ReportReader& reader = pack->reader();
  const Result<Report> report = open_report(file, {}, reader);
  REQUIRE(report.ok());
  CHECK(report->kind == ReportKind::report);
  CHECK(report->source->path() == "年报.txt");
  file.absolute = folder.path() / "none.txt";
  CHECK(to_string(open_report(file, {}, reader).failure(), Language::zh) == "年报.txt: 没有这个文件或者文件夹");
}

}  // namespace
}  // namespace gialint
