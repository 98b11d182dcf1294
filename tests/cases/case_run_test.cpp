#include "engine/cases/case_run.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

std::string figures_of(const std::string& organ, const std::string& year, int penalties, int in_force) {
  return organ + year +
         "年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（一）项\n信息内容 本年制发件数 "
         "本年废止件数 现行有效件数\n规章 0 0 0\n行政规范性文件 1 0 " +
         std::to_string(in_force) + "\n第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚 " +
         std::to_string(penalties) + "\n行政强制 0\n";
}

std::vector<FileResult> run(const std::string& rule, const RuleCase& each) {
  std::vector<std::shared_ptr<const SourceText>> texts;
  for (const auto& [name, text] : texts_of(each))
    texts.push_back(std::make_shared<const SourceText>(*SourceText::from_bytes(name, text, std::nullopt)));
  return CaseRunner(*load_pack(GIALINT_SOURCE_DIR "/rules"), Language::zh).run(rule, each, texts);
}

TEST_CASE("a case runs with last year's report when it has one", "[cases]") {
  RuleCase each;
  each.report = figures_of("青石县民政局", "2023", 0, 9);
  CHECK(texts_of(each).size() == 1);
  const std::vector<FileResult> alone = run("history/stock-flow", each);
  REQUIRE(alone.size() == 1);
  CHECK(alone[0].diagnostics.empty());

  each.previous = figures_of("青石县民政局", "2022", 0, 5);
  const std::vector<FileResult> both = run("history/stock-flow", each);
  REQUIRE(both.size() == 2);
  CHECK(both[0].path == "report.txt");
  CHECK(both[1].path == "previous.txt");
  CHECK(both[1].diagnostics.empty());
  REQUIRE(both[0].diagnostics.size() == 1);
  CHECK(both[0].source->slice(both[0].diagnostics[0].span) == "9");
  REQUIRE_FALSE(both[0].diagnostics[0].related.empty());
  CHECK(both[0].diagnostics[0].related[0].source == both[1].source);
}

TEST_CASE("a case of several reports gives a result for each", "[cases]") {
  RuleCase each;
  each.corpus = {{"b.txt", figures_of("青石县民政局", "2023", 4, 0)},
                 {"g.txt", figures_of("青石县人民政府", "2023", 3, 0)}};
  CHECK(run("corpus/roll-up", each)[1].diagnostics.empty());  // no region is declared

  each.regions = {{"青石县人民政府", {"青石县民政局"}}};
  const std::vector<FileResult> results = run("corpus/roll-up", each);
  REQUIRE(results.size() == 2);
  CHECK(results[0].diagnostics.empty());
  REQUIRE(results[1].diagnostics.size() == 1);
  CHECK(results[1].path == "g.txt");
  CHECK(results[1].source->slice(results[1].diagnostics[0].span) == "3");
  REQUIRE(results[1].diagnostics[0].related.size() == 1);
  CHECK(results[1].diagnostics[0].related[0].source == results[0].source);
}

}  // namespace
}  // namespace gialint
