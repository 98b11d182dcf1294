#include "reporters/places.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "engine/text/unicode.hpp"

namespace gialint {

Span clamped(const SourceText& source, Span span) {
  const auto size = static_cast<std::uint32_t>(source.text().size());
  const std::uint32_t begin = std::min(span.begin, size);
  return {begin, std::clamp(span.end, begin, size)};
}

std::uint32_t character_start(std::string_view text, std::uint32_t offset) {
  while (offset > 0 && offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80) --offset;
  return offset;
}

std::string located(const std::string& location, const std::string& message) {
  if (location.empty() || message.empty()) return location + message;
  return location + ": " + message;
}

bool is_control(char32_t character) {
  return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x061C ||
         (character >= 0x200E && character <= 0x200F) || (character >= 0x2028 && character <= 0x202E) ||
         (character >= 0x2066 && character <= 0x2069);
}

std::string printable(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint character = code_point_at(text, at);
    if (is_control(character.value)) {
      fmt::format_to(std::back_inserter(shown), "\\u{{{:x}}}", static_cast<std::uint32_t>(character.value));
    } else {
      append_utf8(shown, character.value);
    }
    at += character.length;
  }
  return shown;
}

}  // namespace gialint
