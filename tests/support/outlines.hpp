#pragma once

#include <string>
#include <vector>

#include "engine/document/outline.hpp"
#include "engine/readers/reader.hpp"
#include "tests/support/forms.hpp"

namespace gialint::test {

/// A text and its outline, paragraphs read as if it held no table.
struct ReadOutline {
  SourceText source;
  Outline outline;
};

inline ReadOutline read_outline(const std::string& text) {
  SourceText source = source_text(text);
  const OutlineReader reader(editions());
  Outline outline = reader.read(read_blocks(source, detect_format(source.text())));
  reader.read_paragraphs(outline, {}, {});
  return {std::move(source), std::move(outline)};
}

}  // namespace gialint::test
