#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

TEST_CASE("the model of a report is JSON on stdout", "[cli]") {
  const Outcome run = gialint({"model", fixture("reports/marked.txt")});
  CHECK(run.status == 0);
  CHECK(run.err.empty());
  CHECK(run.out.find("\"gialint-model/1\"") != std::string::npos);
  CHECK(run.out.find("青山县水务局") != std::string::npos);
  const Outcome piped = gialint({"model", "-"}, {".", bytes_of(fixture("reports/marked.txt")), {}});
  CHECK(piped.status == 0);
  CHECK(piped.out.find("青山县水务局") != std::string::npos);
}

TEST_CASE("the tables of a report are drawn in place of the JSON", "[cli]") {
  const std::string report =
      "青石县民政局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（五）项\n"
      "信息内容\t本年处理决定数量\n行政许可\t7\n";
  const Outcome run = gialint({"model", "--tables", "-"}, {".", report, {}});
  CHECK(run.status == 0);
  CHECK(run.err.empty());
  CHECK(run.out.find("[art20_5] ") != std::string::npos);
  CHECK(run.out.find("\n5  行政许可 ") != std::string::npos);
  CHECK(run.out.find('{') == std::string::npos);
  const Outcome english = gialint({"model", "--tables", "--lang", "en", "-"}, {".", report, {}});
  CHECK(english.out.find("read with the form of 2021\n") != std::string::npos);
  CHECK(gialint({"model", "--full", "-"}, {".", report, {}}).status == 2);
}

TEST_CASE("how the words of a report are understood is told in place of the JSON", "[cli]") {
  const std::string report =
      "青石县民政局2023年政府信息公开工作年度报告\n一、总体情况\n2023年收到政府信息公开申请3件。走访慰问某某2件。\n";
  const Outcome run = gialint({"model", "--claims", "-"}, {".", report, {}});
  CHECK(run.status == 0);
  CHECK(run.out.find("收到/act=receive 政府信息公开申请/thing=request 3件/number") != std::string::npos);
  CHECK(run.out.find("CLAIM  3件  requests.received  {request receive}  words-before\n") != std::string::npos);
  CHECK(run.out.find("SILENT 2件  unknown-head: ") != std::string::npos);
  CHECK(gialint({"model", "--claims", "--tables", "-"}, {".", report, {}}).status == 2);
}

TEST_CASE("what is no report has a model, and status 1 says so", "[cli]") {
  const Outcome run = gialint({"model", fixture("README.md")});
  CHECK(run.status == 1);
  CHECK(run.out.front() == '{');
  CHECK_FALSE(run.err.empty());
}

TEST_CASE("a file that cannot be read has no model", "[cli]") {
  const Folder folder;
  folder.write("empty.txt", "");
  for (const char* name : {"empty.txt", "missing.txt", "."}) {
    const Outcome run = gialint({"model", name}, {folder.path(), "", {}});
    INFO(name);
    CHECK(run.status == 2);
    CHECK(run.out.empty());
    CHECK(run.err.find("gialint: " + std::string(name) + ": ") == 0);
  }
}

}  // namespace
}  // namespace gialint
