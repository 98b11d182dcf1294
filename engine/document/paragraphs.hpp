#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/document/outline.hpp"
#include "engine/text/mapped_text.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// A paragraph as a person reads it: source lines that a layout broke in mid-sentence are joined again.
struct Paragraph {
  MappedText text;  ///< no markup; lines joined without a blank between Chinese characters
  Span span;
  std::uint8_t heading_level = 0;  ///< where the format marks headings
  bool heading = false;            ///< a sub-heading, by format or by look: （一）主动公开情况
};

/// The prose of a report. Grids, the title and its parts are not among it.
struct Paragraphs {
  std::vector<Paragraph> preface;                ///< between title and first section
  std::vector<std::vector<Paragraph>> sections;  ///< one list for each of Outline::sections

  /// `section` is one of the outline that they were read from.
  [[nodiscard]] const std::vector<Paragraph>& of(const Section& section) const { return sections[section.position]; }
};

/// All running text of the outline's blocks outside `tables`, with lines joined where a layout broke a sentence.
/// `page_furniture` is what page breaks left, as indexes into Outline::blocks in ascending order: it parts no sentence.
Paragraphs read_paragraphs(const Outline& outline, const std::vector<Span>& tables,
                           const std::vector<std::size_t>& page_furniture);

}  // namespace gialint
