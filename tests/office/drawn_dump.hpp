#pragma once

#include <string>

#include "engine/office/word_document.hpp"
#include "tests/office/word_files.hpp"

namespace gialint {

/// A drawn document as tests compare it, a line each: "P 正文", "H1 一、|总体情况" (a bar behind an automatic number),
/// "* 项目" with a bullet, "T0 甲⇥乙 [0] [1+2x3] [3^]" for a row with its cells' columns, spans over columns and rows,
/// and those that the cell above covers. "↵" is a line break inside.
inline std::string drawn_dump(const DrawnDocument& drawn) {
  std::string dump;
  for (const DrawnLine& line : drawn.lines) {
    if (line.table != no_index) {
      dump += "T" + std::to_string(line.table) + " ";
    } else {
      dump += line.heading_level > 0 ? "H" + std::to_string(line.heading_level) : line.bullet ? "*" : "P";
      dump += line.drawn.empty() ? "" : " ";
    }
    for (std::uint32_t at = line.drawn.begin; at < line.drawn.end; ++at) {
      if (line.number_size > 0 && at == line.drawn.begin + line.number_size) dump += "|";
      const char c = drawn.text[at];
      dump += c == '\v' ? "↵" : c == '\t' ? "⇥" : std::string(1, c);
    }
    for (const DrawnCell& cell : line.cells) {
      dump += " [" + std::to_string(cell.column);
      if (cell.column_span > 1) dump += "+" + std::to_string(cell.column_span);
      if (cell.row_span > 1) dump += "x" + std::to_string(cell.row_span);
      dump += cell.covered ? "^]" : "]";
    }
    dump += "\n";
  }
  return dump;
}

/// The dump of a document of these parts, or the failure. Says so when a copied piece is not what its bytes are.
inline std::string dump_of(const WordParts& parts) {
  const Result<WordDocument> document = read_word_document(word_file(parts));
  if (!document.ok()) return to_string(document.failure(), Language::zh);
  const DrawnDocument& drawn = document->drawn;
  std::string dump = drawn_dump(drawn);
  std::uint32_t last = 0;
  for (const DrawnPiece& piece : drawn.pieces) {
    const std::string text = drawn.text.substr(piece.drawn.begin, piece.drawn.size());
    if (piece.drawn.begin < last) dump += "out of order: " + text + "\n";
    last = piece.drawn.end;
    std::string source = document->xml.substr(piece.source.begin, piece.source.size());
    if (!piece.copied) continue;
    for (char& c : source) c = c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
    if (source != text) dump += "not copied: " + text + " from " + source + "\n";
  }
  return dump;
}

inline std::string dump_of(const std::string& body) { return dump_of(WordParts{body, {}, {}, {}, {}}); }

}  // namespace gialint
