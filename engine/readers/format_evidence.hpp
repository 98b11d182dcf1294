#pragma once

#include <string_view>
#include <vector>

#include "engine/text/span.hpp"

namespace gialint {

/// Whether a text is HTML: it begins with a doctype or <html>, or block elements hold most of what it says. A link in
/// angle brackets, an image or a line break in plain text or Markdown is no such element, and tables among lines of
/// text are Markdown's.
bool looks_like_html(std::string_view source);

/// The <table> elements that begin a line and stand in no other, in order. One that is not closed goes on to the end.
std::vector<Span> html_tables(std::string_view source);

}  // namespace gialint
