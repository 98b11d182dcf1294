#include "engine/readers/reader.hpp"

#include "engine/readers/lines.hpp"
#include "engine/readers/markdown.hpp"
#include "engine/readers/plain.hpp"

namespace gialint {

std::string_view format_name(Format format) { return format == Format::markdown ? "markdown" : "plain"; }

std::optional<Format> format_named(std::string_view name) {
  if (name == "plain" || name == "text") return Format::plain;
  if (name == "markdown" || name == "md") return Format::markdown;
  return std::nullopt;
}

Format detect_format(std::string_view text) {
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
  return format == Format::markdown ? read_markdown(source) : read_plain(source);
}

}  // namespace gialint
