#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/text/source_text.hpp"

namespace gialint {

/// The part of `span` that lies in the text: a reporter must not fail over a span that does not.
Span clamped(const SourceText& source, Span span);

/// `offset` moved back to the start of the character that it stands in.
std::uint32_t character_start(std::string_view text, std::uint32_t offset);

/// Whether a terminal or an editor would act upon the character rather than show it: controls, line and
/// paragraph separators, and the marks that turn the direction of writing.
bool is_control(char32_t character);

/// `text` on one line and harmless to a terminal: such characters as \u{1b}, stray bytes as U+FFFD.
std::string printable(std::string_view text);

}  // namespace gialint
