#include "engine/report/location.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <variant>

#include "engine/text/sentence.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr Sentence title_itself("标题", "title");
constexpr Sentence heading_itself("标题“{}”", "heading '{}'");
constexpr Sentence before_heading("“{}”前", "before '{}'");
constexpr Sentence before_that("{}前", "before {}");
constexpr Sentence end_of_text("文末", "end of the document");
constexpr Sentence paragraph_alone("第{}段", "paragraph {}");
constexpr Sentence paragraph_of("“{}”第{}段", "'{}', paragraph {}");
constexpr Sentence table_alone("第{}个表格", "table {}");
constexpr Sentence table_of_section("表{}", "table of section {}");
constexpr Sentence one_of_tables("{}（第{}个表格）", "{} (its table {})");
constexpr Sentence row_of("{}第{}行", "{}, row {}");
constexpr Sentence column_called("{}“{}”列", "{}, column '{}'");
constexpr Sentence column_number("{}第{}列", "{}, column {}");

// Whether `inner` begins in `outer`; at its end only when it is empty.
bool begins_in(Span outer, Span inner) {
  return outer.begin <= inner.begin && (inner.begin < outer.end || (inner.empty() && inner.begin == outer.end));
}

Span span_of(const Block& block) {
  return std::visit([](const auto& each) { return each.span; }, block);
}

std::string_view numeral_of(const Section& section, const Edition& edition) {
  for (const FormSection& form : edition.sections) {
    if (form.id == section.id) return form.numeral;
  }
  return {};
}

// With the headers above it where another column has the same label.
std::string column_name(const FormTable& form, std::size_t column) {
  const FormColumn& own = form.columns[column];
  const auto same = std::count_if(form.columns.begin(), form.columns.end(),
                                  [&](const FormColumn& other) { return other.label == own.label; });
  return same > 1 && !own.parent.empty() ? own.parent + "/" + own.label : own.label;
}

}  // namespace

Locations::Locations(const Report& report, Language language) : report_(report), language_(language) {
  const std::vector<Block>& blocks = report.outline.blocks;
  const std::vector<Section>& sections = report.outline.sections;
  const LineIndex& lines = report.source->lines();
  places_.resize(blocks.size());
  tables_.resize(sections.size() + 1);
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const std::size_t end = std::min<std::size_t>(sections[i].first_block + sections[i].block_count, blocks.size());
    for (std::size_t block = sections[i].first_block; block < end; ++block) {
      places_[block].section = static_cast<std::uint32_t>(i + 1);
    }
  }
  std::uint32_t section = 0;
  std::uint32_t paragraphs = 0;
  std::uint32_t last_line = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Place& place = places_[i];
    if (place.section != section) paragraphs = 0;
    section = place.section;
    if (std::holds_alternative<Grid>(blocks[i])) {
      place.number = ++tables_[section];
    } else {
      // Line breaks part a paragraph into blocks.
      const std::uint32_t line = lines.line_of(span_of(blocks[i]).begin);
      if (line != last_line || paragraphs == 0) ++paragraphs;
      last_line = line;
      place.number = paragraphs;
    }
  }
}

std::string Locations::of(Span span) const { return place_of(span).in(language_); }

Bilingual Locations::place_of(Span span) const {
  const std::optional<Title>& title = report_.outline.title;
  if (title && begins_in(title->span, span) && !span.empty()) return title_itself;
  for (const Section& section : report_.outline.sections) {
    if (!begins_in(section.line, span)) continue;
    return (span.empty() ? before_heading : heading_itself).with(words(section.heading));
  }
  // The first block that does not end in front of it.
  const std::vector<Block>& blocks = report_.outline.blocks;
  const auto found = std::partition_point(blocks.begin(), blocks.end(), [&](const Block& block) {
    const Span own = span_of(block);
    return own.end < span.begin || (own.end == span.begin && !begins_in(own, span));
  });
  if (found == blocks.end()) return end_of_text;
  const auto block = static_cast<std::size_t>(found - blocks.begin());
  return std::holds_alternative<Grid>(*found) ? in_grid(block, span) : in_text(block, span);
}

Bilingual Locations::in_grid(std::size_t block, Span span) const {
  const Grid& grid = std::get<Grid>(report_.outline.blocks[block]);
  Bilingual table = table_name(block);
  const auto found = std::partition_point(grid.rows.begin(), grid.rows.end(), [&](const GridRow& row) {
    return row.span.end < span.begin || (row.span.end == span.begin && !begins_in(row.span, span));
  });
  if (found == grid.rows.end()) return table;
  Bilingual row = row_of.with(table, found - grid.rows.begin() + 1);
  if (const std::string column = form_column(span); !column.empty()) return column_called.with(row, column);
  if (span.empty() && span.begin <= found->span.begin) return before_that.with(row);
  for (const GridCell& cell : found->cells) {
    if (begins_in(cell.span, span)) return column_number.with(row, cell.column + 1);
  }
  return row;
}

// "表三", "表二（第3个表格）", "第2个表格".
Bilingual Locations::table_name(std::size_t block) const {
  const Place place = places_[block];
  const Section* const section =
      place.section == 0 ? nullptr : &report_.outline.sections[static_cast<std::size_t>(place.section) - 1];
  const std::string_view numeral = section == nullptr ? "" : numeral_of(*section, report_.edition());
  if (numeral.empty()) return table_alone.with(place.number);
  const Bilingual name = table_of_section.with(Bilingual{std::string(numeral), std::to_string(section->order)});
  return tables_[place.section] == 1 ? name : one_of_tables.with(name, place.number);
}

// The form's column that the span is a cell of; empty when it is none.
std::string Locations::form_column(Span span) const {
  for (const Table& table : report_.tables.tables) {
    if (table.form == nullptr || !begins_in(table.span, span)) continue;
    for (const Row& row : table.rows) {
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const Cell& cell = row.cells[i];
        const bool is_its_own = cell.state != CellState::absent && cell.certainty == Certainty::sure;
        if (is_its_own && begins_in(cell.span, span)) return column_name(*table.form, i);
      }
    }
  }
  return {};
}

Bilingual Locations::in_text(std::size_t block, Span span) const {
  const Place place = places_[block];
  Bilingual text = paragraph_alone.with(place.number);
  if (place.section != 0) {
    const Section& section = report_.outline.sections[static_cast<std::size_t>(place.section) - 1];
    text = paragraph_of.with(words(section.heading), place.number);
  }
  const bool before = span.empty() && span.begin <= span_of(report_.outline.blocks[block]).begin;
  return before ? before_that.with(text) : text;
}

// The text of `span` on one line.
std::string Locations::words(Span span) const {
  std::string text(trim(report_.source->slice(span)));
  const auto is_line_end = [](char c) { return c == '\v' || c == '\n' || c == '\r'; };
  text.erase(std::remove_if(text.begin(), text.end(), is_line_end), text.end());
  std::replace(text.begin(), text.end(), '\t', ' ');
  return text;
}

}  // namespace gialint
