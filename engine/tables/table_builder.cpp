#include "engine/tables/table_builder.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "engine/tables/placing.hpp"

namespace gialint {
namespace {

/// A count is a whole number and not negative; some columns count changes, and money has fractions.
bool is_unfit(Decimal value, ValueKind kind) {
  if (kind == ValueKind::decimal) return value < Decimal(0);
  return !value.is_integer() || (kind == ValueKind::integer && value < Decimal(0));
}

/// Where things stand in one region's tokens.
class TableBuilder {
 public:
  TableBuilder(const std::vector<Token>& tokens, const FormSequence& form, const Alignment& alignment,
               const std::vector<std::uint32_t>& page_breaks)
      : tokens_(tokens), form_(form), alignment_(alignment), page_breaks_(page_breaks) {}

  /// The table; `here` is where it would stand if nothing of it were found: the start of what follows.
  [[nodiscard]] Table build(const TableMatch& match, const RowShape& shape, Span here) const {
    const FormTable& form = form_.edition().tables[match.table];
    Table table;
    table.id = form.id;
    table.form = &form;
    table.edition = &form_.edition();
    table.row_width = shape.untold ? shape.width : 0;
    table.reordered = !match.order.empty();
    for (const FormColumn& column : form.columns) {
      table.columns.emplace_back();
      table.columns.back().id = column.id;
    }
    for (const std::size_t column : shape.missing) table.columns[column].missing = true;
    for (const FormRow& row : form.rows) {
      table.rows.emplace_back();
      table.rows.back().id = row.id;
      table.rows.back().cells.resize(form.columns.size());
    }
    const Span missing = here;
    bool placed = false;
    const std::vector<FormElement>& elements = form_.elements(match.table);
    // What is missing in front of all that was found stands at its start.
    const auto first = std::find_if(match.elements.begin(), match.elements.end(),
                                    [](const ElementMatch& element) { return element.found; });
    if (first != match.elements.end()) here = {span_of(*first).begin, span_of(*first).begin};
    for (std::size_t i = 0; i < elements.size(); ++i) {
      const ElementMatch& found = match.elements[i];
      const FormElement& element = elements[i];
      const Label label = make_label(found, here);
      const bool header = element.kind == FormElement::Kind::header;
      if (element.kind == FormElement::Kind::caption) {
        table.caption = label;
      } else if (element.column != FormElement::none) {
        table.columns[element.column].label = label;
      } else if (element.row != FormElement::none) {
        fill_row(table.rows[element.row], found, label, shape, form, here);
      } else {
        table.headings.push_back({!header, element.wordings.front().text, label});
      }
      if (!found.found) continue;
      const Span span = span_of(found);
      table.span = placed ? hull(table.span, span) : span;
      placed = true;
      here = {span.end, span.end};
    }
    if (!placed) table.span = missing;
    table.headed = table.caption.found || mostly_headed(table);
    // A row without a label shows itself by its figures alone: under a header it is there, and nothing is in it.
    for (std::size_t row = 0; table.headed && row < table.rows.size(); ++row) {
      if (!form.rows[row].label.empty() || table.rows[row].found) continue;
      table.rows[row].found = true;
      for (Cell& cell : table.rows[row].cells) cell.state = CellState::blank;
    }
    table.found = std::any_of(elements.begin(), elements.end(), [&](const FormElement& element) {
      const ElementMatch& row = match.elements[static_cast<std::size_t>(&element - elements.data())];
      return element.kind == FormElement::Kind::row &&
             (table.headed ? table.rows[element.row].found : !row.values.empty());
    });
    add_extra_columns(table, match, shape);
    find_lost(table, match, elements);
    return table;
  }

  /// Numbers with words in front of them that belong to no row, and as many as fill most of one: rows that the form
  /// does not have. They go to the table whose span holds them, or which ends right in front of them.
  void add_extra_rows(std::vector<Table>& tables) const {
    const std::vector<std::size_t>& skipped = alignment_.skipped;
    const auto is_label = [&](std::size_t i) { return tokens_[skipped[i]].kind == Token::Kind::label; };
    const auto continues = [&](std::size_t i) {  // nothing but blanks stands between it and the one before
      for (std::size_t token = skipped[i - 1] + 1; token < skipped[i]; ++token) {
        if (tokens_[token].kind != Token::Kind::blank) return false;
      }
      return true;
    };
    for (std::size_t i = 0; i < skipped.size();) {
      std::size_t label = i;
      while (label < skipped.size() && is_label(label) && (label == i || continues(label))) {
        ++label;
      }
      ExtraRow extra;
      std::size_t next = label;
      while (next < skipped.size() && next > i && !is_label(next) && continues(next)) {
        extra.values.push_back(tokens_[skipped[next++]].span);
      }
      // Behind pieces of the form's own labels, figures are those of a row that was not put together.
      const auto is_own = [&](std::size_t token) { return form_.is_piece(tokens_[token].folded); };
      const auto first = skipped.begin() + static_cast<std::ptrdiff_t>(i);
      const auto last = skipped.begin() + static_cast<std::ptrdiff_t>(label);
      if (!extra.values.empty() && !std::all_of(first, last, is_own)) {
        // A label in more pieces is a label only directly behind a row: elsewhere words before it may be others'.
        const std::size_t pieces = label - i;
        for (Table& table : tables) {
          if (2 * extra.values.size() <= table.columns.size()) continue;
          const bool behind = table.found && follows(table, skipped[i], skipped[next - 1], extra.values.size());
          if (!behind && !(table.found && table.span.contains(tokens_[skipped[label - 1]].span))) continue;
          extra.label = tokens_[skipped[label - 1]].span;
          if (pieces <= most_label_pieces) extra.label = hull(tokens_[skipped[i]].span, extra.label);
          table.extra_rows.push_back(std::move(extra));
          break;
        }
      }
      i = std::max(next, i + 1);
    }
  }

 private:
  static constexpr std::size_t most_label_pieces = 3;
  static constexpr std::size_t fewest_downwards = 3;  // pieces of a label that is printed letter below letter

  /// Whether tokens first … last stand directly behind the table's last row, with as many values, and nothing of a
  /// sentence behind them on their line.
  [[nodiscard]] bool follows(const Table& table, std::size_t first, std::size_t last, std::size_t values) const {
    std::size_t before = first;
    while (before > 0 && tokens_[before - 1].kind == Token::Kind::blank) --before;
    const std::size_t after = last + 1;
    const bool ends_line = after >= tokens_.size() || tokens_[after].line != tokens_[last].line ||
                           tokens_[after].kind == Token::Kind::blank || form_.is_label(tokens_[after].folded);
    return before > 0 && tokens_[before - 1].span.end == table.span.end && ends_line && values == table.columns.size();
  }

  static bool mostly_headed(const Table& table) {
    std::size_t found = 0;
    std::size_t all = 0;
    for (const Column& column : table.columns) {
      ++all;
      found += column.label.found ? 1 : 0;
    }
    for (const Heading& heading : table.headings) {
      all += heading.group ? 0 : 1;
      found += !heading.group && heading.label.found ? 1 : 0;
    }
    return 2 * found > all;
  }

  [[nodiscard]] Span span_of(const ElementMatch& match) const {
    std::optional<Span> span;
    for (const std::vector<std::size_t>* part : {&match.label, &match.values}) {
      for (const std::size_t token : *part) {
        if (token != no_token) span = span ? hull(*span, tokens_[token].span) : tokens_[token].span;
      }
    }
    return span.value_or(Span{});
  }

  [[nodiscard]] Label make_label(const ElementMatch& match, Span here) const {
    Label label;
    label.span = here;
    if (!match.found || match.label.empty()) return label;
    label.found = true;
    label.span = tokens_[match.label.front()].span;
    for (const std::size_t token : match.label) {
      label.span = hull(label.span, tokens_[token].span);
      label.text += tokens_[token].text;
      label.pieces.push_back(tokens_[token].span);
    }
    label.match = match.wording == nullptr || match.distance > 0 ? WordingMatch::altered : match.wording->match;
    if (match.wording != nullptr) label.wording = match.wording->text;
    return label;
  }

  void fill_row(Row& row, const ElementMatch& match, const Label& label, const RowShape& shape, const FormTable& form,
                Span here) const {
    row.label = label;
    row.span = here;
    row.found = match.found;
    row.ambiguous = match.ambiguous;
    if (match.found) row.span = span_of(match);
    for (Cell& cell : row.cells) cell.span = cell.unit = {row.span.end, row.span.end};
    if (!row.found) return;
    if (match.values.empty()) {
      // Its label alone: the row is there, and nothing is in it.
      for (const std::size_t column : shape.columns) {
        if (column != RowShape::extra) row.cells[column].state = CellState::blank;
      }
    }
    for (Cell& cell : row.cells) {
      if (row.ambiguous) cell.certainty = Certainty::ambiguous;
    }
    // Where an empty place stands that no token shows: behind the last piece of the label in front of the values.
    const auto first =
        std::find_if(match.values.begin(), match.values.end(), [](std::size_t token) { return token != no_token; });
    std::uint32_t end = row.span.begin;
    for (const std::size_t token : match.label) {
      if (first == match.values.end() || token < *first) end = tokens_[token].span.end;
    }
    for (std::size_t i = 0; i < match.values.size() && i < shape.columns.size(); ++i) {
      if (shape.columns[i] == RowShape::extra) continue;
      Cell& cell = row.cells[shape.columns[i]];
      if (match.values[i] == no_token) {
        cell.state = CellState::blank;
        cell.span = cell.unit = {end, end};
        continue;
      }
      const Token& token = tokens_[match.values[i]];
      cell.span = token.span;
      cell.rest = token.rest;
      cell.unit = token.unit;
      end = token.span.end;
      if (token.kind == Token::Kind::value) {
        cell.state = token.state;
        cell.value = token.value;
        cell.readable = token.readable;
        const ValueKind kind = form.columns[shape.columns[i]].value_kind;
        cell.unfit = cell.has_value() && is_unfit(cell.value, kind);
        cell.pointed = token.pointed && kind != ValueKind::decimal && cell.value.is_integer();
      } else {
        cell.state = token.kind == Token::Kind::blank ? CellState::blank : CellState::text;
      }
    }
  }

  void add_extra_columns(Table& table, const TableMatch& match, const RowShape& shape) const {
    for (std::size_t i = 0; i < shape.columns.size(); ++i) {
      if (shape.columns[i] != RowShape::extra) continue;
      ExtraColumn extra;
      for (const ElementMatch& row : match.elements) {
        if (i < row.values.size() && row.values[i] != no_token) extra.values.push_back(tokens_[row.values[i]].span);
      }
      if (extra.values.empty()) continue;
      const Span first = extra.values.front();
      extra.label = shape.extra_label ? tokens_[*shape.extra_label].span : Span{first.begin, first.begin};
      table.extra_columns.push_back(std::move(extra));
    }
  }

  /// A label is lost when it is the only one of its kind that is not there. Layouts leave labels out too, but not one.
  void find_lost(Table& table, const TableMatch& match, const std::vector<FormElement>& elements) const {
    if (!table.found) return;
    std::vector<Label*> columns;
    std::vector<Label*> groups;
    std::vector<Label*> rows;
    for (Column& column : table.columns) {
      if (!column.missing) columns.push_back(&column.label);
    }
    std::vector<Label*> header = columns;
    for (Heading& heading : table.headings) {
      if (!heading.group) header.push_back(&heading.label);
    }
    // A page break swallows a label that runs down beside its rows.
    const bool downwards = std::any_of(table.headings.begin(), table.headings.end(), [](const Heading& each) {
      return each.group && each.label.pieces.size() >= fewest_downwards;
    });
    std::size_t heading = 0;
    for (const FormElement& element : elements) {
      if (element.kind == FormElement::Kind::header && element.column == FormElement::none) ++heading;
      if (element.kind == FormElement::Kind::group) {
        Label& label = table.headings[heading++].label;
        const bool torn = in_pieces(element, match) || (downwards && runs_over_page(element, elements, table));
        if (label.found || !torn) groups.push_back(&label);
      }
      if (element.row == FormElement::none || element.wordings.empty()) continue;
      if (table.rows[element.row].found) rows.push_back(&table.rows[element.row].label);
    }
    for (std::vector<Label*>* labels : {&columns, &header, &groups}) {
      const auto is_found = [](const Label* label) { return label->found; };
      const auto found = static_cast<std::size_t>(std::count_if(labels->begin(), labels->end(), is_found));
      if (labels->size() < 2 || found + 1 != labels->size()) continue;
      (*std::find_if_not(labels->begin(), labels->end(), is_found))->lost = true;
    }
    // A row stands without its label only when it lost it, unless the layout lost them all.
    const auto unlabelled =
        static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [](const Label* row) { return !row->found; }));
    for (Label* row : rows) row->lost = !row->found && (unlabelled * 2 < rows.size() || table.headed);
  }

  /// Whether a page ends among the group's rows.
  [[nodiscard]] bool runs_over_page(const FormElement& group, const std::vector<FormElement>& elements,
                                    const Table& table) const {
    Span rows;
    for (std::size_t i = static_cast<std::size_t>(&group - elements.data()) + 1; i <= group.last; ++i) {
      if (elements[i].row == FormElement::none || !table.rows[elements[i].row].found) continue;
      const Span row = table.rows[elements[i].row].span;
      rows = rows.empty() ? row : hull(rows, row);
    }
    return std::any_of(page_breaks_.begin(), page_breaks_.end(),
                       [&](std::uint32_t at) { return at > rows.begin && at < rows.end; });
  }

  /// Whether pieces of a group's label are there, passed over or as part of a row's label: a layout broke it up.
  [[nodiscard]] bool in_pieces(const FormElement& group, const TableMatch& match) const {
    const std::vector<FormElement>& elements = form_.elements(match.table);
    if (match.elements[static_cast<std::size_t>(&group - elements.data())].scattered) return true;
    const std::u32string& folded = group.wordings.front().folded;
    const auto is_part = [&](std::size_t token) {
      const Token& word = tokens_[token];
      return word.kind == Token::Kind::label && !word.folded.empty() &&
             folded.find(word.folded) != std::u32string::npos;
    };
    if (std::any_of(alignment_.skipped.begin(), alignment_.skipped.end(), is_part)) return true;
    return std::any_of(match.elements.begin(), match.elements.end(), [&](const ElementMatch& each) {
      return each.wording != nullptr && each.wording->folded.size() > folded.size() &&
             each.wording->folded.find(folded) != std::u32string::npos;
    });
  }

  const std::vector<Token>& tokens_;
  const FormSequence& form_;
  const Alignment& alignment_;
  const std::vector<std::uint32_t>& page_breaks_;
};

/// The caption of one table of several is lost when all the others have theirs.
void find_lost_captions(std::vector<Table>& tables) {
  std::vector<Table*> captioned;
  for (Table& table : tables) {
    if (table.found && !table.form->caption.empty()) captioned.push_back(&table);
  }
  const auto has_caption = [](const Table* table) { return table->caption.found; };
  const auto found = static_cast<std::size_t>(std::count_if(captioned.begin(), captioned.end(), has_caption));
  if (captioned.size() < 2 || found + 1 != captioned.size()) return;
  (*std::find_if_not(captioned.begin(), captioned.end(), has_caption))->caption.lost = true;
}

}  // namespace

std::vector<Table> build_tables(const std::vector<Token>& tokens, const FormSequence& form, const Alignment& alignment,
                                const std::vector<RowShape>& shapes, const std::vector<std::uint32_t>& page_breaks,
                                Span after) {
  const TableBuilder builder(tokens, form, alignment, page_breaks);
  std::vector<Table> tables;
  for (std::size_t i = alignment.tables.size(); i-- > 0;) {
    tables.push_back(builder.build(alignment.tables[i], shapes[i], after));
    after = {tables.back().span.begin, tables.back().span.begin};
  }
  std::reverse(tables.begin(), tables.end());
  builder.add_extra_rows(tables);
  find_lost_captions(tables);
  return tables;
}

}  // namespace gialint
