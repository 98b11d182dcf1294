#include "engine/readers/reader.hpp"

#include "engine/readers/data_frame.hpp"
#include "engine/readers/format_evidence.hpp"
#include "engine/readers/html.hpp"
#include "engine/readers/invisible.hpp"
#include "engine/readers/markdown.hpp"
#include "engine/readers/plain.hpp"

namespace gialint {

std::string_view format_name(Format format) {
  switch (format) {
    case Format::plain:
      return "plain";
    case Format::markdown:
      return "markdown";
    case Format::html:
      return "html";
    case Format::word:
      return "docx";
  }
  return {};
}

std::optional<Format> format_named(std::string_view name) {
  if (name == "plain" || name == "text") return Format::plain;
  if (name == "markdown" || name == "md") return Format::markdown;
  if (name == "html" || name == "htm") return Format::html;
  if (name == "docx") return Format::word;
  return std::nullopt;
}

Format detect_format(std::string_view text) {
  if (looks_like_html(text)) return Format::html;
  return looks_like_markdown(text) ? Format::markdown : Format::plain;
}

namespace {

std::vector<Block> read_as(const SourceText& source, Format format) {
  switch (format) {
    case Format::plain:
      return read_plain(source);
    case Format::markdown:
      return read_markdown(source);
    case Format::html:
      return read_html(source);
    case Format::word:
      break;
  }
  return {};
}

}  // namespace

std::vector<Block> read_blocks(const SourceText& source, Format format) {
  std::vector<Block> blocks = read_as(source, format);
  drop_invisible(blocks, source);
  for (Block& block : blocks) {
    if (auto* const grid = std::get_if<Grid>(&block)) tidy_data_frame(*grid);
  }
  return blocks;
}

}  // namespace gialint
