#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/office/word_styles.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// The text of a Word document as its main part has it, before anything is laid out: paragraphs and tables in each
/// other, tracked changes accepted, what is not shown left out. Every piece knows its bytes in the part.

/// A run, <w:r> … </w:r>: what a comment can begin before and end behind. Bytes of the part.
struct RunPlace {
  Span element;
  Span start_tag;
  Span properties;        ///< <w:rPr> … </w:rPr>; empty when it has none
  bool divisible = true;  ///< may be split where its text is; not so when text in a shape hangs on it
};

/// A paragraph, <w:p> … </w:p>. Bytes of the part.
struct ParagraphPlace {
  Span element;
  std::uint32_t content = 0;      ///< behind start tag and properties: where its first run may stand
  std::uint32_t content_end = 0;  ///< before its end tag
  bool empty_element = false;     ///< <w:p/>: both of the above are its end
  std::uint32_t box_run =
      UINT32_MAX;  ///< in Story::runs: the run that the text box hangs on in which it stands, if any
};

constexpr std::uint32_t no_index = UINT32_MAX;

/// Text that stands together: copied from the part, or what one element stands for.
struct StoryPiece {
  Span text;    ///< in Story::text
  Span source;  ///< in the part; as long as the text where it is a copy
  bool copied = true;
  Span element;                    ///< in the part: <w:t> … </w:t> or the like, of a formula all of it
  std::uint32_t run = no_index;    ///< in Story::runs; none for a formula
  std::uint32_t field = no_index;  ///< in Story::fields: shown only if that field never ends
  bool raised = false;             ///< superscript or subscript
};

struct StoryItem;

/// What follows each other from top to bottom: the body, a cell, a text box.
struct StoryFlow {
  std::vector<StoryItem> items;
};

struct StoryParagraph {
  std::uint32_t place = no_index;  ///< in Story::paragraphs
  ParagraphFormat format;
  std::vector<StoryPiece> pieces;
  std::vector<StoryFlow> boxes;  ///< text boxes that hang on it
  bool joins_next = false;       ///< its mark is deleted or hidden: the next paragraph goes on in its line
};

enum class VerticalMerge : std::uint8_t { none, starts, goes_on };

struct StoryCell {
  StoryFlow content;
  std::uint32_t column_span = 1;
  VerticalMerge merge = VerticalMerge::none;
  bool joins_left = false;  ///< merged with the cell to its left, in the old way
};

struct StoryRow {
  std::vector<StoryCell> cells;
  std::uint32_t columns_before = 0;  ///< that the row leaves out at its left
};

struct StoryTable {
  std::vector<StoryRow> rows;
  bool holds_data = false;  ///< drawn as rows; else it only arranges what its cells hold. Set when it is drawn
};

struct StoryItem {
  std::variant<StoryParagraph, StoryTable> value;
};

/// A field whose instruction, or whose result as a table of contents, is not text.
struct StoryField {
  bool ended = false;
};

/// Tracked changes that the reader accepted.
struct TrackedChanges {
  std::size_t insertions = 0;
  std::size_t deletions = 0;
  std::size_t moves = 0;

  [[nodiscard]] bool any() const { return insertions + deletions + moves > 0; }
};

struct Story {
  StoryFlow body;
  std::string text;
  std::vector<RunPlace> runs;
  std::vector<ParagraphPlace> paragraphs;
  std::vector<StoryField> fields;
  TrackedChanges changes;
  /// Paragraphs that hold a picture or an embedded object, in the order of the text.
  std::vector<std::uint32_t> pictures;
  /// Documents of another format that Word would only insert when it opens the file (<w:altChunk>).
  std::size_t chunks = 0;
};

}  // namespace gialint
