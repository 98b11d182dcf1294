#pragma once

#include <vector>

#include "engine/blocks/block.hpp"
#include "engine/text/source_text.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// A web page, or a document that a word processor wrote as one. What a browser does not show is left out, and so are
/// <nav> and <footer>. Paragraphs and lines (<br>) are text blocks; a table that holds data is a grid with the columns
/// of HTML's table model, where a place that a spanning cell covers is no cell. A table that only lays out a page (one
/// column, other tables or long prose inside) is read as what its cells hold.
///
/// A page too deeply nested to be parsed in reasonable time is read as text, one block for each block element or cell.
std::vector<Block> read_html(const SourceText& source);

/// The same for a part of a source that is something else, such as a table in Markdown.
std::vector<Block> read_html(const SourceText& source, Span part);

}  // namespace gialint
