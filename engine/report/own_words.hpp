#pragma once

#include <string>
#include <vector>

#include "engine/document/outline.hpp"
#include "engine/forms/lexicon.hpp"

namespace gialint {

/// What a body says in words of its own: `paragraphs` folded (engine/text/normalize.hpp), without sub-headings, years
/// and all other digits, and without what everybody has to write (Lexicon::common_text). Two reports are compared by
/// it.
std::u32string own_words(const std::vector<Paragraph>& paragraphs, const Lexicon& lexicon);

}  // namespace gialint
