#include "engine/document/repetition.hpp"

#include <catch2/catch.hpp>

#include "engine/text/normalize.hpp"
#include "tests/support/forms.hpp"

namespace gialint {
namespace {

const LawfulDoubling& lawful() {
  static const LawfulDoubling doubling = {
      U"的了在会等为是有对和与及于到", U"人家户村县件项条次层级步年月日", U"又越", U"一", U"等", U"。，、；："};
  return doubling;
}

std::string repetitions(const std::string& text) {
  std::string out;
  for (const Repetition& each : find_repetitions(text, lawful())) {
    out += "[" + text.substr(each.first.begin, each.first.size()) + "|" +
           text.substr(each.second.begin, each.second.size()) + "]";
  }
  return out;
}

std::string doubled(const std::string& text) {
  std::string out;
  for (const Repetition& each : find_doubled(text, test::editions().back().phrases)) {
    out += "[" + text.substr(each.first.begin, each.second.end - each.first.begin) + "]";
  }
  return out;
}

}  // namespace

TEST_CASE("a whole sentence that comes again at once is a slip", "[document]") {
  CHECK(repetitions("特此报告。特此报告。") == "[特此报告|特此报告]");
  CHECK(repetitions("本年度没有收费。没有收费。没有收费。") == "[没有收费|没有收费]");
  for (const char* silent :
       {"主动公开情况。主动公开情况良好。", "主动公开情况。主动公开情况", "没有。没有。", "公开内容：公开内容。"})
    CHECK(repetitions(silent).empty());
}

TEST_CASE("four characters and more that come again are repeated by a slip alone", "[document]") {
  CHECK(repetitions("认真贯彻落实认真贯彻落实条例") == "[认真贯彻落实|认真贯彻落实]");
  CHECK(repetitions("进一步提高进一步提高意识") == "[进一步提高|进一步提高]");
  CHECK(repetitions("纳入2023年2023年绩效") == "[2023年|2023年]");
  for (const char* silent :
       {"", "0 0 0 0 0 0 0 0", "0000000000", "20232023", "分别为9件、9件、9件", "办结，办结率，受理，受理"}) {
    CAPTURE(silent);
    CHECK(repetitions(silent) == "");
  }
}

TEST_CASE("a word that comes again is found where both are words", "[document]") {
  CHECK(repetitions("灌区水价方案方案已经上墙") == "[方案|方案]");
  CHECK(repetitions("严格按照按照法定时限") == "[按照|按照]");
  CHECK(repetitions("巡河巡河记录按月张贴") == "[巡河|巡河]");
  CHECK(repetitions("仍存在一些一些不足") == "[一些|一些]");
  CHECK(repetitions("对政府信息政府信息的制作") == "[政府信息|政府信息]");
  for (const char* silent : {"人民政府政府信息公开", "云溪县政府政府网站", "公开各部门部门预算", "一步一步提高",
                             "一件一件落实", "越快越快越好", "点对点对接", "一对一对接"}) {
    CAPTURE(silent);
    CHECK(repetitions(silent) == "");
  }
}

TEST_CASE("a character that stands twice is found where it belongs to one word only", "[document]") {
  CHECK(repetitions("对拟公开的的信息") == "[的|的]");
  CHECK(repetitions("各类政府信息息，内容") == "[息|息]");
  CHECK(repetitions("主要问题及及改进情况") == "[及|及]");
  CHECK(repetitions("第一责任人人，办公室") == "[人|人]");
  CHECK(repetitions("收费标准等等信息") == "[等|等]");
  CHECK(repetitions("公示牌 牌全部更新") == "[牌|牌]");
  CHECK(repetitions("信息公开　　开工作") == "[开|开]");
  CHECK(repetitions("办理。。依法答复，，") == "[。|。][，|，]");
  for (const char* silent : {"2020 年 年初",
                             "2020 年年初",
                             "工作作为重点",
                             "以公开为目的的活动",
                             "在在建项目中",
                             "人人签订责任书",
                             "件件有回音",
                             "公文件件有登记",
                             "层层把关",
                             "群众生活息息相关",
                             "清清楚楚，明明白白",
                             "收费标准等等，",
                             "信息及及时更新",
                             "云溪市市场监管局",
                             "县县政府网站",
                             "公开答复复函",
                             "1 1",
                             "答复……一一说明——",
                             "办结，办结率",
                             "政府信息公开开展情况"}) {
    CAPTURE(silent);
    CHECK(repetitions(silent) == "");
  }
}

TEST_CASE("a clause that comes again behind its mark is found", "[document]") {
  CHECK(repetitions("我局强化责任落实，强化责任落实，推进公开。") == "");  // the first is part of a longer clause
  CHECK(repetitions("强化责任落实，强化责任落实，推进公开。") == "[强化责任落实|强化责任落实]");
  CHECK(repetitions("公开。强化责任落实；强化责任落实") == "[强化责任落实|强化责任落实]");
  CHECK(repetitions("强化责任落实，强化责任落实机制，推进公开。") == "");
  CHECK(repetitions("公开透明，公开透明，再公开。") == "");
}

TEST_CASE("a doubled character counts only inside a phrase of the form", "[document]") {
  CHECK(doubled("金乡县 2022 年政府信息公开 开工作年度报告") == "[开 开]");
  CHECK(doubled("2022年政府信信息公开工作年度报告") == "[信信]");
  CHECK(doubled("六、其他需需要报告的事项") == "[需需]");
  for (const char* silent :
       {"2020 年年初", "工作作为", "办结，办结率", "政府、政府办", "受理，受理", "人民政府政府信息公开",
        "政府信息公开开展情况", "总体情况况且", "人人有责", "政府信息公开，开工作"}) {
    CAPTURE(silent);
    CHECK(doubled(silent) == "");
  }
}

}  // namespace gialint
