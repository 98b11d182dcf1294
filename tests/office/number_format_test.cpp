#include "engine/office/number_format.hpp"

#include <catch2/catch.hpp>

namespace gialint {

TEST_CASE("numbers as Word writes them", "[office]") {
  struct Row {
    const char* format;
    std::uint32_t number;
    const char* text;
  };
  // The sequences of ISO/IEC 29500-1, 17.18.59.
  const Row rows[] = {
      {"decimal", 12, "12"},
      {"decimalZero", 9, "09"},
      {"decimalZero", 10, "10"},
      {"decimalFullWidth", 12, "１２"},
      {"decimalEnclosedCircle", 1, "①"},
      {"decimalEnclosedCircleChinese", 20, "⑳"},
      {"decimalEnclosedCircle", 21, "21"},
      {"decimalEnclosedParen", 3, "⑶"},
      {"decimalEnclosedFullstop", 20, "⒛"},
      {"numberInDash", 3, "- 3 -"},
      {"upperRoman", 1994, "MCMXCIV"},
      {"lowerRoman", 9, "ix"},
      {"upperLetter", 26, "Z"},
      {"lowerLetter", 28, "bb"},
      {"chineseCounting", 1, "一"},
      {"chineseCounting", 10, "十"},
      {"chineseCounting", 11, "十一"},
      {"chineseCounting", 20, "二十"},
      {"chineseCounting", 99, "九十九"},
      {"chineseCounting", 105, "一○五"},
      {"taiwaneseCounting", 12, "十二"},
      {"chineseCountingThousand", 10, "十"},
      {"chineseCountingThousand", 21, "二十一"},
      {"chineseCountingThousand", 100, "一百"},
      {"chineseCountingThousand", 105, "一百零五"},
      {"chineseCountingThousand", 110, "一百一十"},
      {"chineseCountingThousand", 1005, "一千零五"},
      {"chineseCountingThousand", 1050, "一千零五十"},
      {"chineseLegalSimplified", 12, "壹拾贰"},
      {"chineseLegalSimplified", 205, "贰佰零伍"},
      {"ideographLegalTraditional", 3, "參"},
      {"japaneseCounting", 115, "百十五"},
      {"ideographDigital", 105, "一〇五"},
      {"taiwaneseDigital", 20, "二〇"},
      {"ideographEnclosedCircle", 3, "㊂"},
      {"ideographEnclosedCircle", 11, "11"},
      {"ideographTraditional", 3, "丙"},
      {"ideographZodiac", 12, "亥"},
      {"ideographZodiacTraditional", 13, "丙子"},
      {"hex", 26, "1A"},
      {"none", 3, ""},
      {"cardinalText", 3, "3"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.format, row.number);
    CHECK(formatted_number(row.number, number_format(row.format)) == row.text);
  }
}

TEST_CASE("every number has a text in every format that counts", "[office]") {
  for (int format = 0; format < static_cast<int>(NumberFormat::bullet); ++format) {
    for (const std::uint32_t number : {1U, 9'999U, 10'000U, 1'000'000U}) {
      CAPTURE(format, number);
      const std::string text = formatted_number(number, static_cast<NumberFormat>(format));
      CHECK_FALSE(text.empty());
      CHECK(text.size() < 40);
    }
  }
}

}  // namespace gialint
