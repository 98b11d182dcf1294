#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "engine/tables/accounting.hpp"
#include "engine/tables/alignment.hpp"
#include "engine/tables/broken_figures.hpp"
#include "engine/tables/column_runs.hpp"
#include "engine/tables/form_sequence.hpp"
#include "engine/tables/furniture.hpp"
#include "engine/tables/placing.hpp"
#include "engine/tables/row_shape.hpp"
#include "engine/tables/table.hpp"
#include "engine/tables/table_builder.hpp"
#include "engine/tables/tokens.hpp"
#include "engine/text/normalize.hpp"

namespace gialint {
namespace {

// An alignment this cheap (in AlignmentCosts) is right whatever other editions would cost: their headers and rows
// differ by more.
constexpr std::uint32_t surely_right = 1500;
// Another edition must be cheaper by this: damage to a table of the right form does not make it one of another form.
constexpr std::uint32_t surely_other = 800;

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

Span span_of(const Block& block) {
  return std::visit([](const auto& each) { return each.span; }, block);
}

/// Each section's tables are looked for under its heading; the tables of a section whose heading is missing, under the
/// nearest heading before it, or in front of the first.
std::vector<Region> find_regions(const Outline& outline, const Edition& edition) {
  std::vector<Region> regions;
  const auto start_of = [&](std::size_t block) {
    const Span span = span_of(outline.blocks[std::min(block, outline.blocks.size() - 1)]);
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

/// What one part of the report holds of one form.
struct RegionReading {
  std::vector<Table> tables;
  TableRegion account;
  std::uint32_t cost = 0;
};

RegionReading read_region(const FormSequence& form, const Outline& outline, const Region& region,
                          const std::vector<std::size_t>& page_furniture, const AlignmentCosts& costs) {
  RegionReading reading;
  if (region.tables.empty()) return reading;
  TokenList list = read_tokens(outline.blocks, region.begin, region.end, page_furniture, form);
  std::vector<Token>& tokens = list.tokens;
  std::vector<TableRequest> requests;
  for (const std::size_t table : region.tables) requests.push_back({table, 0});
  join_column_runs(tokens, form, requests, costs);
  const auto aligned = [&] {
    Alignment alignment = align(tokens, form, requests, costs);
    if (join_broken_figures(tokens, alignment, form)) alignment = align(tokens, form, requests, costs);
    for (TableMatch& match : alignment.tables) place_short_rows(match, form, alignment.skipped, tokens);
    return alignment;
  };
  Alignment alignment = aligned();
  // Columns that are missing or too many show in the number of values of most rows.
  bool other_widths = false;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    const std::size_t columns = form.edition().tables[requests[i].table].columns.size();
    const std::size_t width = usual_width(alignment, i, form, tokens);
    if (width == columns) continue;
    requests[i].width = width;
    other_widths = true;
  }
  if (other_widths) {
    // Aligning may join tokens, and an alignment names its own by their places.
    std::vector<Token> before = tokens;
    Alignment wider = aligned();
    if (wider.cost < alignment.cost) {
      alignment = std::move(wider);
    } else {
      tokens = std::move(before);
    }
  }
  reading.cost = alignment.cost;
  std::vector<RowShape> shapes;
  for (TableMatch& match : alignment.tables) {
    shapes.push_back(row_shape(match, alignment, form, tokens));
    if (!shapes.back().untold) continue;
    for (ElementMatch& element : match.elements) element.ambiguous = element.ambiguous || !element.values.empty();
  }
  std::vector<Span> furniture;
  std::vector<std::uint32_t> page_breaks;
  for (const std::size_t block : page_furniture) {
    if (block < region.begin || block >= region.end) continue;
    furniture.push_back(span_of(outline.blocks[block]));
    page_breaks.push_back(furniture.back().begin);
  }
  for (std::size_t block = region.begin; block < region.end; ++block) {
    const auto* text = std::get_if<TextBlock>(&outline.blocks[block]);
    if (text != nullptr && text->new_page) page_breaks.push_back(text->span.begin);
  }
  reading.tables = build_tables(tokens, form, alignment, shapes, page_breaks, region.after);
  reading.account = settle_numbers(reading.tables, tokens, list.repeated, furniture);
  return reading;
}

/// What a reading costs beside another: a table that neither of them found says nothing about the form.
std::uint32_t cost_beside(const RegionReading& reading, const RegionReading& other, const AlignmentCosts& costs) {
  const auto absent = [](const Table& table) { return !table.found && !table.headed; };
  const auto in_neither = std::count_if(reading.tables.begin(), reading.tables.end(), [&](const Table& table) {
    return absent(table) && std::none_of(other.tables.begin(), other.tables.end(),
                                         [&](const Table& each) { return each.id == table.id && !absent(each); });
  });
  return reading.cost - std::min(reading.cost, static_cast<std::uint32_t>(in_neither) * costs.missing_table);
}

bool is_headed(const Column& column) { return column.label.found && column.label.match != WordingMatch::altered; }

/// Whether a table stands under none of the form's headers: they may be another form's.
bool is_headless(const Table& table) {
  return table.found && table.columns.size() > 1 && std::none_of(table.columns.begin(), table.columns.end(), is_headed);
}

/// A single table may be on another form than its neighbours: one that stands under all headers of its own on `other`,
/// and under none of them in `reading`. `other` reads the same part of the report.
void take_tables_on_other_form(RegionReading& reading, RegionReading& other) {
  for (Table& table : reading.tables) {
    const auto same =
        std::find_if(other.tables.begin(), other.tables.end(), [&](const Table& each) { return each.id == table.id; });
    if (same == other.tables.end() || !same->found || same->unreadable != Unreadable::no) continue;
    if (!is_headless(table) || !std::all_of(same->columns.begin(), same->columns.end(), is_headed)) continue;
    table = std::move(*same);
  }
}

/// Under a heading with a picture and nothing of any table, the picture is of the tables.
void mark_pictures(std::vector<Table>& tables, Span heading) {
  const auto absent = [](const Table& table) { return !table.found && !table.headed && table.unread.empty(); };
  if (!std::all_of(tables.begin(), tables.end(), absent)) return;
  for (Table& table : tables) {
    table.unreadable = Unreadable::picture;
    table.span = heading;
  }
}

/// Whether the other form prints the same table.
bool prints_alike(const FormSequence& form, std::size_t table, const FormSequence& other) {
  const std::string& id = form.edition().tables[table].id;
  if (other.edition().table(id) == nullptr) return false;
  const std::vector<FormElement>& a = form.elements(table);
  const std::vector<FormElement>& b = other.elements(table_index(other.edition(), id));
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const FormElement& x, const FormElement& y) {
    return x.kind == y.kind && x.wordings.empty() == y.wordings.empty() &&
           (x.wordings.empty() || x.wordings.front().folded == y.wordings.front().folded);
  });
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

std::string_view reason_name(Unreadable reason) {
  switch (reason) {
    case Unreadable::no:
      return "no";
    case Unreadable::numbers:
      return "numbers";
    case Unreadable::rows:
      return "rows";
    case Unreadable::order:
      return "order";
    case Unreadable::bare:
      return "bare";
    case Unreadable::picture:
      break;
  }
  return "picture";
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

TableReader::TableReader(const std::vector<Edition>& editions, const AlignmentCosts& costs) : costs_(costs) {
  for (const Edition& edition : editions) forms_.emplace_back(edition);
  std::stable_sort(forms_.begin(), forms_.end(), [](const FormSequence& a, const FormSequence& b) {
    return a.edition().first_report_year > b.edition().first_report_year;
  });
  for (FormSequence& form : forms_) {
    for (const FormSequence& other : forms_) {
      if (&other != &form) form.know_labels_of(other);
    }
  }
  for (const FormSequence& form : forms_) {
    decisive_.emplace_back();
    for (std::size_t table = 0; table < form.edition().tables.size(); ++table) {
      decisive_.back().push_back(std::any_of(forms_.begin(), forms_.end(), [&](const FormSequence& other) {
        return &other != &form && !prints_alike(form, table, other);
      }));
    }
  }
}

TableReader::~TableReader() = default;
TableReader::TableReader(TableReader&&) noexcept = default;
TableReader& TableReader::operator=(TableReader&&) noexcept = default;

Tables TableReader::read(const Outline& outline, std::optional<int> year) const {
  const FormSequence* expected = &forms_.front();
  for (const FormSequence& form : forms_) {
    if (year && form.edition().covers(*year)) expected = &form;
  }
  Tables tables;
  tables.edition = &expected->edition();
  tables.page_furniture = find_page_furniture(outline, expected->edition());
  const std::vector<Region> regions = find_regions(outline, expected->edition());
  std::vector<Table> all;
  std::map<const Edition*, std::size_t> shown;  // tables that show which form was used
  for (std::size_t i = 0; i < regions.size(); ++i) {
    RegionReading best = read_region(*expected, outline, regions[i], tables.page_furniture, costs_);
    if (best.cost > surely_right || std::any_of(best.tables.begin(), best.tables.end(), is_headless)) {
      std::vector<RegionReading> others;
      for (const FormSequence& other : forms_) {
        if (&other == expected) continue;
        RegionReading reading =
            read_region(other, outline, find_regions(outline, other.edition())[i], tables.page_furniture, costs_);
        if (cost_beside(reading, best, costs_) + surely_other < cost_beside(best, reading, costs_))
          std::swap(best, reading);
        others.push_back(std::move(reading));
      }
      for (RegionReading& other : others) take_tables_on_other_form(best, other);
    }
    // Regions are the part in front of all sections, then the sections.
    if (i > 0 && outline.sections[i - 1].before_picture) mark_pictures(best.tables, outline.sections[i - 1].heading);
    for (Table& table : best.tables) {
      const auto own = std::find_if(forms_.begin(), forms_.end(),
                                    [&](const FormSequence& each) { return &each.edition() == table.edition; });
      table.decisive = decisive_[static_cast<std::size_t>(own - forms_.begin())][table_index(*table.edition, table.id)];
      all.push_back(std::move(table));
    }
    if (!best.account.span.empty()) tables.regions.push_back(std::move(best.account));
  }
  settle_order(all, expected->edition());
  for (Table& table : all) {
    if (table.decisive && table.found && table.unreadable == Unreadable::no) ++shown[table.edition];
    (table.unreadable == Unreadable::no ? tables.tables : tables.unreadable).push_back(std::move(table));
  }
  for (const auto& [edition, count] : shown) {
    if (count > shown[tables.edition]) tables.edition = edition;
  }
  const auto section_order = [](const Table& table) { return table.edition->section(table.form->section)->order; };
  for (std::vector<Table>* list : {&tables.tables, &tables.unreadable}) {
    std::stable_sort(list->begin(), list->end(), [&](const Table& a, const Table& b) {
      if (section_order(a) != section_order(b)) return section_order(a) < section_order(b);
      return table_index(*a.edition, a.id) < table_index(*b.edition, b.id);
    });
  }
  return tables;
}

}  // namespace gialint
