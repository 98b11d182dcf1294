#pragma once

#include <string>
#include <vector>

#include "engine/document/outline.hpp"
#include "engine/document/paragraphs.hpp"
#include "engine/readers/reader.hpp"
#include "tests/support/forms.hpp"

namespace gialint::test {

/// A text, its outline, and its paragraphs as if it held no table.
struct ReadOutline {
  SourceText source;
  Outline outline;
  Paragraphs paragraphs;
};

inline ReadOutline read_outline(const std::string& text) {
  SourceText source = source_text(text);
  const OutlineReader reader(editions());
  Outline outline = reader.read(read_blocks(source, detect_format(source.text())));
  Paragraphs paragraphs = read_paragraphs(outline, {}, {});
  return {std::move(source), std::move(outline), std::move(paragraphs)};
}

}  // namespace gialint::test
