#pragma once

#include <algorithm>
#include <cstddef>

#include "tests/generator/damage.hpp"
#include "tests/generator/layout.hpp"

namespace gialint::generator {

/// What a run must reach, in thousandths, per layout. The goal is 1000 and 0; a figure below says what is still wrong,
/// and is raised with the commit that mends it.
struct LayoutThreshold {
  Layout layout;
  std::size_t cells;    ///< at least: of all cells of undamaged reports, those right in value, span and certainty
  std::size_t falsely;  ///< at most: of all undamaged reports, those of which something false is said
};

/// How many of `reports` may be wrong when `share` thousandths may. Of so few that a thousandth means nothing (a run
/// under the sanitizers draws a tenth), two.
constexpr std::size_t most_wrong(std::size_t reports, std::size_t share) {
  constexpr std::size_t few = 50;
  const std::size_t most = reports * share / 1000;
  return reports < few ? std::max<std::size_t>(2, most) : most;
}

inline constexpr LayoutThreshold layout_thresholds[] = {
    {Layout::pdf_lines, 1000, 0},     {Layout::pdf_columns, 998, 10},    {Layout::pdf_raw, 1000, 0},
    {Layout::cell_lines, 1000, 0},    {Layout::cell_lines_tab, 997, 10}, {Layout::tsv_padded, 1000, 0},
    {Layout::tsv_shifted, 1000, 0},   {Layout::markdown_pipes, 1000, 0}, {Layout::markdown_tsv, 1000, 0},
    {Layout::markdown_html, 1000, 0}, {Layout::html, 1000, 0},           {Layout::html_flattened, 1000, 0},
    {Layout::paragraph, 1000, 0},     {Layout::word_export, 997, 10},    {Layout::trafilatura, 1000, 0},
    {Layout::markitdown, 1000, 0},    {Layout::docling, 1000, 0},        {Layout::mineru, 1000, 0},
    {Layout::pdfplumber, 1000, 0},
};

/// … and per kind of damage, over all layouts in which it can be seen.
struct DamageThreshold {
  Damage damage;
  std::size_t right;  ///< reported once, at its place, and nothing false besides
};

inline constexpr DamageThreshold damage_thresholds[] = {
    {Damage::cell_blanked, 955},      {Damage::cell_dropped, 980},      {Damage::row_dropped, 970},
    {Damage::row_label_dropped, 995}, {Damage::row_label_altered, 995}, {Damage::group_altered, 990},
    {Damage::group_dropped, 995},     {Damage::header_altered, 995},    {Damage::header_dropped, 995},
    {Damage::caption_altered, 995},   {Damage::caption_dropped, 995},   {Damage::column_dropped, 990},
    {Damage::extra_row, 940},         {Damage::request_number, 995},    {Damage::review_number, 995},
    {Damage::text_in_cell, 970},      {Damage::unit_in_cell, 995},      {Damage::dash_in_cell, 995},
    {Damage::fraction, 995},          {Damage::wrong_edition, 995},     {Damage::mixed_edition, 995},
    {Damage::table_dropped, 995},     {Damage::heading_dropped, 995},
};

/// … and per rule, over mistakes outside the tables' form: in thousandths, reported once and nothing besides. What is
/// said in a sentence of the prose may be said in other words than a lexicon knows; a rule that is not named here finds
/// all.
struct MistakeThreshold {
  const char* rule;
  std::size_t right;
};

inline constexpr MistakeThreshold mistake_thresholds[] = {
    {"narrative/all-finished", 670},  {"narrative/count-mismatch", 885}, {"narrative/outcome-claim", 850},
    {"narrative/percentage", 600},    {"narrative/sum-mismatch", 750},   {"narrative/zero-claim", 915},
    {"structure/empty-section", 750}, {"table/impossible-value", 750},
};

/// At most: of all reports with a mistake, those of which something else is said that is false.
inline constexpr std::size_t most_beside_mistakes = 8;

}  // namespace gialint::generator
