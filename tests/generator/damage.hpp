#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/diagnostics/file_result.hpp"
#include "tests/generator/generate.hpp"

namespace gialint::generator {

/// One thing that is wrong with a report.
enum class Damage : std::uint8_t {
  cell_blanked,       ///< a cell left empty, its place kept
  cell_dropped,       ///< a cell gone, place and all
  row_dropped,        ///< a row gone
  row_label_dropped,  ///< a row's label gone, its numbers left
  row_label_altered,  ///< one character of a row's label is another
  group_altered,      ///< one character of a label over several rows is another
  group_dropped,      ///< a label over several rows gone
  header_altered,     ///< one character of a header is another
  header_dropped,     ///< a column's header gone
  caption_altered,
  caption_dropped,
  column_dropped,   ///< header and numbers of one column gone
  extra_row,        ///< a row that the form does not have
  request_number,   ///< a number of the requests table is another
  review_number,    ///< a number of the review table is another
  text_in_cell,     ///< words where a number is due
  unit_in_cell,     ///< "3件"
  dash_in_cell,     ///< "—" for one zero
  fraction,         ///< "3.5" where things are counted
  wrong_edition,    ///< all tables on the form of other years
  mixed_edition,    ///< one section's tables on the form of other years
  table_dropped,    ///< a table gone, or all of a section's
  heading_dropped,  ///< a section's heading gone
};

struct DamageInfo {
  Damage damage;
  std::string_view name;
  /// The rules that may report it; one that ends in "/" stands for its category.
  std::array<std::string_view, 2> rules;
  Severity least;  ///< severity
};

inline constexpr std::array<DamageInfo, 23> damages = {{
    // A narrow block has a row of one value: blank, it is a row without values.
    {Damage::cell_blanked, "cell_blanked", {"table/empty-cell"}, Severity::info},
    {Damage::cell_dropped, "cell_dropped", {"table/ambiguous-row", "table/empty-cell"}, Severity::info},
    // A table of one row is gone with it.
    {Damage::row_dropped, "row_dropped", {"table/missing-row", "table/missing-table"}, Severity::info},
    {Damage::row_label_dropped, "row_label_dropped", {"table/row-label"}, Severity::info},
    {Damage::row_label_altered, "row_label_altered", {"table/row-label"}, Severity::info},
    {Damage::group_altered, "group_altered", {"table/row-label"}, Severity::info},
    {Damage::group_dropped, "group_dropped", {"table/row-label"}, Severity::info},
    {Damage::header_altered, "header_altered", {"table/header-text"}, Severity::error},
    {Damage::header_dropped, "header_dropped", {"table/header-text"}, Severity::info},
    {Damage::caption_altered, "caption_altered", {"table/header-text"}, Severity::info},
    {Damage::caption_dropped, "caption_dropped", {"table/header-text"}, Severity::info},
    {Damage::column_dropped, "column_dropped", {"table/missing-column"}, Severity::info},
    {Damage::extra_row, "extra_row", {"table/extra-row"}, Severity::info},
    {Damage::request_number, "request_number", {"totals/"}, Severity::error},
    {Damage::review_number, "review_number", {"totals/review-total"}, Severity::error},
    {Damage::text_in_cell, "text_in_cell", {"table/not-a-number"}, Severity::info},
    {Damage::unit_in_cell, "unit_in_cell", {"table/unit"}, Severity::info},
    {Damage::dash_in_cell, "dash_in_cell", {"table/placeholder"}, Severity::info},
    {Damage::fraction, "fraction", {"table/fractional-count"}, Severity::info},
    {Damage::wrong_edition, "wrong_edition", {"table/wrong-edition"}, Severity::info},
    {Damage::mixed_edition, "mixed_edition", {"table/mixed-edition"}, Severity::info},
    {Damage::table_dropped, "table_dropped", {"table/missing-table"}, Severity::info},
    {Damage::heading_dropped, "heading_dropped", {"structure/missing-section"}, Severity::info},
}};

const DamageInfo& info(Damage damage);
std::optional<Damage> damage_named(std::string_view name);

/// Why this damage cannot be seen in this layout; empty when it can.
std::string_view impossible(Layout layout, Damage damage);

/// A report with one damage.
struct DamagedReport {
  Draft draft;
  GeneratedReport report;
  Damage damage = Damage::cell_blanked;
  std::string what;             ///< in words: which cell, what it was
  Span place;                   ///< the diagnostic stands within it …
  std::optional<Span> related;  ///< … or names this place beside its own
  std::string_view also;        ///< one more rule that may say it
};

/// `drawn`: what the report is written in, where it is not the layout's own style.
DamagedReport make_damaged(const Recipe& recipe, Damage damage, const Style* drawn = nullptr);

/// What the linter said of a damaged report.
struct Verdict {
  std::size_t reported = 0;          ///< how many diagnostics say it, at its place
  std::vector<std::string> besides;  ///< the others at warning or error
  [[nodiscard]] bool found_once() const { return reported == 1; }
  [[nodiscard]] bool right() const { return found_once() && besides.empty(); }
};

/// A diagnostic of severity `least` or above that `tells` of what is wrong is reported; whatever else is a warning or
/// an error, and every rule that failed, stands in `besides`.
Verdict judge(const FileResult& result, Severity least, const std::function<bool(const Diagnostic&)>& tells);
Verdict judge(const DamagedReport& damaged, const FileResult& result);

/// "table/row-label warning at 1043-1070 …".
std::string describe(const Diagnostic& diagnostic);

}  // namespace gialint::generator
