#include "engine/office/number_format.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

using Digits = std::array<std::string_view, 10>;
using Units = std::array<std::string_view, 3>;  // ten, hundred, thousand

constexpr Digits plain_digits = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits circle_digits = {"○", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits counting_digits = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits legal_digits = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr Digits traditional_digits = {"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"};
constexpr Units plain_units = {"十", "百", "千"};
constexpr Units legal_units = {"拾", "佰", "仟"};

std::string digit_by_digit(std::uint32_t number, const Digits& digits) {
  std::string text;
  for (const char c : std::to_string(number)) text += digits[static_cast<std::size_t>(c - '0')];
  return text;
}

/// How numbers are put together from digits and units.
struct Counting {
  Digits digits;
  Units units;
  bool short_ten = true;    // 十二, not 一十二
  bool one_unit = true;     // 一百, not 百
  bool zero_inside = true;  // 一百零五
};

/// Below 10,000: no list is longer. Beyond that, and for 0, digit by digit.
std::string counted(std::uint32_t number, const Counting& counting) {
  if (number == 0 || number >= 10'000) return digit_by_digit(number, counting.digits);
  std::string text;
  bool zero = false;
  for (std::uint32_t place = 3, scale = 1000; scale > 0; --place, scale /= 10) {
    const std::uint32_t digit = number / scale % 10;
    if (digit == 0) {
      zero = true;
      continue;
    }
    if (zero && !text.empty() && counting.zero_inside) text += counting.digits[0];
    zero = false;
    const bool silent_one =
        digit == 1 && place > 0 && (!counting.one_unit || (place == 1 && text.empty() && counting.short_ten));
    if (!silent_one) text += counting.digits[digit];
    if (place > 0) text += counting.units[place - 1];
  }
  return text;
}

std::string letters(std::uint32_t number, char first) {
  if (number == 0) return {};
  constexpr std::uint32_t alphabet = 26;
  // Z, AA, BB …: the letter is repeated. A list that long is no list.
  const std::uint32_t times = std::min<std::uint32_t>(1 + (number - 1) / alphabet, alphabet);
  return std::string(times, static_cast<char>(first + static_cast<char>((number - 1) % alphabet)));
}

std::string roman(std::uint32_t number, bool upper) {
  if (number == 0 || number >= 4000) return std::to_string(number);
  static constexpr std::array<std::pair<std::uint32_t, std::string_view>, 13> signs = {{{1000, "m"},
                                                                                        {900, "cm"},
                                                                                        {500, "d"},
                                                                                        {400, "cd"},
                                                                                        {100, "c"},
                                                                                        {90, "xc"},
                                                                                        {50, "l"},
                                                                                        {40, "xl"},
                                                                                        {10, "x"},
                                                                                        {9, "ix"},
                                                                                        {5, "v"},
                                                                                        {4, "iv"},
                                                                                        {1, "i"}}};
  std::string text;
  for (const auto& [value, sign] : signs) {
    for (; number >= value; number -= value) text += sign;
  }
  if (upper) std::transform(text.begin(), text.end(), text.begin(), [](char c) { return static_cast<char>(c - 32); });
  return text;
}

/// One of `count` signs that follow each other from `first` on.
std::string sign_of(std::uint32_t number, char32_t first, std::uint32_t count) {
  if (number == 0 || number > count) return std::to_string(number);
  std::string text;
  append_utf8(text, first + number - 1);
  return text;
}

constexpr std::array<std::string_view, 10> stems = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
constexpr std::array<std::string_view, 12> branches = {"子", "丑", "寅", "卯", "辰", "巳",
                                                       "午", "未", "申", "酉", "戌", "亥"};

template <std::size_t size>
std::string word_of(std::uint32_t number, const std::array<std::string_view, size>& words) {
  return number == 0 || number > size ? std::to_string(number) : std::string(words[number - 1]);
}

std::string hexadecimal(std::uint32_t number) {
  std::string text;
  do {
    text.insert(text.begin(), "0123456789ABCDEF"[number % 16]);
    number /= 16;
  } while (number > 0);
  return text;
}

}  // namespace

NumberFormat number_format(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, NumberFormat>, 33> names = {{
      {"decimal", NumberFormat::decimal},
      {"decimalHalfWidth", NumberFormat::decimal},
      {"decimalZero", NumberFormat::decimal_zero},
      {"decimalFullWidth", NumberFormat::decimal_full_width},
      {"decimalFullWidth2", NumberFormat::decimal_full_width},
      {"decimalEnclosedCircle", NumberFormat::decimal_circle},
      {"decimalEnclosedCircleChinese", NumberFormat::decimal_circle},
      {"decimalEnclosedParen", NumberFormat::decimal_parenthesis},
      {"decimalEnclosedFullstop", NumberFormat::decimal_full_stop},
      {"numberInDash", NumberFormat::number_in_dash},
      {"upperRoman", NumberFormat::upper_roman},
      {"lowerRoman", NumberFormat::lower_roman},
      {"upperLetter", NumberFormat::upper_letter},
      {"lowerLetter", NumberFormat::lower_letter},
      {"chineseCounting", NumberFormat::chinese_counting},
      {"taiwaneseCounting", NumberFormat::chinese_counting},
      {"chineseCountingThousand", NumberFormat::chinese_counting_thousand},
      {"taiwaneseCountingThousand", NumberFormat::chinese_counting_thousand},
      {"chineseLegalSimplified", NumberFormat::chinese_legal},
      {"ideographLegalTraditional", NumberFormat::traditional_legal},
      {"japaneseLegal", NumberFormat::traditional_legal},
      {"japaneseCounting", NumberFormat::japanese_counting},
      {"koreanDigital2", NumberFormat::ideograph_digital},
      {"ideographDigital", NumberFormat::ideograph_digital},
      {"japaneseDigitalTenThousand", NumberFormat::ideograph_digital},
      {"taiwaneseDigital", NumberFormat::ideograph_digital},
      {"ideographEnclosedCircle", NumberFormat::ideograph_circle},
      {"ideographTraditional", NumberFormat::heavenly_stems},
      {"ideographZodiac", NumberFormat::earthly_branches},
      {"ideographZodiacTraditional", NumberFormat::sexagenary},
      {"hex", NumberFormat::hexadecimal},
      {"bullet", NumberFormat::bullet},
      {"none", NumberFormat::none},
  }};
  const auto* const found =
      std::find_if(names.begin(), names.end(), [&](const auto& each) { return each.first == name; });
  return found == names.end() ? NumberFormat::decimal : found->second;
}

std::string formatted_number(std::uint32_t number, NumberFormat format) {
  switch (format) {
    case NumberFormat::decimal:
      return std::to_string(number);
    case NumberFormat::decimal_zero:
      return (number < 10 ? "0" : "") + std::to_string(number);
    case NumberFormat::decimal_full_width: {
      std::string text;
      for (const char c : std::to_string(number)) append_utf8(text, U'０' + static_cast<char32_t>(c - '0'));
      return text;
    }
    case NumberFormat::decimal_circle:
      return sign_of(number, U'①', 20);
    case NumberFormat::decimal_parenthesis:
      return sign_of(number, U'⑴', 20);
    case NumberFormat::decimal_full_stop:
      return sign_of(number, U'⒈', 20);
    case NumberFormat::number_in_dash:
      return "- " + std::to_string(number) + " -";
    case NumberFormat::upper_roman:
      return roman(number, true);
    case NumberFormat::lower_roman:
      return roman(number, false);
    case NumberFormat::upper_letter:
      return letters(number, 'A');
    case NumberFormat::lower_letter:
      return letters(number, 'a');
    case NumberFormat::chinese_counting:
      return number < 100 ? counted(number, {circle_digits, plain_units}) : digit_by_digit(number, circle_digits);
    case NumberFormat::chinese_counting_thousand:
      return counted(number, {counting_digits, plain_units});
    case NumberFormat::chinese_legal:
      return counted(number, {legal_digits, legal_units, false});
    case NumberFormat::traditional_legal:
      return counted(number, {traditional_digits, legal_units, false});
    case NumberFormat::japanese_counting:
      return counted(number, {plain_digits, plain_units, true, false, false});
    case NumberFormat::ideograph_digital:
      return digit_by_digit(number, plain_digits);
    case NumberFormat::ideograph_circle:
      return sign_of(number, U'㊀', 10);
    case NumberFormat::heavenly_stems:
      return word_of(number, stems);
    case NumberFormat::earthly_branches:
      return word_of(number, branches);
    case NumberFormat::sexagenary: {
      if (number == 0 || number > 60) return std::to_string(number);
      return std::string(stems[(number - 1) % stems.size()]).append(branches[(number - 1) % branches.size()]);
    }
    case NumberFormat::hexadecimal:
      return hexadecimal(number);
    case NumberFormat::bullet:
    case NumberFormat::none:
      return {};
  }
  return {};
}

}  // namespace gialint
