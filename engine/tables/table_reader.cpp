#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "engine/tables/alignment.hpp"
#include "engine/tables/form_sequence.hpp"
#include "engine/tables/table.hpp"
#include "engine/tables/tokens.hpp"

namespace gialint {
namespace {

// An alignment this cheap (in AlignmentCosts) is right whatever other editions would cost: their headers and rows
// differ by more.
constexpr std::uint32_t surely_right = 900;

/// A stretch of blocks, and the tables that are looked for in it.
struct Region {
  std::size_t begin = 0;
  std::size_t end = 0;
  Span after;  ///< the start of what follows it: where a table that is missing at its end would stand
  std::vector<std::size_t> tables;
};

std::size_t table_index(const Edition& edition, const std::string& id) {
  const auto found =
      std::find_if(edition.tables.begin(), edition.tables.end(), [&](const FormTable& each) { return each.id == id; });
  return static_cast<std::size_t>(found - edition.tables.begin());
}

/// Each section's tables are looked for under its heading; the tables of a section whose heading is missing, under the
/// nearest heading before it, or in front of the first.
std::vector<Region> find_regions(const Outline& outline, const Edition& edition) {
  std::vector<Region> regions;
  const auto start_of = [&](std::size_t block) {
    const Block& following = outline.blocks[std::min(block, outline.blocks.size() - 1)];
    const Span span = std::visit([](const auto& each) { return each.span; }, following);
    const std::uint32_t at = block < outline.blocks.size() ? span.begin : span.end;
    return Span{at, at};
  };
  if (outline.blocks.empty()) return regions;
  Region front;
  front.end = outline.sections.empty() ? outline.blocks.size() : outline.sections.front().first_block - 1;
  front.begin = std::min<std::size_t>(outline.first_block, front.end);
  front.after = start_of(front.end);
  regions.push_back(front);
  for (const Section& section : outline.sections) {
    Region region;
    region.begin = section.first_block;
    region.end = region.begin + section.block_count;
    region.after = start_of(region.end);
    regions.push_back(region);
  }
  for (const FormSection& form : edition.sections) {
    std::size_t host = 0;
    int host_order = 0;
    for (const Section& section : outline.sections) {
      if (section.order <= form.order && section.order > host_order) {
        host = section.position + 1;
        host_order = section.order;
      }
    }
    for (const std::string& id : form.tables) regions[host].tables.push_back(table_index(edition, id));
  }
  return regions;
}

/// Where things stand in one region's tokens.
class TableBuilder {
 public:
  TableBuilder(const std::vector<Token>& tokens, const FormSequence& form, const Alignment& alignment)
      : tokens_(tokens), form_(form), alignment_(alignment) {}

  /// The table; `here` is where it would stand if nothing of it were found: the start of what follows.
  [[nodiscard]] Table build(const TableMatch& match, Span here) const {
    const FormTable& form = form_.edition().tables[match.table];
    Table table;
    table.id = form.id;
    table.form = &form;
    table.edition = &form_.edition();
    for (const FormColumn& column : form.columns) table.columns.push_back({column.id, {}});
    for (const FormRow& row : form.rows) {
      table.rows.push_back({});
      table.rows.back().id = row.id;
      table.rows.back().cells.resize(form.columns.size());
    }
    const Span missing = here;
    bool placed = false;
    const std::vector<FormElement>& elements = form_.elements(match.table);
    for (std::size_t i = 0; i < elements.size(); ++i) {
      const ElementMatch& found = match.elements[i];
      const FormElement& element = elements[i];
      const Label label = make_label(found, here);
      if (element.kind == FormElement::Kind::caption) table.caption = label;
      if (element.column != FormElement::none) table.columns[element.column].label = label;
      if (element.row != FormElement::none) fill_row(table.rows[element.row], found, label, here);
      if (!found.found) continue;
      const Span span = span_of(found);
      table.span = placed ? hull(table.span, span) : span;
      placed = true;
      here = {span.end, span.end};
    }
    table.found = std::any_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return row.found; });
    if (!placed) table.span = missing;
    return table;
  }

  /// Numbers with words in front of them that belong to no row: rows that the form does not have. They go to the
  /// table whose span holds them.
  void add_extra_rows(std::vector<Table>& tables) const {
    const std::vector<std::size_t>& skipped = alignment_.skipped;
    for (std::size_t i = 0; i < skipped.size();) {
      ExtraRow extra;
      const bool label = tokens_[skipped[i]].kind == Token::Kind::label;
      extra.label = tokens_[skipped[i]].span;
      std::size_t next = i + 1;
      while (label && next < skipped.size() && tokens_[skipped[next]].kind == Token::Kind::value) {
        extra.values.push_back(tokens_[skipped[next]].span);
        ++next;
      }
      if (!extra.values.empty()) {
        for (Table& table : tables) {
          if (table.found && table.span.contains(extra.label)) table.extra_rows.push_back(extra);
        }
      }
      i = next;
    }
  }

 private:
  [[nodiscard]] Span span_of(const ElementMatch& match) const {
    Span span = tokens_[match.label.empty() ? match.values.front() : match.label.front()].span;
    for (const std::size_t token : match.label) span = hull(span, tokens_[token].span);
    for (const std::size_t token : match.values) span = hull(span, tokens_[token].span);
    return span;
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
    }
    label.match = match.wording == nullptr || match.distance > 0 ? WordingMatch::altered : match.wording->match;
    if (match.wording != nullptr) label.wording = match.wording->text;
    return label;
  }

  void fill_row(Row& row, const ElementMatch& match, const Label& label, Span here) const {
    row.label = label;
    row.span = here;
    row.found = match.found && !match.values.empty();
    row.ambiguous = match.ambiguous;
    if (match.found) row.span = span_of(match);
    for (Cell& cell : row.cells) cell.span = {row.span.end, row.span.end};
    if (!row.found) return;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      Cell& cell = row.cells[i];
      if (row.ambiguous) cell.certainty = Certainty::ambiguous;
      if (i >= match.values.size()) continue;
      const Token& token = tokens_[match.values[i]];
      cell.span = token.span;
      cell.state = token.kind == Token::Kind::blank ? CellState::blank : token.state;
      cell.value = token.value;
    }
  }

  const std::vector<Token>& tokens_;
  const FormSequence& form_;
  const Alignment& alignment_;
};

struct Reading {
  Tables tables;
  std::uint32_t cost = 0;
};

Reading read_with(const FormSequence& form, const Outline& outline) {
  Reading reading;
  const Edition& edition = form.edition();
  reading.tables.edition = &edition;
  for (const Region& region : find_regions(outline, edition)) {
    if (region.tables.empty()) continue;
    const std::vector<Token> tokens = read_tokens(outline.blocks, region.begin, region.end, edition.placeholders);
    const Alignment alignment = align(tokens, form, region.tables);
    reading.cost += alignment.cost;
    const TableBuilder builder(tokens, form, alignment);
    std::vector<Table> tables;
    Span here = region.after;
    for (auto match = alignment.tables.rbegin(); match != alignment.tables.rend(); ++match) {
      tables.push_back(builder.build(*match, here));
      here = {tables.back().span.begin, tables.back().span.begin};
    }
    std::reverse(tables.begin(), tables.end());
    builder.add_extra_rows(tables);
    for (Table& table : tables) reading.tables.tables.push_back(std::move(table));
  }
  std::sort(reading.tables.tables.begin(), reading.tables.tables.end(),
            [&](const Table& a, const Table& b) { return table_index(edition, a.id) < table_index(edition, b.id); });
  return reading;
}

}  // namespace

std::string_view state_name(CellState state) {
  switch (state) {
    case CellState::number:
      return "number";
    case CellState::dash:
      return "dash";
    case CellState::blank:
      return "blank";
    case CellState::text:
      return "text";
    case CellState::absent:
      break;
  }
  return "absent";
}

const Row* Table::row(std::string_view id) const {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& each) { return each.id == id; });
  return found == rows.end() ? nullptr : &*found;
}

const Cell* Table::cell(std::string_view row_id, std::string_view column_id) const {
  const Row* const found = row(row_id);
  const auto column =
      std::find_if(columns.begin(), columns.end(), [&](const Column& each) { return each.id == column_id; });
  if (found == nullptr || column == columns.end()) return nullptr;
  return &found->cells[static_cast<std::size_t>(column - columns.begin())];
}

const Table* Tables::table(std::string_view id) const {
  const auto found = std::find_if(tables.begin(), tables.end(), [&](const Table& each) { return each.id == id; });
  return found == tables.end() ? nullptr : &*found;
}

TableReader::TableReader(const std::vector<Edition>& editions) {
  for (const Edition& edition : editions) forms_.emplace_back(edition);
  std::stable_sort(forms_.begin(), forms_.end(), [](const FormSequence& a, const FormSequence& b) {
    return a.edition().first_report_year > b.edition().first_report_year;
  });
}

TableReader::~TableReader() = default;
TableReader::TableReader(TableReader&&) noexcept = default;
TableReader& TableReader::operator=(TableReader&&) noexcept = default;

Tables TableReader::read(const Outline& outline, std::optional<int> year) const {
  const FormSequence* expected = &forms_.front();
  for (const FormSequence& form : forms_) {
    if (year && form.edition().covers(*year)) expected = &form;
  }
  Reading best = read_with(*expected, outline);
  if (best.cost <= surely_right) return std::move(best.tables);
  for (const FormSequence& form : forms_) {
    if (&form == expected) continue;
    Reading other = read_with(form, outline);
    if (other.cost < best.cost) best = std::move(other);
  }
  return std::move(best.tables);
}

}  // namespace gialint
