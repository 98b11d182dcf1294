#include "reporters/html_escape.hpp"

#include <cstdint>
#include <iterator>

#include <fmt/format.h>

#include "engine/text/unicode.hpp"
#include "reporters/places.hpp"

namespace gialint {
namespace {

/// HTML5 calls them a parse error, even as a reference.
bool is_noncharacter(char32_t character) {
  return (character >= 0xFDD0 && character <= 0xFDEF) || (character & 0xFFFEU) == 0xFFFE;
}

}  // namespace

void append_html(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint character = code_point_at(text, at);
    at += character.length;
    switch (character.value) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '\t':
      case '\n':
      case '\r':
        out += ' ';
        break;
      default:
        if (is_control(character.value) || is_noncharacter(character.value)) {
          fmt::format_to(std::back_inserter(out), "\\u{{{:x}}}", static_cast<std::uint32_t>(character.value));
        } else {
          append_utf8(out, character.value);
        }
    }
  }
}

std::string html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_html(out, text);
  return out;
}

}  // namespace gialint
