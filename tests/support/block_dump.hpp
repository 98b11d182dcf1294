#pragma once

#include <string>
#include <vector>

#include "engine/blocks/block.hpp"
#include "engine/text/source_text.hpp"
#include "engine/text/unicode.hpp"

namespace gialint::test {

/// Blocks as one line each, so that a case reads as input beside dump: "T text", "H2 text", "L item", and a grid's
/// rows as "| a | b |". A text block after a blank line begins with a blank.
inline std::string dump(const std::vector<Block>& blocks) {
  std::string out;
  for (const Block& block : blocks) {
    if (const auto* text = std::get_if<TextBlock>(&block)) {
      out += text->heading_level > 0 ? "H" + std::to_string(text->heading_level) : text->list_item ? "L" : "T";
      out += " " + std::string(text->text.text()) + "\n";
    } else {
      for (const GridRow& row : std::get<Grid>(block).rows) {
        for (const GridCell& cell : row.cells) out += "|" + std::string(cell.text.text());
        out += "|\n";
      }
    }
  }
  return out;
}

/// The first place that does not lie inside the text, in order, and hold what its block says; empty when all do.
inline std::string first_wrong_place(const SourceText& source, const std::vector<Block>& blocks) {
  std::uint32_t end = 0;
  const auto check = [&](const MappedText& text, Span span) -> std::string {
    if (span.begin > span.end || span.end > source.text().size()) return "outside the text";
    if (!text.empty() && !span.contains(text.source())) return "text outside its span: " + std::string(text.text());
    return {};
  };
  for (const Block& block : blocks) {
    const Span span = std::visit([](const auto& each) { return each.span; }, block);
    if (span.begin < end) return "out of order at byte " + std::to_string(span.begin);
    end = span.end;
    if (const auto* text = std::get_if<TextBlock>(&block)) {
      if (std::string wrong = check(text->text, text->span); !wrong.empty()) return wrong;
      if (text->text.empty()) return "a blank text block";
      continue;
    }
    for (const GridRow& row : std::get<Grid>(block).rows) {
      for (const GridCell& cell : row.cells) {
        if (std::string wrong = check(cell.text, cell.span); !wrong.empty()) return wrong;
      }
    }
  }
  return {};
}

/// The first character of HTML blocks that its place in the source does not hold: there must be the character itself, a
/// reference to it, or, for a blank, white space or tags. Empty when all do.
inline std::string first_wrong_character(const SourceText& source, const std::vector<Block>& blocks) {
  const auto check = [&](const MappedText& text) -> std::string {
    const std::string_view characters = text.text();
    for (std::uint32_t at = 0; at < characters.size();) {
      const std::uint32_t length = code_point_at(characters, at).length;
      const std::string_view character = characters.substr(at, length);
      const std::string_view place = source.slice(text.source({at, at + length}));
      const bool tags = place.find('<') != std::string_view::npos || trim(place).empty();
      const bool right = place == character || place.substr(0, 1) == "&" || (character == " " && tags);
      if (!right) return std::string(character) + " at " + std::string(place);
      at += length;
    }
    return {};
  };
  std::string wrong;
  for (const Block& block : blocks) {
    if (const auto* text = std::get_if<TextBlock>(&block)) {
      wrong = check(text->text);
    } else {
      for (const GridRow& row : std::get<Grid>(block).rows) {
        for (const GridCell& cell : row.cells) {
          if (wrong.empty()) wrong = check(cell.text);
        }
      }
    }
    if (!wrong.empty()) return wrong;
  }
  return wrong;
}

}  // namespace gialint::test
