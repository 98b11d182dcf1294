#include "tests/generator/printed.hpp"

#include <algorithm>
#include <utility>

namespace gialint::generator {
namespace {

class TablePrinter {
 public:
  TablePrinter(PrintedReport& report, const Figures& figures, std::size_t table, const Style& style, Random random)
      : report_(report), figures_(figures), form_(figures.edition->tables[table]), style_(style), random_(random) {
    table_.form = &form_;
    table_.index = table;
    table_.label_width = form_.label_columns > 0      ? static_cast<std::size_t>(form_.label_columns)
                         : form_.label_column.empty() ? 0
                                                      : 1;
    table_.width = table_.label_width + form_.columns.size();
  }

  /// `width` is that of the widest table of the section: they are printed as one.
  PrintedTable print(std::size_t width) {
    table_.width = std::max(table_.width, width);
    if (!form_.caption.empty()) {
      PrintedRow row;
      row.cells.push_back(cell(Part::caption, form_.caption, 0, table_.width));
      table_.rows.push_back(std::move(row));
    }
    if (form_.header.empty()) {
      print_plain_header();
    } else {
      print_header();
    }
    for (std::size_t row = 0; row < form_.rows.size(); ++row) print_row(row);
    return std::move(table_);
  }

 private:
  PrintedCell cell(Part part, std::string_view text, std::size_t column, std::size_t columns) {
    PrintedCell made;
    made.part = part;
    made.text = worded(style_, text,
                       part == Part::caption || part == Part::header ? style_.half_width_captions : style_.half_width);
    made.column = column;
    made.columns = columns;
    made.id = report_.next_id();
    return made;
  }

  std::string wording(const std::string& label, const std::vector<std::string>& accepted) {
    return style_.accepted_wordings && !accepted.empty() ? random_.pick(accepted) : label;
  }

  void print_plain_header() {
    PrintedRow row;
    if (table_.label_width > 0) row.cells.push_back(cell(Part::note, form_.label_column, 0, table_.label_width));
    for (std::size_t column = 0; column < form_.columns.size(); ++column) {
      const FormColumn& form = form_.columns[column];
      row.cells.push_back(
          cell(Part::header, wording(form.label, form.accepted), table_.label_width + column, columns_of(column)));
      row.cells.back().form_column = column;
    }
    table_.rows.push_back(std::move(row));
  }

  /// The last column of a narrow block reaches to the edge of the widest.
  [[nodiscard]] std::size_t columns_of(std::size_t column) const {
    return column + 1 == form_.columns.size() ? table_.width - table_.label_width - column : 1;
  }

  void print_header() {
    // As HTML places cells: each at the first place that no cell from above covers.
    std::vector<std::size_t> covered(table_.width, 0);
    const std::size_t height = form_.header.size();
    for (std::size_t at = 0; at < height; ++at) {
      PrintedRow row;
      std::size_t column = 0;
      for (const FormHeaderCell& form : form_.header[at]) {
        while (column < table_.width && covered[column] > at) ++column;
        const auto columns = static_cast<std::size_t>(form.columns);
        PrintedCell made = cell(column < table_.label_width ? Part::note : Part::header, form.text, column, columns);
        made.rows = static_cast<std::size_t>(form.rows);
        if (made.part == Part::header && columns == 1 && at + made.rows == height) {
          made.form_column = column - table_.label_width;
          const FormColumn& header = form_.columns[made.form_column];
          made.text = worded(style_, wording(header.label, header.accepted), style_.half_width_captions);
        }
        for (std::size_t i = column; i < column + columns; ++i) covered[i] = at + made.rows;
        column += columns;
        row.cells.push_back(std::move(made));
      }
      table_.rows.push_back(std::move(row));
    }
    if (style_.total_spans_header) hoist_last_column(height);
  }

  /// The header of the last column over all of the header's rows, as many reports have it.
  void hoist_last_column(std::size_t height) {
    const std::size_t first = table_.rows.size() - height;
    for (std::size_t i = first + 1; i < table_.rows.size(); ++i) {
      std::vector<PrintedCell>& cells = table_.rows[i].cells;
      std::vector<PrintedCell>& top = table_.rows[first].cells;
      if (cells.empty() || cells.back().column + 1 != table_.width || cells.back().rows < 2 || top.back().columns < 2) {
        continue;
      }
      --top.back().columns;
      cells.back().rows = height;
      top.push_back(std::move(cells.back()));
      cells.pop_back();
      return;
    }
  }

  void print_row(std::size_t index) {
    const FormRow& form = form_.rows[index];
    PrintedRow row;
    row.form_row = index;
    for (std::size_t depth = 0; depth < form.parents.size(); ++depth) {
      if (index > 0 && same_parents(form_.rows[index - 1], form, depth)) continue;
      PrintedCell group = cell(Part::group, form.parents[depth], depth, 1);
      std::size_t end = index;
      while (end < form_.rows.size() && same_parents(form_.rows[end], form, depth)) ++end;
      group.rows = end - index;
      row.cells.push_back(std::move(group));
    }
    if (table_.label_width > 0) {
      const std::size_t depth = std::min(form.parents.size(), table_.label_width - 1);
      row.cells.push_back(cell(Part::label, wording(form.label, form.accepted), depth, table_.label_width - depth));
      row.cells.back().form_row = index;
    }
    for (std::size_t column = 0; column < form_.columns.size(); ++column) {
      row.cells.push_back(value(index, column));
    }
    table_.rows.push_back(std::move(row));
  }

  static bool same_parents(const FormRow& a, const FormRow& b, std::size_t depth) {
    return a.parents.size() > depth && b.parents.size() > depth &&
           std::equal(a.parents.begin(), a.parents.begin() + static_cast<std::ptrdiff_t>(depth) + 1, b.parents.begin());
  }

  PrintedCell value(std::size_t row, std::size_t column) {
    const Decimal figure = figures_.cells[table_.index][row][column];
    PrintedCell made = cell(Part::value, "", table_.label_width + column, columns_of(column));
    made.form_row = row;
    made.form_column = column;
    made.value = figure;
    const bool is_signed = form_.columns[column].value_kind == ValueKind::signed_integer;
    made.text = printed_number(style_, figure, is_signed);
    if (figure.is_zero() && style_.blank_zeros) {
      made.text.clear();
      made.state = CellState::blank;
    } else if (figure.is_zero() && !style_.placeholder.empty() && random_.chance(style_.placeholder_share)) {
      made.text = style_.placeholder;
      made.state = CellState::dash;
    }
    return made;
  }

  PrintedReport& report_;
  const Figures& figures_;
  const FormTable& form_;
  const Style& style_;
  Random random_;
  PrintedTable table_;
};

}  // namespace

std::vector<PrintedTable> print_tables(PrintedReport& report, const FormSection& section, const Figures& figures,
                                       const Style& style, Random random) {
  std::vector<std::size_t> indices;
  std::size_t width = 0;
  for (std::size_t i = 0; i < figures.edition->tables.size(); ++i) {
    const FormTable& form = figures.edition->tables[i];
    if (form.section != section.id) continue;
    indices.push_back(i);
    width = std::max(width, form.columns.size() + (form.label_column.empty() ? 0 : 1));
  }
  std::vector<PrintedTable> tables;
  for (const std::size_t index : indices) {
    tables.push_back(TablePrinter(report, figures, index, style, random.fork(index)).print(width));
  }
  return tables;
}

std::vector<std::vector<GridPlace>> grid_places(const PrintedTable& table) {
  std::vector<std::vector<GridPlace>> grid(table.rows.size(), std::vector<GridPlace>(table.width));
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    for (const PrintedCell& cell : table.rows[row].cells) {
      for (std::size_t down = 0; down < cell.rows && row + down < grid.size(); ++down) {
        for (std::size_t across = 0; across < cell.columns && cell.column + across < table.width; ++across) {
          grid[row + down][cell.column + across] = {&cell, down == 0 && across == 0, down > 0};
        }
      }
    }
  }
  return grid;
}

}  // namespace gialint::generator
