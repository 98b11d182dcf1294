#include "engine/report/organ.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "engine/report/report.hpp"
#include "tests/support/reports.hpp"

namespace gialint {
namespace {

/// "preface 云溪县民政局 department doubtful", "" without an organ.
std::string organ_of(const std::string& title, const std::string& preface, const std::string& end) {
  const Report report = test::read_report(title + "2023年政府信息公开工作年度报告\n" + preface +
                                          "一、总体情况\n认真落实。\n六、其他需要报告的事项\n没有其他事项。\n" + end);
  if (!report.organ) return {};
  const Organ& organ = *report.organ;
  CHECK(report.source->slice(organ.span) == organ.name);
  return std::string(organ_place_name(organ.place)) + " " + organ.name + " " + organ.kind +
         (organ.doubtful ? " doubtful" : "");
}

}  // namespace

TEST_CASE("the title says whose report it is, whatever the text says", "[report]") {
  CHECK(organ_of("青石县民政局", "本报告由云溪县财政局编制。\n", "") == "title 青石县民政局 department");
}

TEST_CASE("without an organ in the title the text is asked: preface, signature, contact", "[report]") {
  CHECK(organ_of("", "本报告由云溪县民政局编制。\n", "云溪县财政局\n2024年1月10日\n") ==
        "preface 云溪县民政局 department doubtful");
  CHECK(organ_of("", "根据《条例》规定，现公布云溪县石桥镇人民政府2023年度报告。\n", "") ==
        "preface 云溪县石桥镇人民政府 town_government doubtful");
  CHECK(organ_of("", "", "云溪县财政局\n2024年1月10日\n") == "signature 云溪县财政局 department doubtful");
  CHECK(organ_of("", "", "联系单位：云溪县财政局\n地址：云溪路1号\n电话：0531-1234567\n") ==
        "contact 云溪县财政局 department doubtful");
}

TEST_CASE("who is no body by its name is nobody", "[report]") {
  CHECK(organ_of("", "本局根据《条例》编制。\n", "").empty());
  CHECK(organ_of("", "我局按照要求编制本报告。\n", "").empty());
  CHECK(organ_of("", "各单位根据《条例》编制。\n", "附件：无\n").empty());
  CHECK(organ_of("", "根据《条例》规定编制。\n", "").empty());
}

}  // namespace gialint
