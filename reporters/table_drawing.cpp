#include "reporters/table_drawing.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "engine/text/display.hpp"
#include "engine/text/unicode.hpp"
#include "reporters/places.hpp"

namespace gialint {
namespace {

/// What a mark says. The order is that of the legend.
enum class Mark : std::uint8_t {
  none,
  ambiguous,
  unfit,
  not_plain,
  dash,
  blank,
  absent,
  missing,
  extra,
  altered,
  lost,
  unread,
  count
};

struct MarkText {
  std::string_view sign;
  Bilingual meaning;
};

const MarkText& text_of(Mark mark) {
  static const std::array<MarkText, static_cast<std::size_t>(Mark::count)> texts = {{
      {"", {}},
      {"?", {"这一行的数分不清属于哪一列", "the row's figures cannot be told apart"}},
      {"!", {"这里不能有的数：负数或者小数", "a figure that cannot stand here: negative or a fraction"}},
      {"*", {"不是单纯的数", "no plain figure"}},
      {"(0)", {"印的是“-”“无”之类，算作 0", "printed as a dash or the like, taken for 0"}},
      {"_", {"空着", "blank"}},
      {".", {"缺这一格", "no such place"}},
      {"-", {"格式有而报告缺的行或者列", "a row or column that the form has and the report lacks"}},
      {"+", {"报告多出的行或者列", "a row or column that the form does not have"}},
      {"~", {"与格式的文字不同", "worded otherwise than the form"}},
      {"x", {"漏印的文字", "words that were left out"}},
      {"#", {"看不出属于哪一格的数", "figures that belong to no cell that can be told"}},
  }};
  return texts.at(static_cast<std::size_t>(mark));
}

std::string_view sign_of(Mark mark) { return text_of(mark).sign; }

Mark mark_of(const Label& label) {
  if (!label.found) return label.lost ? Mark::lost : Mark::none;
  return label.match == WordingMatch::deviant || label.match == WordingMatch::altered ? Mark::altered : Mark::none;
}

/// Text on one line: runs of blanks and line ends become one blank.
std::string on_one_line(std::string_view text) {
  std::string line;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint character = code_point_at(text, at);
    if (is_blank(character.value)) {
      gap = !line.empty();
    } else {
      if (gap) line += ' ';
      gap = false;
      line.append(text, at, character.length);
    }
    at += character.length;
  }
  return printable(line);
}

/// A value and the mark behind it, or a header's words and theirs.
struct Field {
  std::string text;
  Mark mark = Mark::none;
};

/// One line of a table.
struct Line {
  std::string lines;  ///< "22", "22-29"; empty where nothing is printed
  Mark mark = Mark::none;
  std::string label;
  std::vector<Field> fields;
  std::optional<std::size_t> row;  ///< of the table; empty for a group's heading and an extra row
};

struct Header {
  std::string text;
  std::vector<std::string> parents;  ///< headers above it, from the top
  Mark mark = Mark::none;
};

class Drawing {
 public:
  Drawing(const Report& report, const TableDrawing& options) : report_(report), options_(options) {}

  std::string draw() {
    add_head();
    std::vector<const Table*> all;
    for (const Table& table : report_.tables.tables) all.push_back(&table);
    for (const Table& table : report_.tables.unreadable) all.push_back(&table);
    const auto order = [](const Table* table) {
      return std::pair(table->edition->section(table->form->section)->order,
                       table->form - table->edition->tables.data());
    };
    std::stable_sort(all.begin(), all.end(), [&](const Table* a, const Table* b) { return order(a) < order(b); });
    std::vector<const Table*> lacking;
    for (const Table* table : all) {
      if (table->found) {
        add_table(*table);
      } else {
        lacking.push_back(table);
      }
    }
    if (!lacking.empty()) add_lacking(lacking);
    add_legend();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view say(std::string_view zh, std::string_view en) const {
    return options_.language == Language::zh ? zh : en;
  }
  [[nodiscard]] int width_of(std::string_view text) const { return display_width(text, options_.ambiguous_width); }

  std::string_view use(Mark mark) {
    used_.at(static_cast<std::size_t>(mark)) = true;
    return sign_of(mark);
  }

  [[nodiscard]] std::uint32_t line_of(std::uint32_t offset) const {
    return report_.source->lines().line_of(std::min(offset, static_cast<std::uint32_t>(report_.text().size())));
  }
  /// "22", or "22-29".
  [[nodiscard]] std::string lines_of(Span span) const {
    const std::uint32_t first = line_of(span.begin);
    const std::uint32_t last = line_of(span.empty() ? span.begin : span.end - 1);
    return first == last ? std::to_string(first) : fmt::format("{}-{}", first, last);
  }
  [[nodiscard]] std::string slice(Span span) const { return on_one_line(report_.source->slice(span)); }

  void add_head() {
    out_ += printable(report_.source->path());
    out_ += say("：", ": ");
    if (report_.outline.title && !report_.outline.title->organ_name.empty())
      out_ += printable(report_.outline.title->organ_name) + " ";
    if (report_.year) out_ += fmt::format("{}{}", *report_.year, say(" 年度，", ", "));
    out_ += fmt::format(fmt::runtime(say("按 {} 版格式读出", "read with the form of {}")), report_.edition().id);
    if (report_.expected_edition != nullptr && report_.expected_edition->id != report_.edition().id) {
      out_ += fmt::format(fmt::runtime(say("，这一年度的格式是 {} 版", "; the form for its year is that of {}")),
                          report_.expected_edition->id);
    }
    out_ += '\n';
  }

  /// The table's id and how the form calls it.
  [[nodiscard]] std::string name_of(const Table& table) const {
    std::string name = "[" + table.id + "]";
    const FormSection* section = table.edition->section(table.form->section);
    if (!table.form->caption.empty()) {
      name += " " + table.form->caption;
    } else if (section != nullptr) {
      name += " " + section->heading();
    }
    return name;
  }

  void add_table(const Table& table) {
    out_ += "\n" + name_of(table);
    const std::string lines_text = lines_of(table.span);
    const bool several = lines_text.find('-') != std::string::npos;
    out_ += fmt::format(fmt::runtime(say("  第 {} 行", several ? "  lines {}" : "  line {}")), lines_text);
    if (table.edition->id != report_.edition().id)
      out_ += fmt::format(fmt::runtime(say("  按 {} 版", "  form of {}")), table.edition->id);
    out_ += '\n';

    const std::vector<Header> headers = headers_of(table);
    std::vector<Line> lines = lines_of(table, headers.size());
    draw_grid(table, headers, lines);
    add_notes(table);
  }

  [[nodiscard]] std::vector<Header> headers_of(const Table& table) const {
    std::vector<Header> headers;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const Column& column = table.columns[i];
      const FormColumn& form = table.form->columns[i];
      Header header;
      header.text = on_one_line(column.label.found ? column.label.text : form.label);
      header.mark = column.missing ? Mark::missing : mark_of(column.label);
      for (std::string_view rest = form.parent; !rest.empty();) {
        const std::size_t slash = std::min(rest.find('/'), rest.size());
        header.parents.emplace_back(rest.substr(0, slash));
        rest.remove_prefix(std::min(slash + 1, rest.size()));
      }
      headers.push_back(std::move(header));
    }
    for (const ExtraColumn& extra : table.extra_columns) {
      Header header;
      header.text = slice(extra.label);
      header.mark = Mark::extra;
      headers.push_back(std::move(header));
    }
    return headers;
  }

  /// The form's rows, and among them where they stand those that only the report has.
  std::vector<Line> lines_of(const Table& table, std::size_t columns) {
    std::vector<Line> lines;
    std::size_t next_extra = 0;
    const auto add_extra_rows = [&](std::optional<std::uint32_t> before) {
      for (; next_extra < table.extra_rows.size(); ++next_extra) {
        const ExtraRow& extra = table.extra_rows[next_extra];
        if (before && extra.label.begin >= *before) break;
        lines.push_back(line_of(extra, columns));
      }
    };
    auto heading = table.headings.begin();
    const std::vector<std::string>* parents = nullptr;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const Row& row = table.rows[i];
      if (row.found) add_extra_rows(row.span.begin);
      const std::vector<std::string>& groups = table.form->rows[i].parents;
      std::size_t shared = 0;
      while (parents != nullptr && shared < std::min(parents->size(), groups.size()) &&
             (*parents)[shared] == groups[shared])
        ++shared;
      for (std::size_t level = shared; level < groups.size(); ++level) {
        const auto found = std::find_if(heading, table.headings.end(),
                                        [&](const Heading& one) { return one.group && one.text == groups[level]; });
        lines.push_back(line_of(found == table.headings.end() ? nullptr : &found->label, groups[level], level));
        if (found != table.headings.end()) heading = std::next(found);
      }
      parents = &groups;
      lines.push_back(line_of(row, table.form->rows[i]));
      lines.back().row = i;
    }
    add_extra_rows(std::nullopt);

    for (std::size_t i = 0; i < table.extra_columns.size(); ++i) {
      for (Line& line : lines) line.fields.resize(columns);
      for (const Span value : table.extra_columns[i].values) {
        const auto line = line_at(table, lines, value);
        if (line != lines.end()) line->fields[table.columns.size() + i].text = slice(value);
      }
    }
    return lines;
  }

  Line line_of(const Row& row, const FormRow& form) {
    Line line;
    if (row.found) line.lines = lines_of(row.span);
    line.mark = !row.found ? Mark::missing : mark_of(row.label);
    line.label = indented(form.parents.size(), row.label.found ? row.label.text : form.label);
    for (const Cell& cell : row.cells) line.fields.push_back(row.found ? field_of(cell) : Field());
    return line;
  }

  /// A group's heading; `label` is null when the model says nothing about it.
  Line line_of(const Label* label, std::string_view form, std::size_t level) {
    Line line;
    if (label != nullptr) line.mark = mark_of(*label);
    const bool found = label != nullptr && label->found;
    if (found) line.lines = std::to_string(line_of(label->span.begin));
    line.label = indented(level, found ? label->text : form);
    return line;
  }

  static std::string indented(std::size_t level, std::string_view label) {
    return std::string(2 * level, ' ') + on_one_line(label);
  }

  Line line_of(const ExtraRow& extra, std::size_t columns) {
    Line line;
    line.lines = lines_of(extra.values.empty() ? extra.label : hull(extra.label, extra.values.back()));
    line.mark = Mark::extra;
    line.label = slice(extra.label);
    for (std::size_t i = 0; i < extra.values.size(); ++i) {
      if (i < columns) {
        line.fields.push_back({slice(extra.values[i]), Mark::none});
      } else {
        line.fields.back().text += " " + slice(extra.values[i]);
      }
    }
    return line;
  }

  Field field_of(const Cell& cell) {
    Field field;
    switch (cell.state) {
      case CellState::number:
        field.text = to_string(cell.value) + slice(cell.unit);
        break;
      case CellState::dash:
        field.text = use(Mark::dash);
        break;
      case CellState::blank:
        field.text = use(Mark::blank);
        break;
      case CellState::absent:
        field.text = use(Mark::absent);
        break;
      case CellState::text:
        field.text = elide_middle(slice(cell.span), widest_text, options_.ambiguous_width);
        field.mark = Mark::not_plain;
        break;
    }
    if (cell.unfit) field.mark = Mark::unfit;
    if (cell.certainty == Certainty::ambiguous) field.mark = Mark::ambiguous;
    return field;
  }

  /// The drawn line of the row that holds `place`, or else begins last before it.
  static std::vector<Line>::iterator line_at(const Table& table, std::vector<Line>& lines, Span place) {
    auto best = lines.end();
    std::uint32_t nearest = 0;
    for (auto line = lines.begin(); line != lines.end(); ++line) {
      if (!line->row || !table.rows[*line->row].found) continue;
      const std::uint32_t begin = table.rows[*line->row].span.begin;
      if (begin > place.begin || (best != lines.end() && begin <= nearest)) continue;
      best = line;
      nearest = begin;
    }
    return best;
  }

  struct Layout {
    int lines = 0;            ///< cells of the line numbers
    int label = 0;            ///< of the row labels
    std::vector<int> fields;  ///< of the values, without their marks

    [[nodiscard]] int width() const {
      int cells = lines + 1 + label;
      for (const int field : fields) cells += gap + field + 1;
      return cells + 2;
    }
  };

  /// Column headers are broken into lines as short as it takes to leave room for the row labels.
  [[nodiscard]] Layout lay_out(const Table& table, const std::vector<Header>& headers,
                               const std::vector<Line>& lines) const {
    Layout layout;
    layout.label = width_of(table.form->label_column);
    std::vector<int> values(headers.size(), 1);
    for (const Line& line : lines) {
      layout.lines = std::max(layout.lines, width_of(line.lines));
      layout.label = std::max(layout.label, width_of(line.label));
      for (std::size_t i = 0; i < line.fields.size(); ++i)
        values[i] = std::max(values[i], width_of(line.fields[i].text));
    }
    const int longest_label = layout.label;
    for (const int header_width : {24, 12, 8, 6, 4}) {
      layout.label = longest_label;
      layout.fields.clear();
      for (std::size_t i = 0; i < headers.size(); ++i) {
        int cells = values[i];
        for (const std::string& part : wrap_evenly(headers[i].text, header_width, options_.ambiguous_width))
          cells = std::max(cells, width_of(part));
        layout.fields.push_back(cells);
      }
      if (options_.width == 0) break;
      const int over = layout.width() - options_.width;
      layout.label = std::max(longest_label - std::max(0, over), std::min(longest_label, shortest_label));
      if (layout.width() <= options_.width && layout.label >= std::min(longest_label, good_label)) break;
    }
    return layout;
  }

  void draw_grid(const Table& table, const std::vector<Header>& headers, const std::vector<Line>& lines) {
    const Layout layout = lay_out(table, headers, lines);
    draw_parents(headers, layout);
    draw_headers(table, headers, layout);
    for (const Line& line : lines) {
      std::string text = pad_left(line.lines, layout.lines, options_.ambiguous_width);
      text += line.mark == Mark::none ? "  " : fmt::format(" {}", use(line.mark));
      text += pad_right(elide_middle(line.label, layout.label, options_.ambiguous_width), layout.label,
                        options_.ambiguous_width);
      for (std::size_t i = 0; i < line.fields.size(); ++i) {
        const Field& field = line.fields[i];
        text += std::string(gap, ' ') + pad_left(field.text, layout.fields[i], options_.ambiguous_width);
        text += field.mark == Mark::none ? " " : use(field.mark);
      }
      add_line(std::move(text));
    }
  }

  /// Headers that stand over several columns, each over the first of its own.
  void draw_parents(const std::vector<Header>& headers, const Layout& layout) {
    std::size_t levels = 0;
    for (const Header& header : headers) levels = std::max(levels, header.parents.size());
    for (std::size_t level = 0; level < levels; ++level) {
      std::string text(static_cast<std::size_t>(layout.lines + 2 + layout.label), ' ');
      for (std::size_t i = 0; i < headers.size();) {
        std::size_t end = i + 1;
        while (end < headers.size() && shares_parents(headers[i], headers[end], level)) ++end;
        int cells = 0;
        for (std::size_t column = i; column < end; ++column) cells += gap + layout.fields[column] + 1;
        const int room = cells - gap - 1;
        const std::string words = headers[i].parents.size() > level ? headers[i].parents[level] : std::string();
        std::string shown = elide_middle(words, room, options_.ambiguous_width);
        if (!words.empty()) shown.append(static_cast<std::size_t>(std::max(0, room - width_of(shown))), '-');
        text += std::string(gap, ' ') + pad_right(shown, room + 1, options_.ambiguous_width);
        i = end;
      }
      add_line(std::move(text));
    }
  }

  static bool shares_parents(const Header& a, const Header& b, std::size_t level) {
    if (a.parents.size() <= level || b.parents.size() <= level) return false;
    return std::equal(a.parents.begin(), a.parents.begin() + static_cast<std::ptrdiff_t>(level) + 1, b.parents.begin());
  }

  void draw_headers(const Table& table, const std::vector<Header>& headers, const Layout& layout) {
    std::vector<std::vector<std::string>> parts;
    std::size_t height = 1;
    for (std::size_t i = 0; i < headers.size(); ++i) {
      parts.push_back(wrap_evenly(headers[i].text, layout.fields[i], options_.ambiguous_width));
      height = std::max(height, parts.back().size());
    }
    for (std::size_t level = 0; level < height; ++level) {
      const bool last = level + 1 == height;
      std::string text(static_cast<std::size_t>(layout.lines + 2), ' ');
      const std::string label =
          last ? elide_middle(table.form->label_column, layout.label, options_.ambiguous_width) : std::string();
      text += pad_right(label, layout.label, options_.ambiguous_width);
      for (std::size_t i = 0; i < headers.size(); ++i) {
        // Short headers stand at the bottom, right above their values.
        const std::size_t above = height - parts[i].size();
        text += std::string(gap, ' ') + pad_left(level < above ? std::string() : parts[i][level - above],
                                                 layout.fields[i], options_.ambiguous_width);
        text += last && headers[i].mark != Mark::none ? use(headers[i].mark) : " ";
      }
      add_line(std::move(text));
    }
  }

  void add_line(std::string text) {
    text.erase(text.find_last_not_of(' ') + 1);
    out_ += text + "\n";
  }

  /// What the drawing has no room for: the form's words for labels that are worded otherwise, groups that lost theirs.
  void add_notes(const Table& table) {
    const auto note = [&](const Label& label, std::string_view form) {
      const Mark mark = mark_of(label);
      if (mark == Mark::altered) {
        add_line(
            fmt::format(fmt::runtime(say("  {} 第 {} 行“{}”，格式是“{}”", "  {} line {} “{}”, the form says “{}”")),
                        use(mark), lines_of(label.span), on_one_line(label.text), form));
      } else if (mark == Mark::lost) {
        add_line(fmt::format(fmt::runtime(say("  {} 第 {} 行处“{}”", "  {} at line {} “{}”")), use(mark),
                             lines_of({label.span.begin, label.span.begin}), form));
      }
    };
    if (table.row_width != 0) {
      add_line(fmt::format(
          fmt::runtime(say("  {} 每行 {} 个数，格式有 {} 列", "  {} {} figures in each row, {} columns on the form")),
          use(Mark::ambiguous), table.row_width, table.columns.size()));
    }
    if (table.unreadable != Unreadable::no) {
      add_line(fmt::format(fmt::runtime(say("  {} 这张表没有读懂，各格都不可靠",
                                            "  {} the table could not be read, and none of its cells is sure")),
                           use(Mark::ambiguous)));
    }
    std::vector<Span> unread = table.unread;
    for (const Row& row : table.rows) unread.insert(unread.end(), row.unread.begin(), row.unread.end());
    std::sort(unread.begin(), unread.end());
    add_unread(unread);
    note(table.caption, table.form->caption);
    for (const Heading& heading : table.headings) note(heading.label, heading.text);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (!table.columns[i].missing) note(table.columns[i].label, table.form->columns[i].label);
    }
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      if (table.rows[i].found) note(table.rows[i].label, table.form->rows[i].label);
    }
  }

  /// The numbers that nothing claims, line by line.
  void add_unread(const std::vector<Span>& numbers) {
    for (std::size_t i = 0; i < numbers.size();) {
      const std::uint32_t line = line_of(numbers[i].begin);
      std::string figures;
      for (; i < numbers.size() && line_of(numbers[i].begin) == line; ++i) figures += " " + slice(numbers[i]);
      add_line(fmt::format(fmt::runtime(say("  {} 第 {} 行：{}", "  {} line {}:{}")), use(Mark::unread), line,
                           options_.language == Language::zh ? figures.substr(1) : figures));
    }
  }

  void add_lacking(const std::vector<const Table*>& tables) {
    out_ += fmt::format("\n{}\n", say("没有读到的表：", "Tables that were not found:"));
    for (const Table* table : tables) {
      out_ += "  " + name_of(*table);
      if (!table->unread.empty()) {
        out_ += '\n';
        add_unread(table->unread);
        continue;
      }
      if (table->headed) {
        out_ += fmt::format(fmt::runtime(say("（第 {} 行处只有标题或者表头）", " (line {}: caption or header only)")),
                            lines_of({table->span.begin, table->span.begin}));
      }
      out_ += '\n';
    }
  }

  void add_legend() {
    std::string legend;
    for (std::size_t i = 1; i < used_.size(); ++i) {
      if (!used_.at(i)) continue;
      const MarkText& text = text_of(static_cast<Mark>(i));
      legend += fmt::format("  {} {}\n", pad_right(text.sign, 3), text.meaning.in(options_.language));
    }
    if (!legend.empty()) out_ += fmt::format("\n{}\n{}", say("标记：", "Marks:"), legend);
  }

  static constexpr int gap = 1;             ///< cells between columns, besides the one for a mark
  static constexpr int shortest_label = 8;  ///< cells of a row label at least
  static constexpr int good_label = 36;     ///< cells in which most labels can still be told
  static constexpr int widest_text = 12;    ///< cells of a value that is no number

  const Report& report_;
  TableDrawing options_;
  std::array<bool, static_cast<std::size_t>(Mark::count)> used_{};
  std::string out_;
};

}  // namespace

std::string draw_tables(const Report& report, const TableDrawing& drawing) { return Drawing(report, drawing).draw(); }

}  // namespace gialint
