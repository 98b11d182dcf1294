#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gialint {

/// The code point that starts at byte `at` of `utf8`, and how many bytes it takes (1 to 4).
/// `utf8` is valid UTF-8, as SourceText guarantees; a stray byte gives U+FFFD and length 1.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t length = 0;
};
CodePoint code_point_at(std::string_view utf8, std::size_t at);

/// code_point_at() for any bytes; the inline version below handles ASCII and most Chinese by itself.
CodePoint decode_code_point(std::string_view utf8, std::size_t at);

inline CodePoint code_point_at(std::string_view utf8, std::size_t at) {
  const auto byte = [utf8](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  // E1 to EC: no overlong forms, no surrogates.
  if (lead >= 0xE1 && lead <= 0xEC && utf8.size() - at >= 3 && (byte(at + 1) & 0xC0U) == 0x80 &&
      (byte(at + 2) & 0xC0U) == 0x80) {
    return {static_cast<char32_t>((lead & 0x0FU) << 12U | (byte(at + 1) & 0x3FU) << 6U | (byte(at + 2) & 0x3FU)), 3};
  }
  return decode_code_point(utf8, at);
}

void append_utf8(std::string& out, char32_t code_point);
std::u32string to_utf32(std::string_view utf8);
std::string to_utf8(std::u32string_view utf32);

/// The block that holds nearly all Chinese text, U+4E00 to U+9FFF: recognised without a table lookup.
constexpr bool is_unified_ideograph(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

/// The digits in which reports write numbers: 0 to 9, also full-width (U+FF10 to U+FF19).
constexpr bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }

/// Chinese characters: the Unicode property Script=Han, which 〇 and 々 share.
bool is_han(char32_t code_point);

/// All white space: blank, tab, line ends, U+00A0, U+3000, zero-width space and BOM.
bool is_blank(char32_t code_point);

/// Letters, digits and Chinese characters: what is left of a label when layout and punctuation are set aside.
bool is_word(char32_t code_point);

/// Terminal cells of one code point: 0 (combining, control, zero-width), 1 or 2. Ambiguous characters (“ ” —) take
/// `ambiguous` cells. A tab is the caller's business.
int cell_width(char32_t code_point, int ambiguous = 1);

/// `text` without blanks at both ends; gives a view into `text`.
std::string_view trim(std::string_view text);

/// Whether `text` is UTF-8 through and through.
bool is_utf8(std::string_view text);

/// `text` on one line: a run of blanks with a line break in it disappears between Chinese characters and becomes one
/// blank elsewhere; other control characters become blanks, and marks of direction are shown: \u{202e}.
std::string one_line(std::string_view text);

}  // namespace gialint
