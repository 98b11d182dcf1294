#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gialint {

/// How Word writes the number of a list item: ST_NumberFormat (ISO/IEC 29500-1, 17.18.59). What is written in the
/// words of another language, or in letters that no Chinese document counts with, is `decimal` here.
enum class NumberFormat : std::uint8_t {
  decimal,
  decimal_zero,               ///< 01 … 09, 10
  decimal_full_width,         ///< １２
  decimal_circle,             ///< ① … ⑳
  decimal_parenthesis,        ///< ⑴ … ⒇
  decimal_full_stop,          ///< ⒈ … ⒛
  number_in_dash,             ///< - 1 -
  upper_roman,                ///< IV
  lower_roman,                ///< iv
  upper_letter,               ///< Z, AA
  lower_letter,               ///< z, aa
  chinese_counting,           ///< 十二; from 100 on digit by digit: 一○五
  chinese_counting_thousand,  ///< 一百零五
  chinese_legal,              ///< 壹佰零伍
  traditional_legal,          ///< 壹佰零伍 in traditional characters
  japanese_counting,          ///< 百五
  ideograph_digital,          ///< 一〇五
  ideograph_circle,           ///< ㊀ … ㊉
  heavenly_stems,             ///< 甲乙丙 …
  earthly_branches,           ///< 子丑寅 …
  sexagenary,                 ///< 甲子、乙丑 …
  hexadecimal,
  bullet,  ///< a sign, no number
  none,
};

/// The format that a numbering part calls `name`.
NumberFormat number_format(std::string_view name);

/// `number` as `format` writes it. What a format has no sign for it writes as a decimal, as Word does.
std::string formatted_number(std::uint32_t number, NumberFormat format);

}  // namespace gialint
