#include "engine/readers/html_hidden.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "engine/readers/ascii.hpp"
#include "engine/readers/html_elements.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

/// The value of a declaration in lower case, without blanks and without !important.
std::string compact(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '!') break;
    if (!is_html_space(c)) {
      out += to_ascii_lower(c);
    }
  }
  return out;
}

/// "0", "0pt", "0.0em": a length of nothing.
bool is_zero_length(std::string_view value) {
  const std::size_t digits = std::min(value.find_first_not_of("0."), value.size());
  if (digits == 0 || value.front() == '.') return false;
  const std::string_view unit = value.substr(digits);
  return unit.find_first_of("0123456789") == std::string_view::npos;
}

constexpr std::array<std::string_view, 3> striking = {"del", "s", "strike"};

bool is_latin(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool marks_note(char32_t c) {
  constexpr std::u32string_view marks = U"*＊※†‡#＃,，[]()［］【】〔〕（）注 \u00A0\u3000¹²³";
  return is_digit(c) || marks.find(c) != std::u32string_view::npos || (c >= 0x2460 && c <= 0x2473) /* ① … ⑳ */ ||
         (c >= 0x2070 && c <= 0x2079) /* ⁰ … ⁹ */;
}

char32_t last_of(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return code_point_at(text, at).value;
}

}  // namespace

StyledText styled_text(std::string_view style) {
  StyledText result = StyledText::shown;
  while (!style.empty()) {
    const std::size_t end = std::min(style.find(';'), style.size());
    const std::string_view declaration = style.substr(0, end);
    style.remove_prefix(std::min(end + 1, style.size()));
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string property = compact(declaration.substr(0, colon));
    const std::string value = compact(declaration.substr(colon + 1));
    const bool hidden = (property == "display" && value == "none") || (property == "mso-hide" && value == "all") ||
                        (property == "visibility" && (value == "hidden" || value == "collapse")) ||
                        (property == "font-size" && is_zero_length(value)) ||
                        (property.rfind("text-decoration", 0) == 0 && value.find("line-through") != std::string::npos);
    if (hidden) return StyledText::hidden;
    if (property == "display" && value == "block") result = StyledText::shown_as_block;
  }
  return result;
}

bool strikes_out(std::string_view name) {
  return std::any_of(striking.begin(), striking.end(), [&](std::string_view each) { return is_tag(name, each); });
}

bool class_strikes_out(std::string_view classes) {
  while (!classes.empty()) {
    const std::size_t end = std::min(classes.find_first_of(" \t\r\n"), classes.size());
    const std::string_view name = classes.substr(0, end);
    if (is_tag(name, "msodel") || is_tag(name, "deletion")) return true;
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  return false;
}

bool is_note_mark(std::string_view text, std::string_view before, bool raised) {
  constexpr std::size_t longest = 8;  // code points: "［注12］"
  text = trim(text);
  before = trim(before);
  if (text.empty() || before.empty()) return false;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const CodePoint point = code_point_at(text, at);
    if (count == longest || !marks_note(point.value)) return false;
    at += point.length;
  }
  const char32_t last = last_of(before);
  return raised ? !is_latin(last) : is_digit(last);
}

}  // namespace gialint
