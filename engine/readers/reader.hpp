#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/blocks/block.hpp"
#include "engine/text/source_text.hpp"

namespace gialint {

enum class Format { plain, markdown, html, word };

/// "plain", "markdown", "html", "docx": as --input-format takes them.
std::string_view format_name(Format format);
std::optional<Format> format_named(std::string_view name);

/// The format of a text as its content shows it; the file's ending has no say.
Format detect_format(std::string_view text);

/// The blocks of `source`, in reading order, every piece inside the text. Readers never fail: they return what
/// they understood. The text drawn from a Word document has none by itself: document_source.hpp.
std::vector<Block> read_blocks(const SourceText& source, Format format);

}  // namespace gialint
