#include "engine/document/repetition.hpp"

#include <catch2/catch.hpp>

#include "engine/text/normalize.hpp"
#include "tests/support/forms.hpp"

namespace gialint {
namespace {

std::string repetitions(const std::string& text, std::size_t min_length) {
  std::string out;
  for (const Repetition& each : find_repetitions(text, min_length)) {
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

TEST_CASE("words directly repeated are found from the length asked for on", "[document]") {
  CHECK(repetitions("认真贯彻落实认真贯彻落实条例", 4) == "[认真贯彻落实|认真贯彻落实]");
  CHECK(repetitions("政府政府信息公开", 4) == "");
  CHECK(repetitions("政府政府信息公开", 2) == "[政府|政府]");
  CHECK(repetitions("办结，办结率，受理，受理", 2) == "");
  CHECK(repetitions("0 0 0 0 0 0 0 0", 4) == "");
  CHECK(repetitions("0000000000", 4) == "");
  CHECK(repetitions("", 4) == "");
}

TEST_CASE("a clause that comes again behind its mark is found", "[document]") {
  CHECK(repetitions("我局强化责任落实，强化责任落实，推进公开。", 4) == "");  // the first is part of a longer clause
  CHECK(repetitions("强化责任落实，强化责任落实，推进公开。", 4) == "[强化责任落实|强化责任落实]");
  CHECK(repetitions("公开。强化责任落实；强化责任落实", 4) == "[强化责任落实|强化责任落实]");
  CHECK(repetitions("强化责任落实，强化责任落实机制，推进公开。", 4) == "");
  CHECK(repetitions("公开透明，公开透明，再公开。", 4) == "");
}

TEST_CASE("one character on both sides of blanks is found", "[document]") {
  CHECK(repetitions("信息公开 开工作", 4) == "[开|开]");
  CHECK(repetitions("信息公开　　开工作", 4) == "[开|开]");
  CHECK(repetitions("2020 年 年初", 4) == "[年|年]");
  CHECK(repetitions("1 1", 4) == "");
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
