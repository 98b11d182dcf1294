#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/document/paragraphs.hpp"
#include "engine/text/pattern.hpp"

namespace gialint {

/// What a body says in words of its own: `paragraphs` folded (engine/text/normalize.hpp), without sub-headings, years
/// and all other digits, and without what everybody has to write (Report::common_text()). Two reports are compared by
/// it.
std::u32string own_words(const std::vector<Paragraph>& paragraphs, std::span<const Pattern> common_text);

}  // namespace gialint
