#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/text/decimal.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// How a number is written.
enum class NumeralForm {
  digits,   ///< 35, ３５, 1,234, 1，234, 20.3, 3.5万
  chinese,  ///< 十二, 两百, 一百零五, 〇, 零, 三万
};

/// A number found in running text. Forms: GB/T 15835—2011 《出版物上数字用法》.
struct Numeral {
  Span span;      ///< in the text searched: digits, separators and 万 / 亿, no unit, no sign
  Decimal value;  ///< in units of one, never 万
  NumeralForm form = NumeralForm::digits;
  std::uint8_t decimals = 0;  ///< digits printed after the point, before 万: 3.50万 has 2
  bool scaled = false;        ///< 万 or 亿 is part of it
};

/// Every number of `text`, from left to right. Digits that belong to a longer name (A4, 0537-6627771, dates
/// with - or /, URLs) are given too: what they mean is the caller's business. Chinese numerals are found only
/// as whole groups (一百零五); a lone 一 inside a word is given as well.
/// Thousands separators count only in groups of three (1,234; 1，234，567), never across a blank.
std::vector<Numeral> find_numerals(std::string_view text);

/// Reads a whole phrase as a number: "58", "１，２０４", "一千二百零四", "3.5万", "-3", "+2", with blanks around or
/// between digits allowed. Empty when the phrase is anything else.
std::optional<Decimal> read_number(std::string_view phrase);

/// Reads the ordinal in a heading: "三", "十一", "3", "３". Empty when it is none; at most 99.
std::optional<int> read_ordinal(std::string_view phrase);

/// The year that ends before byte (code point) `end` of the text: four ASCII digits and no fifth. Empty otherwise.
std::optional<int> year_before(std::string_view text, std::size_t end);
std::optional<int> year_before(std::u32string_view text, std::size_t end);

}  // namespace gialint
