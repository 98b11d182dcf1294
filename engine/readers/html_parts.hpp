#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/html_scan.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// The value of an attribute of a start tag, references undecoded; empty when the tag has none of that name. `tag` is
/// all of the tag, `name` lower-case.
std::string_view html_attribute(std::string_view tag, std::string_view name);

/// A tag that ends a line of text: that of a block element, or <br>.
struct HtmlBreak {
  Span tag;
  std::uint8_t heading_level = 0;  ///< of the text behind it: 1 to 6 inside of <h1> … <h6>
};

/// What HTML there is in a text that is something else, Markdown above all, which may hold any.
struct HtmlParts {
  /// The tables that stand in no other. One begins anywhere, and holds a cell; one that is not closed goes on to the
  /// end, if it begins a line.
  std::vector<Span> tables;
  /// What is no text, in order and apart, outside of tables: comments, scripts, what is struck out or not shown, marks
  /// of notes.
  std::vector<Span> hidden;
  /// In order, outside of tables and of what is hidden.
  std::vector<HtmlBreak> breaks;
};

/// In linear time. What is not closed hides nothing.
HtmlParts find_html_parts(std::string_view source);

/// What is no text from `begin` on, within tables too.
std::vector<Span> find_hidden_html(std::string_view source, std::uint32_t begin);

}  // namespace gialint
