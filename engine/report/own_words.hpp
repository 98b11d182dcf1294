#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/document/paragraphs.hpp"
#include "engine/text/pattern.hpp"

namespace gialint {

/// A body's own words, by which reports are compared: `paragraphs` folded (engine/text/normalize.hpp), without
/// sub-headings, years and other digits, and without what everybody has to write (Report::common_text()).
std::u32string own_words(const std::vector<Paragraph>& paragraphs, std::span<const Pattern> common_text);

}  // namespace gialint
