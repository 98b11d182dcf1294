#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

const std::string report =
    "青石县民政局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（五）项\n"
    "信息内容\t本年处理决定数量\n行政许可\t7\n";
const std::string header = "file,organ,year,edition,table,row,column,value,state,line,char,unit,certainty\r\n";

std::string row_of(const std::string& file) {
  return file + ",青石县民政局,2023,2021,art20_5,administrative_license,decisions,7,number,5,6,,sure\r\n";
}

TEST_CASE("the figures of files and folders come as CSV, in the order of the paths", "[cli]") {
  const Folder folder;
  folder.write("b.txt", report);
  folder.write("a/c.md", report);
  const Setting here = {folder.path(), "", {}};
  const Outcome run = gialint({"extract", "b.txt", "a"}, here);
  CHECK(run.status == 0);
  CHECK(run.err.empty());
  CHECK(run.out == header + row_of("a/c.md") + row_of("b.txt"));
  CHECK(gialint({"extract"}, here).out == run.out);
  CHECK(gialint({"extract", "--exclude", "a/", "."}, here).out == header + row_of("b.txt"));
  CHECK(gialint({"extract", "--bom", "b.txt"}, here).out == "\xEF\xBB\xBF" + header + row_of("b.txt"));
  const Outcome piped = gialint({"extract", "--stdin-filename", "x.txt", "-"}, {folder.path(), report, {}});
  CHECK(piped.out == header + row_of("x.txt"));
}

TEST_CASE("the output can be a file, and JSON", "[cli]") {
  const Folder folder;
  folder.write("a.txt", report);
  const Setting here = {folder.path(), "", {}};
  const Outcome run = gialint({"extract", "-f", "json", "-o", "out.json", "a.txt"}, here);
  CHECK(run.status == 0);
  CHECK(run.out.empty());
  CHECK(bytes_of(folder / "out.json").find("[\n{\"file\":\"a.txt\",") == 0);
  CHECK(gialint({"extract", "-f", "jsonl", "a.txt"}, here).out.find("{\"file\":\"a.txt\",") == 0);
  CHECK(gialint({"extract", "-o", "no/out.csv", "a.txt"}, here).status == 2);
  CHECK(gialint({"extract", "--bom", "-f", "json", "a.txt"}, here).status == 2);
}

TEST_CASE("what gives no figures is one line on stderr, and the others are read", "[cli]") {
  const Folder folder;
  folder.write("r/empty.txt", "");
  folder.write("r/notice.txt", "会议通知：请各科室参加。\n");
  folder.write("r/old.txt", "青石县民政局2012年政府信息公开工作年度报告\n一、总体情况\n");
  folder.write("r/sound.txt", report);
  const Setting here = {folder.path(), "", {}};
  const Outcome run = gialint({"extract", "r"}, here);
  CHECK(run.status == 2);
  CHECK(run.out == header + row_of("r/sound.txt"));
  CHECK(std::count(run.err.begin(), run.err.end(), '\n') == 3);
  for (const char* name : {"r/empty.txt", "r/notice.txt", "r/old.txt"})
    CHECK(run.err.find("gialint: " + std::string(name) + ": ") != std::string::npos);
  const Outcome quiet = gialint({"extract", "-q", "r"}, here);
  CHECK(std::count(quiet.err.begin(), quiet.err.end(), '\n') == 1);

  CHECK(gialint({"extract", "--exclude", "empty.txt", "r"}, here).status == 0);
  CHECK(gialint({"extract", "r/old.txt"}, here).status == 0);
  const Outcome named = gialint({"extract", "-q", "r/notice.txt"}, here);
  CHECK(named.status == 1);
  CHECK(named.err.find("r/notice.txt") != std::string::npos);
}

TEST_CASE("bytes that no character stands for are told, since figures may be wrong", "[cli]") {
  const Folder folder;
  folder.write("a.txt", report + "\xff\xff");
  const Outcome run = gialint({"extract", "a.txt"}, {folder.path(), "", {}});
  CHECK(run.status == 1);
  CHECK(run.err.find("gialint: a.txt: ") == 0);
  CHECK(run.out == header + row_of("a.txt"));
}

TEST_CASE("the same bytes whatever the number of threads, and a reader may leave", "[cli]") {
  const Folder folder;
  for (int i = 0; i < 200; ++i) folder.write("r/" + std::to_string(i) + ".txt", i % 9 == 0 ? "" : report);
  const Setting here = {folder.path(), "", {}};
  const Outcome one = gialint({"extract", "-j1", "r"}, here);
  for (const char* jobs : {"-j2", "-j8"}) {
    const Outcome many = gialint({"extract", jobs, "r"}, here);
    CHECK(many.out == one.out);
    CHECK(many.err == one.err);
    CHECK(many.status == 2);
  }
  const Outcome left = shell("\"$GIALINT\" extract r 2>err.txt | head -1", here);
  CHECK(left.out == header);
}

}  // namespace
}  // namespace gialint
