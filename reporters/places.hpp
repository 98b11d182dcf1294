#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/text/source_text.hpp"

namespace gialint {

/// The part of `span` inside the text: a reporter must not fail over a span that exceeds it.
Span clamped(const SourceText& source, Span span);

/// `offset` moved back to the start of its character.
std::uint32_t character_start(std::string_view text, std::uint32_t offset);

/// `message` behind its location in words, on one line: "表三第5行“自然人”列: …". A file that has lines has no
/// location.
std::string located(const std::string& location, const std::string& message);

/// Whether a terminal or an editor would act upon the character instead of showing it: controls, line and paragraph
/// separators, and marks that change the direction of writing.
bool is_control(char32_t character);

/// `text` on one line, harmless to a terminal: such characters as \u{1b}, stray bytes as U+FFFD.
std::string printable(std::string_view text);

}  // namespace gialint
