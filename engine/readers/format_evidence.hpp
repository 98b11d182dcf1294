#pragma once

#include <string_view>

namespace gialint {

/// Whether a text is HTML, by evidence on both sides: it begins with a doctype or <html>, or block elements hold most
/// of what it says. Rules under the headers of pipe tables, heading marks and paragraphs that blank lines part speak
/// for Markdown, though <div>s stand around them, as converters write. A link in angle brackets, an image or a line
/// break is no block element, and tables among lines of text are Markdown's.
bool looks_like_html(std::string_view source);

/// Whether a text that is no HTML is Markdown: it holds a heading mark, the rule under a pipe table's header, a table
/// in HTML, three lines that are emphasised from end to end. Plain text has no reason to hold them. Emphasis marks
/// alone prove nothing, since texts pasted from Markdown keep them.
bool looks_like_markdown(std::string_view source);

}  // namespace gialint
