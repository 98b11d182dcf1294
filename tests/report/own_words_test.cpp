#include "engine/report/own_words.hpp"

#include <catch2/catch.hpp>

#include "engine/text/unicode.hpp"
#include "tests/support/reports.hpp"

namespace gialint {
namespace {

std::string words_of(const std::string& prose) {
  const Report report = test::read_report("青石县民政局2023年政府信息公开工作年度报告\n一、总体情况\n" + prose +
                                          "\n二、主动公开政府信息情况\n");
  return to_utf8(own_words(report.paragraphs.sections.at(0), test::forms().lexicon.common_text));
}

TEST_CASE("figures, years, layout and sub-headings are no words of one's own", "[report]") {
  CHECK(words_of("（一）主动公开情况\n2023年，全年发布通知 12 条（工作动态３条）。") == "年全年发布通知条工作动态条");
}

TEST_CASE("what law and form make everybody write is left out", "[report]") {
  CHECK(words_of("《政府信息公开条例》（国务院令第711号）、国办公开办函〔2021〕30号。村级公示栏按月更换。") ==
        "村级公示栏按月更换");
}

}  // namespace
}  // namespace gialint
