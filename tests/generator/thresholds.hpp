#pragma once

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
  return reports < few ? 2 : reports * share / 1000;
}

inline constexpr LayoutThreshold layout_thresholds[] = {
    {Layout::pdf_lines, 999, 10},   {Layout::pdf_columns, 990, 60},    {Layout::pdf_raw, 998, 30},
    {Layout::cell_lines, 1000, 0},  {Layout::cell_lines_tab, 997, 20}, {Layout::tsv_padded, 1000, 0},
    {Layout::tsv_shifted, 1000, 0}, {Layout::markdown_pipes, 1000, 0}, {Layout::markdown_tsv, 1000, 0},
    {Layout::html, 1000, 0},        {Layout::html_flattened, 1000, 0}, {Layout::paragraph, 1000, 0},
    {Layout::word_export, 990, 70},
};

/// … and per kind of damage, over all layouts in which it can be seen.
struct DamageThreshold {
  Damage damage;
  std::size_t right;  ///< reported once, at its place, and nothing false besides
};

inline constexpr DamageThreshold damage_thresholds[] = {
    {Damage::cell_blanked, 960},      {Damage::cell_dropped, 960},      {Damage::row_dropped, 960},
    {Damage::row_label_dropped, 990}, {Damage::row_label_altered, 990}, {Damage::group_altered, 950},
    {Damage::group_dropped, 990},     {Damage::header_altered, 960},    {Damage::header_dropped, 960},
    {Damage::caption_altered, 990},   {Damage::caption_dropped, 990},   {Damage::column_dropped, 920},
    {Damage::extra_row, 930},         {Damage::request_number, 990},    {Damage::review_number, 990},
    {Damage::text_in_cell, 960},      {Damage::unit_in_cell, 990},      {Damage::dash_in_cell, 990},
    {Damage::fraction, 990},          {Damage::wrong_edition, 990},     {Damage::mixed_edition, 960},
    {Damage::table_dropped, 990},     {Damage::heading_dropped, 990},
};

}  // namespace gialint::generator
