#include "engine/office/word_drawing.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

/// A cell of several lines and this many bytes holds prose, as in an HTML table.
constexpr std::size_t prose_bytes = 1000;
constexpr int most_heading_levels = 6;

bool is_wide(char32_t c) { return cell_width(c, 2) == 2; }

char32_t last_code_point(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return code_point_at(text, at).value;
}

/// Text on its way into the document: pieces are relative to it.
struct Draft {
  std::string text;
  std::vector<DrawnPiece> pieces;
  std::uint32_t paragraph = no_index;  // the first
  std::uint8_t heading_level = 0;
  bool bullet = false;
  std::uint32_t number_size = 0;

  void append(const Draft& other) {
    const auto shift = static_cast<std::uint32_t>(text.size());
    text += other.text;
    for (DrawnPiece piece : other.pieces) {
      piece.drawn = {piece.drawn.begin + shift, piece.drawn.end + shift};
      pieces.push_back(piece);
    }
    if (paragraph == no_index) paragraph = other.paragraph;
  }
};

class Drawer {
 public:
  Drawer(Story story, const WordStyles& styles, const Numbering& numbering)
      : story_(std::move(story)), styles_(styles), numbering_(numbering), counters_(numbering) {}

  DrawnDocument draw() {
    settle(story_.body);
    draw_flow(story_.body);
    out_.runs = std::move(story_.runs);
    out_.paragraphs = std::move(story_.paragraphs);
    out_.changes = story_.changes;
    out_.chunks = story_.chunks;
    return std::move(out_);
  }

 private:
  // Paragraphs ------------------------------------------------------------------------------------------------------

  /// The paragraphs of `flow` from `at` on that are one line, since only the last one's mark is there. `at` is set to
  /// the last of them. Empty when nothing of them is left.
  std::optional<Draft> line_of(const StoryFlow& flow, std::size_t& at) {
    std::vector<const StoryParagraph*> parts;
    const std::size_t first = at;
    for (;; ++at) {
      const auto* const paragraph = std::get_if<StoryParagraph>(&flow.items[at].value);
      if (paragraph == nullptr) {
        --at;
        break;
      }
      parts.push_back(paragraph);
      if (!paragraph->joins_next || at + 1 == flow.items.size()) break;
    }
    Draft text;
    const StoryParagraph* leading = parts.back();
    for (const StoryParagraph* const part : parts) {
      const std::size_t before = text.text.size();
      add_pieces(*part, text);
      // The format is that of the first one that shows something.
      if (before == 0 && !text.text.empty()) leading = part;
    }
    // Deleted with its mark, before a table or at the end.
    if (text.text.empty() && parts.back()->joins_next && flow.items.size() > at - first + 1) return std::nullopt;
    Draft line = start_of(*leading, text.text);
    line.append(text);
    return line;
  }

  /// A line that holds the automatic number alone.
  Draft start_of(const StoryParagraph& paragraph, std::string_view text) {
    Draft line;
    line.paragraph = paragraph.place;
    const WordStyle& style = styles_.style(paragraph.format.style);
    ParagraphFormat format = paragraph.format;
    const bool own_list = format.number_id.has_value();
    format.inherit(style.paragraph);
    const int level = format.outline_level.value_or(most_heading_levels);
    if (level >= 0 && level < most_heading_levels) line.heading_level = static_cast<std::uint8_t>(level + 1);
    if (format.number_id.value_or(0) <= 0) return line;

    std::size_t list_level = static_cast<std::size_t>(std::max(0, format.number_level.value_or(0)));
    if (!own_list) {
      // A style names the list; which level it stands for the list says.
      if (const auto of_style = numbering_.level_of_style(*format.number_id, style.numbered_by)) list_level = *of_style;
    }
    const std::optional<ListNumber> number = counters_.count(*format.number_id, list_level);
    if (!number) return line;
    line.bullet = number->bullet;
    line.text = number->text;
    if (!line.text.empty() && !text.empty() && number->suffix != NumberSuffix::nothing &&
        !is_wide(last_code_point(line.text)) && !is_wide(code_point_at(text, 0).value)) {
      line.text += ' ';
    }
    line.number_size = static_cast<std::uint32_t>(line.text.size());
    return line;
  }

  void add_pieces(const StoryParagraph& paragraph, Draft& draft) const {
    for (const StoryPiece& piece : paragraph.pieces) {
      if (piece.field != no_index && story_.fields[piece.field].ended) continue;
      const std::string_view text =
          std::string_view(story_.text).substr(piece.text.begin, piece.text.end - piece.text.begin);
      if (piece.raised && is_note_mark(draft.text, text)) continue;
      const auto begin = static_cast<std::uint32_t>(draft.text.size());
      draft.text += text;
      draft.pieces.push_back({{begin, static_cast<std::uint32_t>(draft.text.size())},
                              piece.source,
                              piece.copied,
                              piece.element,
                              piece.run});
    }
  }

  /// Whether a raised `text` behind a figure is the number of a note: 3¹, 3[1], ３①.
  static bool is_note_mark(std::string_view before, std::string_view text) {
    if (before.empty() || !is_digit(last_code_point(before))) return false;
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = code_point_at(text, at);
      constexpr std::u32string_view marks = U"[]()*, （）［］【】〔〕＊，注";
      const bool circled = point.value >= U'①' && point.value <= U'⑳';
      if (!is_digit(point.value) && !circled && marks.find(point.value) == std::u32string_view::npos) return false;
      at += point.length;
    }
    return true;
  }

  // Flows -----------------------------------------------------------------------------------------------------------

  void draw_flow(const StoryFlow& flow) {
    for (std::size_t at = 0; at < flow.items.size(); ++at) {
      if (const auto* const table = std::get_if<StoryTable>(&flow.items[at].value)) {
        draw_table(*table);
        continue;
      }
      const std::size_t first = at;
      if (std::optional<Draft> line = line_of(flow, at)) {
        if (has_picture(flow, first, at)) line->text += picture_mark;
        draw_line(*line);
      }
      for (std::size_t i = first; i <= at; ++i) draw_hanging(std::get<StoryParagraph>(flow.items[i].value));
    }
  }

  /// What hangs on a paragraph that has been drawn.
  void draw_hanging(const StoryParagraph& paragraph) {
    for (const StoryFlow& box : paragraph.boxes) draw_flow(box);
  }

  /// Whether one of the paragraphs `first` to `last` of `flow` holds a picture.
  [[nodiscard]] bool has_picture(const StoryFlow& flow, std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i <= last; ++i) {
      const std::uint32_t place = std::get<StoryParagraph>(flow.items[i].value).place;
      if (std::binary_search(story_.pictures.begin(), story_.pictures.end(), place)) return true;
    }
    return false;
  }

  void draw_line(const Draft& draft) {
    DrawnLine line;
    line.paragraph = draft.paragraph;
    line.heading_level = draft.heading_level;
    line.bullet = draft.bullet;
    line.number_size = draft.number_size;
    line.drawn = put(draft);
    out_.text += '\n';
    out_.lines.push_back(std::move(line));
  }

  /// Adds the draft's text to the document.
  Span put(const Draft& draft) {
    const auto shift = static_cast<std::uint32_t>(out_.text.size());
    out_.text += draft.text;
    for (DrawnPiece piece : draft.pieces) {
      piece.drawn = {piece.drawn.begin + shift, piece.drawn.end + shift};
      out_.pieces.push_back(piece);
    }
    return {shift, static_cast<std::uint32_t>(out_.text.size())};
  }

  // Tables ----------------------------------------------------------------------------------------------------------

  /// What decides whether a table holds data.
  struct Extent {
    std::size_t lines = 0;
    std::size_t bytes = 0;
    bool data_inside = false;  // a table of data
  };

  static std::size_t text_bytes(const StoryParagraph& paragraph) {
    std::size_t bytes = 0;
    for (const StoryPiece& piece : paragraph.pieces) bytes += piece.text.size();
    return bytes;
  }

  /// What `flow` holds. Decides of every table in it whether that holds data.
  static Extent settle(StoryFlow& flow) {
    Extent extent;
    for (StoryItem& item : flow.items) {
      if (auto* const paragraph = std::get_if<StoryParagraph>(&item.value)) {
        for (StoryFlow& box : paragraph->boxes) settle(box);
        const std::size_t bytes = text_bytes(*paragraph);
        extent.bytes += bytes;
        if (bytes > 0) ++extent.lines;
        continue;
      }
      auto& table = std::get<StoryTable>(item.value);
      const Extent inner = settle(table);
      extent.data_inside = extent.data_inside || table.holds_data || inner.data_inside;
      extent.lines += inner.lines;
      extent.bytes += inner.bytes;
    }
    return extent;
  }

  static Extent settle(StoryTable& table) {
    Extent all;
    bool prose = false;
    std::size_t widest = 0;
    for (StoryRow& row : table.rows) {
      std::size_t width = 0;
      for (StoryCell& cell : row.cells) {
        if (!cell.joins_left || width == 0) ++width;
        const Extent extent = settle(cell.content);
        all.data_inside = all.data_inside || extent.data_inside;
        prose = prose || (extent.lines >= 2 && extent.bytes >= prose_bytes);
        all.lines += extent.lines;
        all.bytes += extent.bytes;
      }
      widest = std::max(widest, width);
    }
    table.holds_data = widest >= 2 && !prose && !all.data_inside;
    return all;
  }

  void draw_table(const StoryTable& table) {
    if (table.holds_data) return draw_rows(table);
    for (const StoryRow& row : table.rows) {
      for (const StoryCell& cell : row.cells) draw_flow(cell.content);
    }
  }

  void draw_rows(const StoryTable& table) {
    const auto number = tables_++;
    // For each column, the cell that a vertical merge may go on with: line and index of the cell.
    std::map<std::uint32_t, std::pair<std::size_t, std::size_t>> open;
    for (const StoryRow& row : table.rows) {
      DrawnLine line;
      line.table = number;
      line.drawn.begin = static_cast<std::uint32_t>(out_.text.size());
      std::uint32_t column = row.columns_before;
      for (const StoryCell& cell : row.cells) {
        Draft draft = cell_text(cell.content);
        if (cell.joins_left && !line.cells.empty()) {
          extend(line.cells.back(), cell, draft);
          column += cell.column_span;
          continue;
        }
        if (!line.cells.empty()) out_.text += '\t';
        DrawnCell drawn;
        drawn.column = column;
        drawn.column_span = cell.column_span;
        drawn.paragraph = draft.paragraph;
        const auto above = open.find(column);
        drawn.covered = cell.merge == VerticalMerge::goes_on && above != open.end();
        if (drawn.covered) {
          ++out_.lines[above->second.first].cells[above->second.second].row_span;
          draft = {};
        }
        drawn.drawn = put(draft);
        column += cell.column_span;
        if (!drawn.covered) {
          open.erase(drawn.column);
          if (cell.merge != VerticalMerge::none) open[drawn.column] = {out_.lines.size(), line.cells.size()};
        }
        line.cells.push_back(drawn);
      }
      line.drawn.end = static_cast<std::uint32_t>(out_.text.size());
      out_.text += '\n';
      out_.lines.push_back(std::move(line));
    }
    for (const StoryRow& row : table.rows) {
      for (const StoryCell& cell : row.cells) draw_hanging(cell.content);
    }
  }

  /// Adds a cell to the one at its left, which ends the text.
  void extend(DrawnCell& left, const StoryCell& cell, const Draft& draft) {
    left.column_span += cell.column_span;
    if (draft.text.empty()) return;
    if (!left.drawn.empty()) out_.text += '\v';
    const Span added = put(draft);
    left.drawn = left.drawn.empty() ? added : hull(left.drawn, added);
  }

  void draw_hanging(const StoryFlow& flow) {
    for (const StoryItem& item : flow.items) {
      if (const auto* const paragraph = std::get_if<StoryParagraph>(&item.value)) {
        draw_hanging(*paragraph);
      } else {
        for (const StoryRow& row : std::get<StoryTable>(item.value).rows) {
          for (const StoryCell& cell : row.cells) draw_hanging(cell.content);
        }
      }
    }
  }

  /// All that a cell of data holds, as one text.
  Draft cell_text(const StoryFlow& flow) {
    Draft all;
    const auto add = [&](const Draft& draft) {
      if (!all.text.empty() && !draft.text.empty()) all.text += '\v';
      all.append(draft);
    };
    for (std::size_t at = 0; at < flow.items.size(); ++at) {
      if (const auto* const table = std::get_if<StoryTable>(&flow.items[at].value)) {
        for (const StoryRow& row : table->rows) {
          for (const StoryCell& cell : row.cells) add(cell_text(cell.content));
        }
      } else if (const std::optional<Draft> line = line_of(flow, at)) {
        add(*line);
      }
    }
    // Tabs stand between cells.
    std::replace(all.text.begin(), all.text.end(), '\t', ' ');
    return all;
  }

  Story story_;
  const WordStyles& styles_;
  const Numbering& numbering_;
  ListCounters counters_;
  DrawnDocument out_;
  std::uint32_t tables_ = 0;
};

}  // namespace

DrawnDocument draw_story(Story story, const WordStyles& styles, const Numbering& numbering) {
  return Drawer(std::move(story), styles, numbering).draw();
}

}  // namespace gialint
