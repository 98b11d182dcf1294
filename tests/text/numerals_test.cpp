#include "engine/text/numerals.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using gialint::Decimal;
using gialint::find_numerals;
using gialint::Numeral;
using gialint::NumeralForm;
using gialint::read_number;
using gialint::read_ordinal;

namespace {

/// Every number of `text` as "written=value", with a blank between.
std::string found(const std::string& text) {
  std::string out;
  for (const Numeral& numeral : find_numerals(text)) {
    if (!out.empty()) out += ' ';
    out += text.substr(numeral.span.begin, numeral.span.size()) + "=" + to_string(numeral.value);
  }
  return out;
}

std::string read(std::string_view phrase) {
  const auto value = read_number(phrase);
  return value.has_value() ? to_string(*value) : "none";
}

}  // namespace

TEST_CASE("numbers are found in running text, however they are written") {
  struct Case {
    const char* text;
    const char* numerals;
  };
  const Case cases[] = {
      // digits
      {"共受理35件", "35=35"},
      {"共受理３５件", "３５=35"},
      {"共受理3５件", "3５=35"},
      {"第007号", "007=7"},
      {"A4纸、0537-6627771", "4=4 0537=537 6627771=6627771"},
      {"2023-01-15", "2023=2023 01=1 15=15"},
      {"12", "12=12"},
      {"无数字", ""},
      {"", ""},
      // separators
      {"共1,234件", "1,234=1234"},
      {"共1，234，567件", "1，234，567=1234567"},
      {"共3，200件", "3，200=3200"},
      {"公开3，其中", "3=3"},
      {"2020年，312条", "2020=2020 312=312"},
      {"共2020，312条", "2020=2020 312=312"},
      {"共12,34件", "12=12 34=34"},
      {"1,234,56", "1=1 234=234 56=56"},
      {"1,111,222,333,444,555,666", ""},
      {"1,111,222,333,444,555,666,777", "1=1 111=111 222=222 333=333 444=444 555=555 666=666 777=777"},
      {"1234,567,890", "1234=1234 567=567 890=890"},
      {"5件，1，200次", "5=5 1，200=1200"},
      {"共3，2023年", "3=3 2023=2023"},
      {"分别为0，312件", "0=0 312=312"},
      {"1, 234", "1=1 234=234"},
      {"１，２３４", "１，２３４=1234"},
      {"1,234.5万元", "1,234.5万=12345000"},
      // decimals
      {"经费3.5元", "3.5=3.5"},
      {"经费３．５０元", "３．５０=3.5"},
      {"同比增长0.05%", "0.05=0.05"},
      {"2023.1.5发布", "2023=2023 1=1 5=5"},
      {"3. 公开", "3=3"},
      {"1．2023年共收到", "1=1 2023=2023"},
      {"2.12月底前", "2=2 12=12"},
      {"达到98.", "98=98"},
      // 万, 亿, 千
      {"浏览3.5万次", "3.5万=35000"},
      {"浏览1.53万余次", "1.53万=15300"},
      {"资金2亿元", "2亿=200000000"},
      {"资金3万亿元", "3万亿=3000000000000"},
      {"资金3亿5000万元", "3亿5000万=350000000"},
      {"发放2万3000份", "2万3000=23000"},
      {"发放5千份", "5千=5000"},
      {"重5千克", "5=5"},
      {"发放3万两千份", ""},
      // Chinese numerals
      {"共十二件", "十二=12"},
      {"共二十件", "二十=20"},
      {"共二十三件", "二十三=23"},
      {"共两百件", "两百=200"},
      {"共一百零五件", "一百零五=105"},
      {"共一百〇五件", "一百〇五=105"},
      {"共一百一十五件", "一百一十五=115"},
      {"共一百十五件", "一百十五=115"},
      {"共一百五件", "一百五=150"},
      {"共三千零二十件", "三千零二十=3020"},
      {"共一千零五件", "一千零五=1005"},
      {"共三千二百一十件", "三千二百一十=3210"},
      {"共两万份", "两万=20000"},
      {"共两万三千份", "两万三千=23000"},
      {"共一万五份", "一万五=15000"},
      {"共一万零五十份", "一万零五十=10050"},
      {"共一百二十万份", "一百二十万=1200000"},
      {"共一亿二千万元", "一亿二千万=120000000"},
      {"共一万亿元", "一万亿=1000000000000"},
      {"零申请", "零=0"},
      {"〇", "〇=0"},
      {"收到两件", "两=2"},
      {"一是加强领导", "一=1"},
      // digit rows
      {"二〇二三年", "二〇二三=2023"},
      {"二零二三年", "二零二三=2023"},
      {"二○二三年", "二○二三=2023"},
      {"二0二三年", "二0二三=2023"},
      {"二〇一〇年", "二〇一〇=2010"},
      {"一九九八年", "一九九八=1998"},
      // what no number can be made of
      {"一二三产业", ""},
      {"一二三四五", ""},
      {"三四件", ""},
      {"二三十件", ""},
      {"十百", ""},
      {"三十一二个", ""},
      {"二十两", ""},
      {"一百零件", ""},
      {"老百姓", ""},
      {"千方百计", ""},
      {"万元", ""},
      {"亿万", ""},
      {"数百件", ""},
      {"几十件", ""},
      {"十几件", ""},
      {"三点五万元", ""},
      {"共三点五十分", ""},
      {"○", ""},
      // over 18 digits
      {"12345678901234567890", ""},
      {"0000000000000000000000012", "0000000000000000000000012=12"},
      {"999999999999999999亿", ""},
      {"共12345678901234567890件、3件", "3=3"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(found(c.text) == c.numerals);
  }
}

TEST_CASE("a numeral says how it was written") {
  const auto numerals = find_numerals("3.50万、十二、1,234、三万、0.125、5亿");
  REQUIRE(numerals.size() == 6);
  const std::vector<NumeralForm> forms = {NumeralForm::digits,  NumeralForm::chinese, NumeralForm::digits,
                                          NumeralForm::chinese, NumeralForm::digits,  NumeralForm::digits};
  const std::vector<int> decimals = {2, 0, 0, 0, 3, 0};
  const std::vector<bool> scaled = {true, false, false, true, false, true};
  for (std::size_t i = 0; i < numerals.size(); ++i) {
    CAPTURE(i);
    CHECK(numerals[i].form == forms[i]);
    CHECK(numerals[i].decimals == decimals[i]);
    CHECK(numerals[i].scaled == scaled[i]);
  }
  CHECK(numerals[0].value == Decimal(35000));
}

TEST_CASE("a whole phrase is read as a number") {
  struct Case {
    const char* phrase;
    const char* value;
  };
  const Case cases[] = {
      {"58", "58"},           {"0", "0"},
      {" 58\t", "58"},        {"\u3000 5 8\u00A0", "58"},
      {"１，２０４", "1204"}, {"1,204", "1204"},
      {"1 204", "1204"},      {"一千二百零四", "1204"},
      {"3.5万", "35000"},     {"３．５", "3.5"},
      {"-3", "-3"},           {"－3", "-3"},
      {"- 3", "-3"},          {"+2", "2"},
      {"＋２", "2"},          {"-0", "0"},
      {"0.50", "0.5"},        {"十", "10"},
      {"二〇二三", "2023"},   {"零", "0"},
      {"007", "7"},           {"999999999999999999", "999999999999999999"},
      {"", "none"},           {" \u3000", "none"},
      {"-", "none"},          {"—", "none"},
      {"+", "none"},          {"--3", "none"},
      {"-三", "none"},        {"3-", "none"},
      {"3件", "none"},        {"约3", "none"},
      {"3%", "none"},         {"12,34", "none"},
      {"1234,567", "none"},   {"1,23", "none"},
      {"1,234,56", "none"},   {"3.", "none"},
      {".5", "none"},         {"1.2.3", "none"},
      {"2023-01-15", "none"}, {"3、4", "none"},
      {"无", "none"},         {"/", "none"},
      {"百", "none"},         {"三四", "none"},
      {"十几", "none"},       {"1234567890123456789", "none"},
      {"1e5", "none"},        {"\xFF", "none"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.phrase);
    CHECK(read(c.phrase) == c.value);
  }
  CHECK(read(std::string(5000, '1')) == "none");
  CHECK(read(std::string(5000, ' ') + "7") == "7");
}

TEST_CASE("the ordinal of a heading is read from one to ninety-nine") {
  struct Case {
    const char* phrase;
    int value;  // 0: none
  };
  const Case cases[] = {{"一", 1}, {"三", 3},  {"十", 10},  {"十一", 11},    {"二十", 20}, {"九十九", 99}, {"3", 3},
                        {"３", 3}, {"12", 12}, {" 六 ", 6}, {"01", 1},       {"", 0},      {"零", 0},      {"〇", 0},
                        {"0", 0},  {"100", 0}, {"一百", 0}, {"两", 0},       {"一、", 0},  {"甲", 0},      {"一二", 0},
                        {"-1", 0}, {"1.5", 0}, {"十几", 0}, {"二〇二三", 0}, {"百", 0}};
  for (const Case& c : cases) {
    CAPTURE(c.phrase);
    CHECK(read_ordinal(c.phrase).value_or(0) == c.value);
  }
}

TEST_CASE("every number up to ten thousand is read from its Chinese form") {
  const std::vector<std::string> digits = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  const std::vector<std::string> units = {"千", "百", "十", ""};
  for (int number = 1; number < 10000; ++number) {
    std::string written;
    bool gap = false;
    const int parts[] = {number / 1000, number / 100 % 10, number / 10 % 10, number % 10};
    for (std::size_t i = 0; i < 4; ++i) {
      if (parts[i] == 0) {
        gap = !written.empty();
        continue;
      }
      if (gap) written += digits[0];
      gap = false;
      written += digits[static_cast<std::size_t>(parts[i])] + units[i];
    }
    if (read(written) != std::to_string(number)) FAIL(written << " is read as " << read(written));
    const std::string in_text = "共" + written + "件";
    if (found(in_text) != written + "=" + std::to_string(number)) FAIL(in_text << " gives " << found(in_text));
  }
}
