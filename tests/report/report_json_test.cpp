#include "engine/report/report_json.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/reports.hpp"

namespace gialint {

TEST_CASE("the model is printed as JSON with every part of it", "[report]") {
  const Report report = test::read_report(
      "青石县民政局2023年政府信息公开工作年度报告\n一、总体情况\n公开约75条。\n"
      "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可 7\n"
      "第二十条第（八）项\n信息内容 本年收费金额（单位：万元）\n行政事业性收费 20.35\n");
  const nlohmann::json model = nlohmann::json::parse(to_json(report));
  CHECK(model["schema"] == "gialint-model/1");
  CHECK(model["year"] == 2023);
  CHECK(model["organ_kind"] == "department");
  CHECK(model["edition"] == "2021");
  CHECK(model["kind"] == "report");
  CHECK(model["title"]["organ"] == "青石县民政局");
  CHECK(model["sections"][0]["id"] == "overall");
  CHECK(model["sections"][0]["paragraphs"][0]["text"] == "公开约75条。");
  REQUIRE(model["tables"].size() == 6);
  CHECK(model["tables"][1]["rows"][0]["cells"][0]["value"] == "7");
  CHECK(model["tables"][3]["rows"][0]["cells"][0]["value"] == "20.35");
  CHECK(model["tables"][3]["rows"][0]["cells"][0]["span"]["line"] == 10);
  CHECK(model["tables"][4]["found"] == false);
  CHECK(model["tables"][4]["rows"][0]["cells"][0]["state"] == "absent");
  CHECK(model["tables"][4]["rows"][0]["cells"][0]["value"].is_null());
  REQUIRE(model["mentions"].size() == 1);
  CHECK(model["mentions"][0]["exactness"] == "approximate");
  CHECK(model["mentions"][0]["unit"] == "条");
}

TEST_CASE("the same text gives the same bytes", "[report]") {
  const std::string text = "一、总体情况\n公开12条。\n二、主动公开政府信息情况\n";
  CHECK(to_json(test::read_report(text)) == to_json(test::read_report(text)));
}

}  // namespace gialint
