#include "engine/readers/reader.hpp"

#include "engine/readers/format_evidence.hpp"
#include "engine/readers/html.hpp"
#include "engine/readers/lines.hpp"
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
  }
  return {};
}

std::optional<Format> format_named(std::string_view name) {
  if (name == "plain" || name == "text") return Format::plain;
  if (name == "markdown" || name == "md") return Format::markdown;
  if (name == "html" || name == "htm") return Format::html;
  return std::nullopt;
}

Format detect_format(std::string_view text) {
  if (looks_like_html(text)) return Format::html;
  if (!html_tables(text).empty()) return Format::markdown;
  // A heading mark or the rule under a pipe table's header: plain text has no reason to hold either. Emphasis marks
  // alone prove nothing, since texts pasted from Markdown keep them.
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find_first_of("\r\n", begin);
    if (end == std::string_view::npos) end = text.size();
    const std::string_view line = text.substr(begin, end - begin);
    if (is_atx_heading(line) || is_pipe_rule(line)) return Format::markdown;
    begin = end + 1;
  }
  return Format::plain;
}

std::vector<Block> read_blocks(const SourceText& source, Format format) {
  switch (format) {
    case Format::plain:
      return read_plain(source);
    case Format::markdown:
      return read_markdown(source);
    case Format::html:
      return read_html(source);
  }
  return {};
}

}  // namespace gialint
