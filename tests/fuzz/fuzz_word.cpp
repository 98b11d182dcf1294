// Any bytes that are the main part of a document, and its styles and lists, are drawn as lines that make up the text,
// each piece of which is what its bytes in the part say, and read as blocks that lie in it in order.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>

#include "engine/office/numbering.hpp"
#include "engine/office/word_drawing.hpp"
#include "engine/office/word_reader.hpp"
#include "engine/office/word_styles.hpp"
#include "engine/readers/word.hpp"

namespace {

using namespace gialint;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_pieces(const DrawnDocument& drawn, std::string_view xml) {
  std::uint32_t end = 0;
  for (const DrawnPiece& piece : drawn.pieces) {
    require(piece.drawn.begin >= end && piece.drawn.begin < piece.drawn.end && piece.drawn.end <= drawn.text.size());
    end = piece.drawn.end;
    require(piece.element.contains(piece.source) && piece.element.end <= xml.size());
    if (piece.run != no_index) require(drawn.runs.at(piece.run).element.contains(piece.element));
    if (!piece.copied) continue;
    const std::string_view text = std::string_view(drawn.text).substr(piece.drawn.begin, piece.drawn.size());
    const std::string_view source = xml.substr(piece.source.begin, piece.source.size());
    // Line ends and tabs are blanks, in a cell tabs as well.
    require(std::equal(text.begin(), text.end(), source.begin(), source.end(),
                       [](char a, char b) { return a == b || a == ' '; }));
  }
}

void check_lines(const DrawnDocument& drawn) {
  std::uint32_t begin = 0;
  for (const DrawnLine& line : drawn.lines) {
    require(line.drawn.begin == begin && line.drawn.end < drawn.text.size() && drawn.text[line.drawn.end] == '\n');
    require(line.number_size <= line.drawn.size());
    if (line.table == no_index) require(line.paragraph < drawn.paragraphs.size() && line.cells.empty());
    std::uint32_t at = begin;
    for (const DrawnCell& cell : line.cells) {
      require(cell.drawn.begin >= at && line.drawn.contains(cell.drawn));
      at = cell.drawn.end;
    }
    begin = line.drawn.end + 1;
  }
  require(begin == drawn.text.size());
}

void check_blocks(const DrawnDocument& drawn) {
  std::uint32_t end = 0;
  for (const Block& block : read_word(drawn)) {
    const Span span = std::visit([](const auto& each) { return each.span; }, block);
    require(span.begin >= end && span.begin <= span.end && span.end <= drawn.text.size());
    end = span.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view xml(reinterpret_cast<const char*>(data), size);
  const WordStyles styles = WordStyles::read(xml);
  Result<Story> story = read_story(xml, styles, "document");
  if (!story.ok()) return 0;
  const DrawnDocument drawn = draw_story(std::move(*story), styles, Numbering::read(xml));
  check_pieces(drawn, xml);
  check_lines(drawn);
  check_blocks(drawn);
  return 0;
}
