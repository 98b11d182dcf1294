#include "engine/readers/markdown.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "engine/readers/drawn_table.hpp"
#include "engine/readers/html.hpp"
#include "engine/readers/html_parts.hpp"
#include "engine/readers/lines.hpp"
#include "engine/readers/lost_spans.hpp"
#include "engine/readers/markdown_inline.hpp"
#include "engine/readers/source_lines.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

std::uint8_t atx_level(std::string_view content) {
  std::size_t level = 0;
  while (level < content.size() && content[level] == '#') ++level;
  if (level == 0 || level > 6) return 0;
  if (level == content.size() || content[level] == ' ' || content[level] == '\t')
    return static_cast<std::uint8_t>(level);
  return 0;
}

bool is_run_of(std::string_view content, char mark, std::size_t least) {
  return content.size() >= least && content.find_first_not_of(mark) == std::string_view::npos;
}

/// "---", "* * *"
bool is_rule(std::string_view content) {
  const char mark = content.front();
  if (mark != '-' && mark != '*' && mark != '_') return false;
  if (content.find_first_not_of(content.substr(0, 1)) == std::string_view::npos) return content.size() >= 3;
  const auto is_other = [mark](char c) { return c != mark && c != ' '; };
  return std::count(content.begin(), content.end(), mark) >= 3 &&
         std::none_of(content.begin(), content.end(), is_other);
}

/// "```", ":::", "::: {.info}": the marks around code, and around what pandoc calls a div.
bool is_fence(std::string_view content) {
  const std::string_view mark = content.substr(0, 3);
  return mark == "```" || mark == "~~~" || mark == ":::";
}

std::string_view trim_left(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  return text;
}

/// What stands in front of the text of a line, and behind it.
/// ![](image.png), <img>
bool shows_picture(std::string_view line) {
  return line.find("![") != std::string_view::npos || line.find("<img") != std::string_view::npos;
}

struct LineMarks {
  std::string_view body;
  std::uint8_t heading_level = 0;
  bool list_item = false;
};

LineMarks read_marks(std::string_view content) {
  LineMarks marks;
  std::string_view& body = marks.body;
  body = content;
  while (!body.empty() && body.front() == '>') body = trim_left(body.substr(1));
  if (const std::uint8_t level = atx_level(body); level > 0) {
    marks.heading_level = level;
    body = trim_left(body.substr(level));
    // "## 三、… ## {#id}": the closing marks are markup too.
    const std::size_t brace = body.rfind('{');
    if (brace != std::string_view::npos && attributes_length(body.substr(brace)) == body.size() - brace)
      body = trim(body.substr(0, brace));
    while (!body.empty() && (body.back() == '#' || body.back() == ' ')) body.remove_suffix(1);
  } else if (body.size() > 1 && (body[0] == '-' || body[0] == '*' || body[0] == '+') &&
             (body[1] == ' ' || body[1] == '\t')) {
    marks.list_item = true;
    body = trim_left(body.substr(1));
  }
  return marks;
}

class MarkdownReader {
 public:
  explicit MarkdownReader(const SourceText& source)
      : source_(source),
        lines_(source),
        parts_(find_html_parts(source.text())),
        inline_(source.text(), parts_.hidden),
        drawn_(lines_, [this](Span part) { return inline_.read(part); }) {}

  std::vector<Block> read() {
    auto table = parts_.tables.cbegin();
    std::uint32_t read_to = 0;  // the end of the last table
    for (std::uint32_t number = 1; number <= lines_.count(); ++number) {
      Span line = lines_.span(number);
      if (line.end < read_to) continue;
      bool whole = line.begin >= read_to;
      if (!whole) line.begin = read_to;
      for (; table != parts_.tables.end() && table->begin < line.end; ++table) {
        read_rest({line.begin, table->begin});
        read_table(*table);
        read_to = table->end;
        line.begin = std::min(read_to, line.end);
        whole = false;
      }
      if (!whole) {
        read_rest(line);
        continue;
      }
      if (const std::uint32_t last = read_drawn(number, table); last > 0) {
        number = last;
        continue;
      }
      next_ = number < lines_.count() ? lines_.text(number + 1) : std::string_view();
      read_line(line);
    }
    drop_indent_columns(blocks_);
    restore_lost_spans(blocks_);
    return std::move(blocks_);
  }

 private:
  /// Reads the drawn table that begins here, if one does and ends before the next table in HTML, or takes off the frame
  /// that does. Gives the last line that was read; 0: none.
  std::uint32_t read_drawn(std::uint32_t number, std::vector<Span>::const_iterator next) {
    std::optional<DrawnTable> drawn = drawn_.read(number);
    if (!drawn) return 0;
    if (!drawn->framed.empty() && lines_.unframe(number, std::move(drawn->framed))) return number;
    if (drawn->grid.rows.empty() || (next != parts_.tables.end() && next->begin < drawn->grid.span.end)) {
      drawn_.give_up(drawn->last_line);
      return 0;
    }
    blocks_.emplace_back(std::move(drawn->grid));
    row_before_ = text_before_ = bar_before_ = false;
    blank_before_ = true;
    return drawn->last_line;
  }

  void read_table(Span table) {
    std::vector<Block> rows = read_html(source_, table);
    std::move(rows.begin(), rows.end(), std::back_inserter(blocks_));
    row_before_ = text_before_ = false;
    blank_before_ = true;
  }

  /// What stands beside a table on its line.
  void read_rest(Span line) {
    if (line.begin < line.end && !trim(source_.slice(line)).empty()) read_line(line);
  }

  void read_line(Span span) {
    const std::string_view line = source_.slice(span);
    const std::string_view content = trim(line);
    if (content.empty() && line.find('\t') == std::string_view::npos) {
      row_before_ = text_before_ = false;
      blank_before_ = true;
      return;
    }
    if (is_hidden(span)) return;
    const bool bar_before = std::exchange(bar_before_, ends_in_bar(content, LineSyntax::markdown));
    if (is_lone_bar(content) && !bar_before) return;
    if (is_lost_table(content)) return note_picture(blocks_);
    const CellSeparator separator = cell_separator(line, {LineSyntax::markdown, row_before_, next_});
    if (separator != CellSeparator::none) {
      read_cells(span, separator);
      return;
    }
    row_before_ = false;
    if (text_before_ && (is_run_of(content, '=', 2) || is_run_of(content, '-', 2))) {
      std::get<TextBlock>(blocks_.back()).heading_level = content.front() == '=' ? 1 : 2;
      text_before_ = false;
      return;
    }
    if (is_rule(content) || is_fence(content)) {
      text_before_ = false;
      blank_before_ = true;
      return;
    }
    read_text(content);
  }

  void read_cells(Span span, CellSeparator separator) {
    const std::string_view line = source_.slice(span);
    if (!rules_off_header(line, separator, blocks_, row_before_)) {
      GridRow row = read_row(line, span.begin, separator, LineSyntax::markdown);
      for (GridCell& cell : row.cells) {
        if (cell.text.empty()) continue;
        cell.text = inline_.read(cell.span);
        if (cell.text.empty()) {
          cell.span.end = cell.span.begin;
        } else {
          cell.span = cell.text.source();
        }
      }
      append_row(blocks_, std::move(row), row_before_);
    }
    row_before_ = true;
    text_before_ = blank_before_ = false;
  }

  /// One block, or several where tags of HTML part them.
  void read_text(std::string_view content) {
    const LineMarks marks = read_marks(content);
    const auto place = [&](const char* at) { return static_cast<std::uint32_t>(at - source_.text().data()); };
    const std::uint32_t end = place(marks.body.data()) + static_cast<std::uint32_t>(marks.body.size());
    const std::uint32_t content_end = place(content.data()) + static_cast<std::uint32_t>(content.size());
    TextBlock block;
    block.span = {place(content.data()), content_end};
    block.list_item = marks.list_item;
    std::uint32_t begin = place(marks.body.data());
    text_before_ = false;
    const std::size_t blocks_before = blocks_.size();
    for (bool more = true; more;) {
      while (next_break_ < parts_.breaks.size() && parts_.breaks[next_break_].tag.begin < begin) pass_break();
      more = next_break_ < parts_.breaks.size() && parts_.breaks[next_break_].tag.begin < end;
      const std::uint32_t to = more ? parts_.breaks[next_break_].tag.begin : end;
      if (more) block.span.end = to;
      block.heading_level = marks.heading_level > 0 ? marks.heading_level : heading_;
      block.text = inline_.read({begin, to});
      if (!block.text.empty()) {
        block.after_blank = std::exchange(blank_before_, false);
        text_before_ = block.heading_level == 0 && !block.list_item;
        blocks_.emplace_back(std::exchange(block, {}));
      }
      if (!more) break;
      begin = std::min(parts_.breaks[next_break_].tag.end, end);
      pass_break();
      block.span = {begin, content_end};
    }
    if (blocks_.size() == blocks_before && shows_picture(content)) note_picture(blocks_);
  }

  void pass_break() { heading_ = parts_.breaks[next_break_++].heading_level; }

  /// Whether all of a line is no text. Lines come in order.
  bool is_hidden(Span line) {
    while (next_hidden_ < parts_.hidden.size() && parts_.hidden[next_hidden_].end <= line.begin) ++next_hidden_;
    return next_hidden_ < parts_.hidden.size() && parts_.hidden[next_hidden_].begin <= line.begin &&
           parts_.hidden[next_hidden_].end >= line.end;
  }

  const SourceText& source_;
  SourceLines lines_;
  HtmlParts parts_;
  MarkdownInline inline_;
  DrawnTableReader drawn_;
  std::vector<Block> blocks_;
  std::string_view next_;  // line
  bool row_before_ = false;
  bool blank_before_ = true;
  bool bar_before_ = false;   // the last line that is not blank ends in a bar
  bool text_before_ = false;  // the line before is a paragraph's: a row of = or - under it makes it a heading
  std::size_t next_break_ = 0;
  std::size_t next_hidden_ = 0;
  std::uint8_t heading_ = 0;  // of HTML, that is open
};

}  // namespace

bool is_atx_heading(std::string_view line) {
  const std::string_view content = trim(line);
  const std::uint8_t level = atx_level(content);
  return level > 0 && content.size() > level;
}

std::vector<Block> read_markdown(const SourceText& source) { return MarkdownReader(source).read(); }

}  // namespace gialint
