#include "reporters/html_table.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "engine/text/unicode.hpp"
#include "reporters/html_escape.hpp"

namespace gialint {
namespace {

/// How a value that is no plain number is told apart, without colour.
enum class CellSign : std::uint8_t { blank, absent, ambiguous, unfit, dash, count };

struct SignText {
  std::string_view name;  ///< the class
  Bilingual sign;
  Bilingual meaning;
};

const SignText& text_of(CellSign sign) {
  static const std::array<SignText, static_cast<std::size_t>(CellSign::count)> texts = {{
      {"blank", {"空", "blank"}, {"这一格空着", "nothing stands in the cell"}},
      {"absent", {"缺", "none"}, {"报告没有这一格", "the report has no such cell"}},
      {"ambiguous", {"?", "?"}, {"这一行的数分不清属于哪一列", "the row's figures cannot be told apart"}},
      {"unfit", {"!", "!"}, {"这里不能有的数：负数或者小数", "a figure that cannot stand here"}},
      {"dash", {"", ""}, {"算作 0", "read as 0"}},
  }};
  return texts.at(static_cast<std::size_t>(sign));
}

std::string without_blanks(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint character = code_point_at(text, at);
    if (!is_blank(character.value)) kept.append(text, at, character.length);
    at += character.length;
  }
  return kept;
}

bool is_blank_glyph(const Glyph& glyph) { return is_blank(code_point_at(glyph.text, 0).value); }

class TableDrawing {
 public:
  TableDrawing(const Table& table, HtmlText& text, Language language)
      : table_(table), text_(text), language_(language) {
    label_columns_ = static_cast<std::size_t>(std::max(0, table.form->label_columns));
    for (const FormRow& row : table.form->rows) {
      if (!row.label.empty()) label_columns_ = std::max(label_columns_, row.parents.size() + 1);
    }
  }

  std::string draw() {
    out_ = "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"";
    append_html(out_, name());
    out_ += "\">\n<table>\n<caption>" + place_of(table_.span.begin);
    if (table_.caption.found) {
      write(table_.caption, table_.form->caption);
    } else {
      // A table that the form prints no caption of stands below its section's heading, which says the same.
      const bool silent = table_.form->caption.empty();
      out_ += silent ? "<span class=\"form unseen\">" : "<span class=\"form\">";
      append_html(out_, name());
      out_ += "</span>";
    }
    text_.write_signs(out_, table_.id, {table_.span.begin, table_.span.begin});
    out_ += "</caption>\n";
    write_header();
    write_body();
    out_ += "</table>\n</div>\n";
    write_legend();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string name() const {
    if (!table_.form->caption.empty()) return table_.form->caption;
    const FormSection* section = table_.edition->section(table_.form->section);
    return section != nullptr ? section->title : table_.id;
  }

  [[nodiscard]] std::string place_of(std::uint32_t offset) const {
    return fmt::format(R"(<span class="at" aria-hidden="true">{}</span>)", text_.position(offset));
  }

  /// The form's words where the report has none.
  void write_form(std::string_view words) {
    out_ += "<span class=\"form\">";
    append_html(out_, words);
    out_ += "</span>";
  }

  /// What stands at `span` and is not shown yet: where a file is damaged, two pieces may claim one place.
  void write(Span span) {
    std::vector<Glyph> pieces;
    const std::span<const Glyph> range = text_.within(span);
    const std::size_t first = text_.glyph_at(span.begin);
    for (std::size_t i = 0; i < range.size(); ++i) {
      if (!text_.is_shown(first + i)) pieces.push_back(range[i]);
    }
    text_.write(out_, pieces);
  }

  /// A label as printed. Its pieces may have other labels' between them, so they are found by its words.
  void write(const Label& label, std::string_view form) {
    if (!label.found) {
      write_form(form);
      return;
    }
    const std::span<const Glyph> range = text_.within(label.span);
    const std::size_t first = text_.glyph_at(label.span.begin);
    const std::string words = without_blanks(label.text);
    std::string all;
    for (const Glyph& glyph : range) {
      if (!is_blank_glyph(glyph)) all += glyph.text;
    }
    std::vector<Glyph> pieces;
    std::size_t next = 0;
    for (std::size_t at = 0; all != words && at < words.size();) {
      const std::string_view character = std::string_view(words).substr(at, code_point_at(words, at).length);
      std::size_t i = next;
      while (i < range.size() && (text_.is_shown(first + i) || range[i].text != character)) ++i;
      // What is not to be found is passed over, so that nothing comes twice.
      if (i < range.size()) {
        pieces.push_back(range[i]);
        next = i + 1;
      }
      at += character.size();
    }
    for (std::size_t i = 0; all == words && i < range.size(); ++i) {
      if (!text_.is_shown(first + i)) pieces.push_back(range[i]);
    }
    if (pieces.empty()) write_form(form);
    text_.write(out_, pieces);
  }

  /// One cell of the header and whose label it is; each label is used once.
  void write_header_cell(const std::string& form, int columns, int rows, std::string_view scope) {
    out_ += "<th scope=\"";
    out_ += scope;
    out_ += '"';
    if (columns > 1) out_ += fmt::format(" colspan=\"{}\"", columns);
    if (rows > 1) out_ += fmt::format(" rowspan=\"{}\"", rows);
    const std::size_t column = next_column(form);
    if (column < table_.columns.size() && columns == 1) {
      column_used_[column] = true;
      const Column& model = table_.columns[column];
      if (model.missing) out_ += " class=\"missing\"";
      out_ += '>';
      write(model.label, form);
      text_.write_signs(out_, table_.id + "/header/" + model.id, model.label.span);
    } else {
      out_ += '>';
      write_heading(form, false);
    }
    out_ += "</th>";
  }

  [[nodiscard]] std::size_t next_column(std::string_view form) const {
    std::size_t column = 0;
    while (column < table_.columns.size() && (column_used_.at(column) || table_.form->columns[column].label != form))
      ++column;
    return column;
  }

  void write_heading(const std::string& form, bool group) {
    for (std::size_t i = 0; i < table_.headings.size(); ++i) {
      const Heading& heading = table_.headings[i];
      if (heading_used_.at(i) || heading.group != group || heading.text != form) continue;
      heading_used_[i] = true;
      write(heading.label, form);
      if (heading.label.lost) text_.write_signs(out_, table_.id, heading.label.span);
      return;
    }
    write_form(form);
  }

  void write_header() {
    column_used_.assign(table_.columns.size(), false);
    heading_used_.assign(table_.headings.size(), false);
    out_ += "<thead>\n";
    std::vector<std::vector<FormHeaderCell>> header = table_.form->header;
    if (header.empty()) {
      header.emplace_back();
      if (label_columns_ > 0) header[0].push_back({table_.form->label_column, static_cast<int>(label_columns_), 1});
      for (const FormColumn& column : table_.form->columns) header[0].push_back({column.label, 1, 1});
    }
    for (std::size_t level = 0; level < header.size(); ++level) {
      out_ += "<tr>";
      for (const FormHeaderCell& cell : header[level])
        write_header_cell(cell.text, cell.columns, cell.rows, cell.columns > 1 ? "colgroup" : "col");
      if (level == 0) {
        for (const ExtraColumn& extra : table_.extra_columns) {
          out_ += fmt::format(R"(<th scope="col" class="extra" rowspan="{}">)", header.size());
          write(extra.label);
          out_ += "</th>";
        }
      }
      out_ += "</tr>\n";
    }
    out_ += "</thead>\n";
  }

  void write_body() {
    out_ += "<tbody>\n";
    std::size_t next_extra = 0;
    const auto write_extra_rows = [&](std::optional<std::uint32_t> before) {
      for (; next_extra < table_.extra_rows.size(); ++next_extra) {
        const ExtraRow& extra = table_.extra_rows[next_extra];
        if (before && extra.label.begin >= *before) break;
        write_extra(extra);
      }
    };
    const std::vector<FormRow>& form = table_.form->rows;
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      const Row& row = table_.rows[i];
      if (row.found && !is_inside_group(i)) write_extra_rows(row.span.begin);
      out_ += row.found ? "<tr>" : "<tr class=\"missing\">";
      for (std::size_t level = 0; level < form[i].parents.size(); ++level) {
        if (i > 0 && shares_group(i - 1, i, level)) continue;
        std::size_t end = i + 1;
        while (end < form.size() && shares_group(i, end, level)) ++end;
        out_ += end - i > 1 ? fmt::format(R"(<th scope="rowgroup" rowspan="{}">)", end - i)
                            : std::string("<th scope=\"row\">");
        write_heading(form[i].parents[level], true);
        out_ += "</th>";
      }
      write_row(row, form[i], row_end(i));
      out_ += "</tr>\n";
    }
    write_extra_rows(std::nullopt);
    out_ += "</tbody>\n";
  }

  /// Up to where what the report prints between this row and the next belongs to this one.
  [[nodiscard]] std::uint32_t row_end(std::size_t row) const {
    for (std::size_t next = row + 1; next < table_.rows.size(); ++next) {
      if (table_.rows[next].found) return table_.rows[next].span.begin;
    }
    return table_.span.end;
  }

  void write_row(const Row& row, const FormRow& form, std::uint32_t end) {
    const std::string path = table_.id + "/" + row.id;
    if (label_columns_ > 0) {
      const std::size_t columns = label_columns_ - std::min(label_columns_, form.parents.size());
      out_ += "<th scope=\"row\"";
      if (columns > 1) out_ += fmt::format(" colspan=\"{}\"", columns);
      out_ += '>';
      if (row.found) out_ += place_of(row.span.begin);
      write(row.label, form.label);
      if (!row.found) out_ += fmt::format(R"( <span class="st">{}</span>)", sign(CellSign::absent));
      text_.write_signs(out_, path, {row.span.begin, row.span.begin});
      out_ += "</th>";
    }
    for (std::size_t i = 0; i < row.cells.size(); ++i) write_cell(row, row.cells[i], path + "/" + table_.columns[i].id);
    for (const ExtraColumn& extra : table_.extra_columns) {
      out_ += "<td class=\"extra\">";
      for (const Span value : extra.values) {
        if (row.found && row.span.begin <= value.begin && value.begin < end) write(value);
      }
      out_ += "</td>";
    }
  }

  void write_cell(const Row& row, const Cell& cell, const std::string& path) {
    std::optional<CellSign> state;
    if (cell.state == CellState::blank) state = CellSign::blank;
    if (cell.state == CellState::absent) state = CellSign::absent;
    if (cell.state == CellState::dash) state = CellSign::dash;
    if (cell.unfit) state = CellSign::unfit;
    if (cell.certainty == Certainty::ambiguous && cell.state != CellState::absent) state = CellSign::ambiguous;
    out_ += "<td";
    if (state) out_ += fmt::format(" class=\"{}\"", text_of(*state).name);
    if (!state && cell.state == CellState::text) out_ += " class=\"text\"";
    if (cell.state != CellState::absent && row.found) {
      out_ += fmt::format(" title=\"{}", text_.position(cell.span.begin));
      if (state) out_ += fmt::format(" {}", text_of(*state).meaning.in(language_));
      out_ += '"';
    }
    out_ += '>';
    const Span whole = cell.unit.empty() ? cell.span : hull(cell.span, cell.unit);
    write(whole);
    if (state && row.found && *state != CellSign::dash)
      out_ += fmt::format(R"(<span class="st">{}</span>)", sign(*state));
    text_.write_signs(out_, path, {cell.span.begin, cell.span.begin});
    out_ += "</td>";
  }

  std::string_view sign(CellSign one) {
    used_.at(static_cast<std::size_t>(one)) = true;
    return text_of(one).sign.in(language_);
  }

  void write_extra(const ExtraRow& extra) {
    out_ += "<tr class=\"extra\">";
    if (label_columns_ > 0) {
      out_ += fmt::format(R"(<th scope="row" colspan="{}">{})", label_columns_, place_of(extra.label.begin));
      write(extra.label);
      out_ += "</th>";
    }
    const std::size_t columns = table_.columns.size() + table_.extra_columns.size();
    for (std::size_t i = 0; i < columns; ++i) {
      out_ += "<td>";
      // More values than columns stand in the last.
      const std::size_t end =
          i + 1 == columns ? std::max(extra.values.size(), i) : std::min(i + 1, extra.values.size());
      for (std::size_t k = i; k < end; ++k) {
        if (k > i) out_ += ' ';
        write(extra.values[k]);
      }
      out_ += "</td>";
    }
    out_ += "</tr>\n";
  }

  [[nodiscard]] bool shares_group(std::size_t a, std::size_t b, std::size_t level) const {
    const std::vector<std::string>& first = table_.form->rows[a].parents;
    const std::vector<std::string>& second = table_.form->rows[b].parents;
    if (first.size() <= level || second.size() <= level) return false;
    return std::equal(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(level) + 1, second.begin());
  }
  /// Whether a group's cell reaches over the row from above: no row of the whole width can stand before it.
  [[nodiscard]] bool is_inside_group(std::size_t row) const { return row > 0 && shares_group(row - 1, row, 0); }

  void write_legend() {
    std::string legend;
    for (std::size_t i = 0; i < used_.size(); ++i) {
      const SignText& text = text_of(static_cast<CellSign>(i));
      if (used_.at(i))
        legend += fmt::format(R"(<span><span class="st">{}</span> {}</span> )", text.sign.in(language_),
                              text.meaning.in(language_));
    }
    if (!legend.empty()) out_ += "<p class=\"legend\">" + legend + "</p>\n";
  }

  const Table& table_;
  HtmlText& text_;
  Language language_;
  std::size_t label_columns_ = 0;
  std::vector<bool> column_used_;
  std::vector<bool> heading_used_;
  std::array<bool, static_cast<std::size_t>(CellSign::count)> used_{};
  std::string out_;
};

}  // namespace

std::string html_table(const Table& table, HtmlText& text, Language language) {
  return TableDrawing(table, text, language).draw();
}

std::string html_grid(const Grid& grid, std::uint32_t block, HtmlText& text, Language language) {
  std::string out = fmt::format(R"(<div class="scroll" role="group" tabindex="0" aria-label="{}">)",
                                language == Language::zh ? "其他表格" : "other table");
  out += "\n<table class=\"other\">\n<tbody>\n";
  for (const GridRow& row : grid.rows) {
    out += "<tr>";
    for (const GridCell& cell : row.cells) {
      out += "<td";
      if (cell.column_span > 1) out += fmt::format(" colspan=\"{}\"", std::min(cell.column_span, 1000U));
      if (cell.row_span > 1) out += fmt::format(" rowspan=\"{}\"", std::min(cell.row_span, 65534U));
      out += fmt::format(" title=\"{}\">", text.position(cell.span.begin));
      text.write(out, glyphs_of(cell.text, block));
      out += "</td>";
    }
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n</div>\n";
}

}  // namespace gialint
