#include "engine/readers/markdown.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>

#include "engine/readers/format_evidence.hpp"
#include "engine/readers/html.hpp"
#include "engine/readers/lines.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

/// One line's content while its markup is taken off from the left.
struct Cursor {
  std::string_view line;
  std::uint32_t line_begin;  ///< source byte of line[0]
  std::size_t at = 0;

  [[nodiscard]] std::string_view rest() const { return line.substr(at); }
  [[nodiscard]] std::uint32_t source() const { return line_begin + static_cast<std::uint32_t>(at); }
  void skip_blanks() { at = line.size() - std::min(line.size() - at, trim_left(rest()).size()); }

  static std::string_view trim_left(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    return text;
  }
};

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

bool is_rule(std::string_view content) {
  std::string compact;
  for (const char c : content) {
    if (c != ' ') compact += c;
  }
  return is_run_of(compact, '-', 3) || is_run_of(compact, '*', 3) || is_run_of(compact, '_', 3);
}

bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

struct Entity {
  std::string_view name;
  std::string_view text;
};

constexpr std::array<Entity, 7> entities = {{{"&nbsp;", " "},
                                             {"&amp;", "&"},
                                             {"&lt;", "<"},
                                             {"&gt;", ">"},
                                             {"&quot;", "\""},
                                             {"&emsp;", " "},
                                             {"&ensp;", " "}}};

/// The length of an inline tag (<br>, </span>) at the start of `text`; 0 when there is none.
std::size_t tag_length(std::string_view text) {
  if (text.size() < 3 || text[0] != '<') return 0;
  const char next = text[1] == '/' ? text[2] : text[1];
  const bool letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
  const std::size_t end = text.find('>');
  if (!letter || end == std::string_view::npos) return 0;
  // <http://…> and <name@host> are links, and their text is text.
  return text.substr(0, end).find_first_of(":@") == std::string_view::npos ? end + 1 : 0;
}

/// `text` without inline markup. `begin` is the source byte of text[0].
MappedText inline_text(std::string_view text, std::uint32_t begin) {
  MappedText out;
  std::size_t kept = 0;  // where the run of unchanged bytes began
  const auto place = [&](std::size_t at) { return begin + static_cast<std::uint32_t>(at); };
  const auto flush = [&](std::size_t to) {
    if (to > kept) out.append(text.substr(kept, to - kept), place(kept));
  };
  const auto drop = [&](std::size_t& at, std::size_t length) {
    flush(at);
    at += length;
    kept = at;
  };
  bool in_link_text = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    switch (text[at]) {
      case '*':
        if (rest.substr(0, 2) == "**") {
          drop(at, 2);
          continue;
        }
        break;
      case '\\':
        if (rest.size() > 1 && is_ascii_punctuation(rest[1])) {
          drop(at, 1);
          ++at;  // the escaped character itself is text
          continue;
        }
        break;
      case '`':
        drop(at, 1);
        continue;
      case '!':
        if (rest.size() > 1 && rest[1] == '[' && rest.find("](") != std::string_view::npos) {
          drop(at, 1);
          continue;
        }
        break;
      case '[':
        if (rest.find("](") != std::string_view::npos) {
          in_link_text = true;
          drop(at, 1);
          continue;
        }
        break;
      case ']':
        if (in_link_text && rest.size() > 1 && rest[1] == '(') {
          const std::size_t end = rest.find(')');
          if (end != std::string_view::npos) {
            in_link_text = false;
            drop(at, end + 1);
            continue;
          }
        }
        break;
      case '<':
        if (const std::size_t length = tag_length(rest); length > 0) {
          drop(at, length);
          continue;
        }
        break;
      case '&': {
        const auto* const entity = std::find_if(entities.begin(), entities.end(), [&](const Entity& each) {
          return rest.substr(0, each.name.size()) == each.name;
        });
        if (entity != entities.end()) {
          flush(at);
          const auto end = static_cast<std::uint32_t>(at + entity->name.size());
          out.append_as(entity->text, {place(at), begin + end});
          at = end;
          kept = at;
          continue;
        }
        break;
      }
      default:
        break;
    }
    ++at;
  }
  flush(text.size());
  return out;
}

MappedText trimmed(const MappedText& text) {
  const std::string_view content = trim(text.text());
  if (content.empty()) return {};
  if (content.size() == text.text().size()) return text;
  const auto begin = static_cast<std::uint32_t>(content.data() - text.text().data());
  return text.sub({begin, begin + static_cast<std::uint32_t>(content.size())});
}

}  // namespace

bool is_atx_heading(std::string_view line) {
  const std::string_view content = trim(line);
  const std::uint8_t level = atx_level(content);
  return level > 0 && content.size() > level;
}

std::vector<Block> read_markdown(const SourceText& source) {
  const std::string_view text = source.text();
  const LineIndex& lines = source.lines();
  std::vector<Block> blocks;
  bool row_before = false;
  bool blank_before = true;
  bool text_before = false;  // the line before is a paragraph's: a row of = or - under it makes it a heading
  const std::vector<Span> tables = html_tables(text);
  auto table = tables.begin();
  for (std::uint32_t number = 1; number <= lines.line_count(); ++number) {
    const Span span = lines.line_span(text, number);
    const std::string_view line = source.slice(span);
    const std::string_view content = trim(line);
    if (content.empty() && line.find('\t') == std::string_view::npos) {
      row_before = text_before = false;
      blank_before = true;
      continue;
    }
    while (table != tables.end() && table->end <= span.begin) ++table;
    if (table != tables.end() && table->begin < span.end) {
      while (number < lines.line_count() && lines.line_span(text, number + 1).begin < table->end) ++number;
      std::vector<Block> rows = read_html(source, {table->begin, lines.line_span(text, number).end});
      std::move(rows.begin(), rows.end(), std::back_inserter(blocks));
      row_before = text_before = false;
      blank_before = true;
      continue;
    }
    const CellSeparator separator = cell_separator(line);
    if (separator != CellSeparator::none) {
      if (!rules_off_header(line, separator, blocks, row_before)) {
        GridRow row = read_row(line, span.begin, separator);
        for (GridCell& cell : row.cells) {
          if (cell.text.empty()) continue;
          cell.text = trimmed(inline_text(source.slice(cell.span), cell.span.begin));
          if (!cell.text.empty()) cell.span = cell.text.source();
        }
        append_row(blocks, std::move(row), row_before);
      }
      row_before = true;
      text_before = blank_before = false;
      continue;
    }
    row_before = false;
    if (text_before && (is_run_of(content, '=', 2) || is_run_of(content, '-', 2))) {
      std::get<TextBlock>(blocks.back()).heading_level = content.front() == '=' ? 1 : 2;
      text_before = false;
      continue;
    }
    if (is_rule(content) || content.substr(0, 3) == "```" || content.substr(0, 3) == "~~~") {
      text_before = false;
      blank_before = true;
      continue;
    }
    TextBlock block;
    const auto begin = span.begin + static_cast<std::uint32_t>(content.data() - line.data());
    block.span = {begin, begin + static_cast<std::uint32_t>(content.size())};
    block.after_blank = blank_before;
    Cursor cursor{content, begin};
    while (!cursor.rest().empty() && cursor.rest().front() == '>') {
      ++cursor.at;
      cursor.skip_blanks();
    }
    if (const std::uint8_t level = atx_level(cursor.rest()); level > 0) {
      block.heading_level = level;
      cursor.at += level;
      cursor.skip_blanks();
    } else if (const std::string_view rest = cursor.rest(); rest.size() > 1 &&
                                                            (rest[0] == '-' || rest[0] == '*' || rest[0] == '+') &&
                                                            (rest[1] == ' ' || rest[1] == '\t')) {
      block.list_item = true;
      ++cursor.at;
      cursor.skip_blanks();
    }
    std::string_view body = cursor.rest();
    if (block.heading_level > 0) {
      // "## 三、… ##": the closing marks are markup too.
      while (!body.empty() && (body.back() == '#' || body.back() == ' ')) body.remove_suffix(1);
    }
    block.text = trimmed(inline_text(body, cursor.source()));
    blank_before = false;
    if (block.text.empty()) {
      text_before = false;
      continue;
    }
    text_before = block.heading_level == 0 && !block.list_item;
    blocks.emplace_back(std::move(block));
  }
  drop_indent_columns(blocks);
  return blocks;
}

}  // namespace gialint
