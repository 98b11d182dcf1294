#include "engine/readers/word.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "engine/readers/html_text.hpp"
#include "engine/readers/lines.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr char line_break = '\v';

class WordReader {
 public:
  explicit WordReader(const DrawnDocument& document) : document_(document), text_(document.text) {}

  std::vector<Block> read() {
    const std::vector<DrawnLine>& lines = document_.lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const DrawnLine& line = lines[i];
      if (line.table != no_index) {
        const bool goes_on = i > 0 && lines[i - 1].table == line.table;
        append_row(blocks_, table_row(line), goes_on);
      } else if (is_typed_row(i)) {
        // One such line by itself is a heading with its number or a signature with its place.
        const bool before = i > 0 && is_typed_row(i - 1);
        if (before || is_typed_row(i + 1)) {
          append_row(blocks_, read_row(slice(line.drawn), line.drawn.begin, CellSeparator::tab), before);
        } else {
          add_paragraph(line);
        }
      } else {
        add_paragraph(line);
      }
    }
    return std::move(blocks_);
  }

 private:
  [[nodiscard]] std::string_view slice(Span span) const { return text_.substr(span.begin, span.size()); }

  /// Whether line `i` is a paragraph with tabs between its words: a row of a table that was typed.
  [[nodiscard]] bool is_typed_row(std::size_t i) const {
    if (i >= document_.lines.size()) return false;
    const DrawnLine& line = document_.lines[i];
    if (line.table != no_index || line.heading_level > 0 || line.number_size > 0) return false;
    const std::string_view text = slice(line.drawn);
    return trim(text).find('\t') != std::string_view::npos && text.find(line_break) == std::string_view::npos;
  }

  /// The drawn text of `span` without the blanks around it, and without the mark of a picture at its end.
  [[nodiscard]] MappedText trimmed(Span span) const {
    std::string_view content = slice(span);
    if (content.ends_with(picture_mark)) content.remove_suffix(picture_mark.size());
    content = trim(content);
    MappedText text;
    text.append(content, static_cast<std::uint32_t>(content.data() - text_.data()));
    return text;
  }

  /// The lines of `span`, which line breaks part; none of them is blank.
  [[nodiscard]] std::vector<TextBlock> lines_of(Span span) const {
    std::vector<TextBlock> lines;
    for (std::uint32_t begin = span.begin; begin <= span.end;) {
      const std::size_t found = slice({begin, span.end}).find(line_break);
      const std::uint32_t end = found == std::string_view::npos ? span.end : begin + static_cast<std::uint32_t>(found);
      TextBlock line;
      line.text = trimmed({begin, end});
      if (!line.text.empty()) {
        line.span = line.text.source();
        lines.push_back(std::move(line));
      }
      begin = end + 1;
    }
    return lines;
  }

  void add_paragraph(const DrawnLine& drawn) {
    std::vector<TextBlock> lines = lines_of(drawn.drawn);
    // A number that stands alone numbers nothing.
    if (lines.size() == 1 && lines.front().span.end <= drawn.drawn.begin + drawn.number_size) return;
    if (drawn.heading_level > 0 && !lines.empty()) {
      // A heading over two lines is one heading.
      TextBlock heading;
      heading.text = joined_lines(std::move(lines));
      heading.span = heading.text.source();
      lines.assign(1, heading);
    }
    bool first = true;
    for (TextBlock& line : lines) {
      line.heading_level = drawn.heading_level;
      line.list_item = drawn.bullet && first;
      line.after_blank = first;
      first = false;
      blocks_.emplace_back(std::move(line));
    }
  }

  [[nodiscard]] GridRow table_row(const DrawnLine& line) const {
    GridRow row;
    row.span = line.drawn;
    for (const DrawnCell& drawn : line.cells) {
      if (drawn.covered) continue;
      GridCell cell;
      cell.text = joined_lines(lines_of(drawn.drawn));
      cell.span = cell.text.empty() ? Span{drawn.drawn.begin, drawn.drawn.begin} : cell.text.source();
      cell.column = drawn.column;
      cell.column_span = drawn.column_span;
      cell.row_span = drawn.row_span;
      row.cells.push_back(std::move(cell));
    }
    return row;
  }

  const DrawnDocument& document_;
  std::string_view text_;
  std::vector<Block> blocks_;
};

}  // namespace

std::vector<Block> read_word(const DrawnDocument& document) { return WordReader(document).read(); }

}  // namespace gialint
