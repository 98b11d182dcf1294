#include "engine/text/unicode.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "engine/text/ascii.hpp"

namespace gialint {
namespace {

constexpr char32_t replacement = 0xFFFD;

// What turns the direction of the text behind it, so that it reads otherwise than it is.
bool is_direction_mark(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }

}  // namespace

CodePoint decode_code_point(std::string_view utf8, std::size_t at) {
  const auto byte = [utf8](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
  const auto continues = [&](std::size_t i) { return i < utf8.size() && (byte(i) & 0xC0U) == 0x80; };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  if (lead >= 0xC2 && lead <= 0xDF && continues(at + 1)) {
    return {static_cast<char32_t>((lead & 0x1FU) << 6U | (byte(at + 1) & 0x3FU)), 2};
  }
  if (lead >= 0xE0 && lead <= 0xEF && continues(at + 1) && continues(at + 2)) {
    const auto value =
        static_cast<char32_t>((lead & 0x0FU) << 12U | (byte(at + 1) & 0x3FU) << 6U | (byte(at + 2) & 0x3FU));
    if (value >= 0x800 && (value < 0xD800 || value > 0xDFFF)) return {value, 3};
  }
  if (lead >= 0xF0 && lead <= 0xF4 && continues(at + 1) && continues(at + 2) && continues(at + 3)) {
    const auto value = static_cast<char32_t>((lead & 0x07U) << 18U | (byte(at + 1) & 0x3FU) << 12U |
                                             (byte(at + 2) & 0x3FU) << 6U | (byte(at + 3) & 0x3FU));
    if (value >= 0x10000 && value <= 0x10FFFF) return {value, 4};
  }
  return {replacement, 1};
}

void append_utf8(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = replacement;
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    const char bytes[] = {static_cast<char>(0xC0U | c >> 6U), static_cast<char>(0x80U | (c & 0x3FU))};
    out.append(bytes, 2);
  } else if (c < 0x10000) {
    const char bytes[] = {static_cast<char>(0xE0U | c >> 12U), static_cast<char>(0x80U | (c >> 6U & 0x3FU)),
                          static_cast<char>(0x80U | (c & 0x3FU))};
    out.append(bytes, 3);
  } else {
    const char bytes[] = {static_cast<char>(0xF0U | c >> 18U), static_cast<char>(0x80U | (c >> 12U & 0x3FU)),
                          static_cast<char>(0x80U | (c >> 6U & 0x3FU)), static_cast<char>(0x80U | (c & 0x3FU))};
    out.append(bytes, 4);
  }
}

std::u32string to_utf32(std::string_view utf8) {
  std::u32string out;
  out.reserve(utf8.size() / 2);
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint c = code_point_at(utf8, at);
    out.push_back(c.value);
    at += c.length;
  }
  return out;
}

std::string to_utf8(std::u32string_view utf32) {
  std::string out;
  out.reserve(utf32.size() * 3);
  for (const char32_t c : utf32) append_utf8(out, c);
  return out;
}

bool is_han(char32_t c) {
  if (is_unified_ideograph(c)) return true;
  if (c < 0x2E80 || c > 0x10FFFF) return false;
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status) == USCRIPT_HAN && U_SUCCESS(status);
}

bool is_blank(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_word(char32_t c) {
  if (is_unified_ideograph(c)) return true;
  if (c < 0x80) return is_ascii_alphanumeric(c);
  if (c > 0x10FFFF) return false;
  return (U_MASK(u_charType(static_cast<UChar32>(c))) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

int cell_width(char32_t c, int ambiguous) {
  if (c < 0x7F) return c >= 0x20 ? 1 : 0;
  // Chinese characters, and punctuation and forms as wide as they.
  if (is_unified_ideograph(c) || (c >= 0x3000 && c < 0x302A) || (c >= 0xFF01 && c <= 0xFF60)) return 2;
  if (c > 0x10FFFF) return 1;
  const auto point = static_cast<UChar32>(c);
  if ((U_MASK(u_charType(point)) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK)) != 0) return 0;
  switch (u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE:
    case U_EA_FULLWIDTH:
      return 2;
    case U_EA_AMBIGUOUS:
      return ambiguous;
    default:
      return 1;
  }
}

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    const CodePoint first = code_point_at(text, 0);
    if (!is_blank(first.value)) break;
    text.remove_prefix(first.length);
  }
  while (!text.empty()) {
    std::size_t at = text.size() - 1;
    while (at > 0 && text.size() - at < 4 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;
    const CodePoint last = code_point_at(text, at);
    if (at + last.length != text.size() || !is_blank(last.value)) break;
    text.remove_suffix(last.length);
  }
  return text;
}

std::string one_line(std::string_view text) {
  if (std::none_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2;
      })) {
    return std::string(text);
  }
  std::string line;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_direction_mark(c.value)) {
      line += fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(c.value));
      before = U'}';
      at += c.length;
      continue;
    }
    if (!is_blank(c.value) && !is_control(c.value)) {
      line.append(text.substr(at, c.length));
      before = c.value;
      at += c.length;
      continue;
    }
    const std::size_t begin = at;
    bool breaks = false;
    while (at < text.size()) {
      const CodePoint blank = code_point_at(text, at);
      if (!is_blank(blank.value) && !is_control(blank.value)) {
        break;
      }
      breaks = breaks || is_control(blank.value);
      at += blank.length;
    }
    if (!breaks) {
      line.append(text.substr(begin, at - begin));
      continue;
    }
    const bool at_edge = begin == 0 || at == text.size();
    const bool wide = at_edge || (cell_width(before) == 2 && cell_width(code_point_at(text, at).value) == 2);
    if (!wide) {
      line += ' ';
    }
  }
  return line;
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    if (c.value == 0xFFFD && c.length == 1) {
      return false;
    }
    at += c.length;
  }
  return true;
}

}  // namespace gialint
