#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/document/outline.hpp"
#include "engine/tables/table.hpp"

namespace gialint::test {

/// The digits of the tables' regions that are not in exactly one place: a cell, a label, an extra row or column, or
/// what was set aside. A line of text each; none when every number is accounted for.
inline std::vector<std::string> unaccounted(const Outline& outline, const Tables& tables) {
  std::vector<std::pair<Span, const char*>> places;
  const auto add = [&](Span span, const char* what) {
    if (!span.empty()) places.emplace_back(span, what);
  };
  const auto add_label = [&](const Label& label) {
    for (const Span piece : label.pieces) add(piece, "label");
  };
  for (const std::vector<Table>* list : {&tables.tables, &tables.unreadable}) {
    for (const Table& table : *list) {
      if (!table.found && !table.headed) continue;
      add_label(table.caption);
      for (const Heading& heading : table.headings) add_label(heading.label);
      for (const Column& column : table.columns) add_label(column.label);
      for (const Row& row : table.rows) {
        add_label(row.label);
        for (const Cell& cell : row.cells) {
          add(cell.span, "cell");
          for (const Span span : cell.rest) add(span, "cell");
        }
      }
      for (const ExtraRow& extra : table.extra_rows) {
        add(extra.label, "extra row");
        for (const Span value : extra.values) add(value, "extra row");
      }
      for (const ExtraColumn& extra : table.extra_columns) {
        add(extra.label, "extra column");
        for (const Span value : extra.values) add(value, "extra column");
      }
    }
  }
  std::vector<std::string> wrong;
  std::vector<Span> unread;
  for (const TableRegion& region : tables.regions) {
    for (const SetAside& each : region.set_aside) {
      add(each.span, "set aside");
      if (each.kind == SetAside::Kind::unread) unread.push_back(each.span);
    }
  }
  // What a region calls unread is what its tables and their rows do.
  std::vector<Span> told;
  for (const std::vector<Table>* list : {&tables.tables, &tables.unreadable}) {
    for (const Table& table : *list) {
      told.insert(told.end(), table.unread.begin(), table.unread.end());
      for (const Row& row : table.rows) told.insert(told.end(), row.unread.begin(), row.unread.end());
    }
  }
  std::sort(told.begin(), told.end());
  std::sort(unread.begin(), unread.end());
  if (told != unread) wrong.push_back("regions and tables do not call the same numbers unread");

  std::sort(places.begin(), places.end());
  const auto check = [&](const MappedText& mapped) {
    const std::string_view text = mapped.text();
    for (std::uint32_t at = 0; at < text.size(); ++at) {
      if (text[at] < '0' || text[at] > '9') continue;
      const Span digit = mapped.source({at, at + 1});
      const bool inside = std::any_of(tables.regions.begin(), tables.regions.end(),
                                      [&](const TableRegion& region) { return region.span.contains(digit); });
      if (!inside) continue;
      std::string in;
      int count = 0;
      for (const auto& [span, what] : places) {
        if (span.begin > digit.begin) break;
        if (!span.contains(digit)) continue;
        ++count;
        in += std::string(" ") + what;
      }
      if (count != 1) wrong.push_back("digit at byte " + std::to_string(digit.begin) + (count == 0 ? " nowhere" : in));
    }
  };
  for (const Block& block : outline.blocks) {
    if (const auto* text = std::get_if<TextBlock>(&block)) {
      check(text->text);
    } else {
      for (const GridRow& row : std::get<Grid>(block).rows) {
        for (const GridCell& cell : row.cells) check(cell.text);
      }
    }
  }
  return wrong;
}

}  // namespace gialint::test
