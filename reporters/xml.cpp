#include "reporters/xml.hpp"

#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

/// What must not stand in a text as it is; empty when it may.
std::string_view reference(char32_t character) {
  switch (character) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':  // "]]>" may not stand between tags
      return "&gt;";
    case '"':
      return "&quot;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    case '\t':
      return "&#9;";
    default:
      return {};
  }
}

/// The production Char of XML 1.0, of what code_point_at() can give.
bool is_xml_character(char32_t character) { return character >= 0x20 && character != 0xFFFE && character != 0xFFFF; }

}  // namespace

std::string xml_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint character = code_point_at(text, at);
    at += character.length;
    const std::string_view escaped = reference(character.value);
    if (!escaped.empty()) {
      out += escaped;
    } else {
      append_utf8(out, is_xml_character(character.value) ? character.value : 0xFFFD);
    }
  }
  return out;
}

std::string xml_attribute(std::string_view name, std::string_view value) {
  std::string out = " ";
  out += name;
  out += "=\"";
  out += xml_text(value);
  out += '"';
  return out;
}

}  // namespace gialint
