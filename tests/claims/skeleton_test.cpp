#include "engine/claims/skeleton.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/text/unicode.hpp"
#include "tests/claims/national_lexicon.hpp"

namespace gialint {
namespace {

/// "3件 [20..30]余条": each number as printed, its unit after "|", its bounds where they are not its value.
std::string mentions_of(std::string_view text) {
  std::string out;
  for (const Skeleton::Number& number : build_skeleton(text, 2023, testing::national_lexicon().numbers).numbers) {
    const Mention& mention = number.mention;
    out += out.empty() ? "" : " ";
    out += to_string(mention.value);
    if (mention.exactness != Exactness::exact)
      out += "[" + to_string(mention.low) + ".." + to_string(mention.high) + "]";
    if (mention.kind == MentionKind::percentage) out += "/percentage";
    if (mention.kind == MentionKind::money) out += "/money";
    out += "|" + mention.unit;
    CHECK(text.substr(mention.unit_span.begin, mention.unit_span.size()) == mention.unit);
  }
  return out;
}

/// The skeleton with its marks as ASCII: C count, B bare, O other, M month, D date, T title, Y L N S years, F money, P
/// per cent, H 100%.
std::string shown(std::string_view text) {
  std::string out = build_skeleton(text, 2023, testing::national_lexicon().numbers).text;
  const std::vector<std::pair<char32_t, std::string>> marks = {
      {skeleton_mark::count, "C"},     {skeleton_mark::bare, "B"},      {skeleton_mark::other, "O"},
      {skeleton_mark::month, "M"},     {skeleton_mark::date, "D"},      {skeleton_mark::title, "T"},
      {skeleton_mark::this_year, "Y"}, {skeleton_mark::last_year, "L"}, {skeleton_mark::next_year, "N"},
      {skeleton_mark::some_year, "S"}, {skeleton_mark::money, "F"},     {skeleton_mark::percent, "P"},
      {skeleton_mark::hundred, "H"}};
  for (const auto& [mark, letter] : marks) {
    std::string from;
    append_utf8(from, mark);
    for (std::size_t at = out.find(from); at != std::string::npos; at = out.find(from))
      out.replace(at, from.size(), letter);
  }
  return out;
}

struct Case {
  const char* text;
  const char* expected;
};

TEST_CASE("a number is a mention with its value, unit and exactness") {
  const std::vector<Case> cases = {
      {"受理3件", "3|件"},
      {"受理 3 件", "3|件"},
      {"收费 47.1 万元", "471000/money|元"},
      {"公开 3.5 万条", "35000|条"},
      {"第 3 万科城", ""},
      {"受理３件", "3|件"},
      {"受理１２件", "12|件"},
      {"公开1,234条", "1234|条"},
      {"公开1，234条", "1234|条"},
      {"公开1.53万条", "15300|条"},
      {"公开1.8万余条", "18000[18000..19000]|条"},
      {"受理三件", "3|件"},
      {"受理两件", "2|件"},
      {"受理十二件", "12|件"},
      {"受理二十余件", "20[20..30]|件"},
      {"受理一百零五件", "105|件"},
      {"受理零件", "0|件"},
      {"数量为零", "0|"},
      {"数量为0", "0|"},
      {"数量为12。", "12|"},
      {"受理19余项", "19[19..20]|项"},
      {"发布700余条", "700[700..800]|条"},
      {"发布200多次", "200[200..300]|次"},
      {"发布20条左右", "20[18..22]|条"},
      {"发布20条以上", "20[20..30]|条"},
      {"发布20条以内", "20[18..20]|条"},
      {"约20条", "20[18..22]|条"},
      {"近20条", "20[18..20]|条"},
      {"超过20条", "20[20..30]|条"},
      {"不足20条", "20[18..20]|条"},
      {"约20余条", "20[20..30]|条"},
      {"1至2件", "1[1..2]|件"},
      {"3-5件", "3[3..5]|件"},
      {"10～20条", "10[10..20]|条"},
      {"占33.9%", "33.9/percentage|%"},
      {"占33.9％", "33.9/percentage|％"},
      {"上升5个百分点", "5/percentage|个百分点"},
      {"收取400元", "400/money|元"},
      {"收费47.10万元", "471000/money|元"},
      {"收到12封", "12|封"},
      {"14件次", "14|件次"},
      {"3宗、4起、5份、6例", "3|宗 4|起 5|份 6|例"},
      {"当年共3期5篇", "3|期 5|篇"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.text);
    CHECK(mentions_of(each.text) == each.expected);
  }
}

TEST_CASE("years, dates, ordinals and names with digits are no mentions") {
  const std::vector<Case> cases = {
      {"2023年", ""},
      {"二〇二三年", ""},
      {"2023 年 1 月 1 日", ""},
      {"12月31日", ""},
      {"国办公开办函〔2021〕30号", ""},
      {"第二十条", ""},
      {"第 20 条", ""},
      {"第二十条第（一）项", ""},
      {"联系电话：0537-6627771", ""},
      {"邮编：755000；", ""},
      {"103办公室", ""},
      {"A4纸", ""},
      {"http://www.jinxiang.gov.cn/col/col128705/index.htm", ""},
      {"sptqt3@163.com", ""},
      {"一是规范，二是公开", ""},
      {"一季度", ""},
      {"三审三校", ""},
      {"统一领导", ""},
      {"20个工作日", ""},
      {"3个月", ""},
      {"明确1名人员", ""},
      {"一次性告知", ""},
      {"设立8部咨询电话", ""},
      {"一起做好", ""},
      {"12345热线", ""},
      {"2016年12月", ""},
      {"1. 主动公开情况", ""},
      {"1、主动公开", ""},
      {"规范公开。2、依申请公开", ""},
      {"（1）主动公开", ""},
      {"等六部分内容", ""},
      {"4%以上的权重20条", "4[4..5]/percentage|% 20|条"},
      {"99999999999999999999件", ""},
      {"", ""},
  };
  for (const Case& each : cases) {
    CAPTURE(each.text);
    CHECK(mentions_of(each.text) == each.expected);
  }
}

TEST_CASE("the skeleton keeps words and folds the rest into marks") {
  const std::vector<Case> cases = {
      {"2023 年共受理 “依申请公开” 约 3余 件, 同比(10%)", "Y共受理依申请公开C，同比（P）"},
      {"2022年、2024年和2019年", "L、N和S"},
      {"去年、上年度、上一年；明年、下一年度、次年；今年、本年度", "L、L度、L；N、N度、N；Y、Y度"},
      {"2023年1月1日至12月31日，10月", "YD至D，M"},
      {"1至12月，1月至12月", "D，D"},
      {"依据《2022年工作要点》（〔2021〕30号）", "依据T（〔O〕D）"},
      {"《没有结尾", "《没有结尾"},
      {"三审三校，两件", "三审三校，C"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.text);
    CHECK(shown(each.text) == each.expected);
  }
}

TEST_CASE("characters of a private font are no marks") {
  std::string text = "受理";
  append_utf8(text, skeleton_mark::count);
  const Skeleton skeleton = build_skeleton(text, 2023, testing::national_lexicon().numbers);
  CHECK(skeleton.text == "受理\xEF\xBF\xBD");
  CHECK(skeleton.number_at(6) == nullptr);
}

TEST_CASE("every byte of the skeleton knows its place") {
  const std::string_view text = "共 受理 3 件。";
  const Skeleton skeleton = build_skeleton(text, 2023, testing::national_lexicon().numbers);
  REQUIRE(skeleton.places.size() == skeleton.text.size() + 1);
  REQUIRE(skeleton.numbers.size() == 1);
  CHECK(skeleton.places[skeleton.numbers[0].at] == text.find('3'));
  CHECK(skeleton.places.back() == text.size());
  CHECK(skeleton.number_at(skeleton.numbers[0].at) == &skeleton.numbers[0]);
  CHECK(skeleton.source(3, 6) == Span{4, 7});
}

}  // namespace
}  // namespace gialint
