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

inline constexpr LayoutThreshold layout_thresholds[] = {
    {Layout::pdf_lines, 995, 1000},   {Layout::pdf_columns, 770, 1000},    {Layout::pdf_raw, 995, 1000},
    {Layout::cell_lines, 995, 1000},  {Layout::cell_lines_tab, 820, 1000}, {Layout::tsv_padded, 860, 1000},
    {Layout::tsv_shifted, 995, 1000}, {Layout::markdown_pipes, 860, 1000}, {Layout::markdown_tsv, 900, 1000},
    {Layout::paragraph, 995, 1000},   {Layout::word_export, 800, 1000},
};

/// … and per kind of damage, over all layouts in which it can be seen.
struct DamageThreshold {
  Damage damage;
  std::size_t right;  ///< reported once, at its place, and nothing false besides
};

inline constexpr DamageThreshold damage_thresholds[] = {
    {Damage::cell_blanked, 0},
    {Damage::cell_dropped, 0},
    {Damage::row_dropped, 0},
    {Damage::row_label_dropped, 0},
    {Damage::row_label_altered, 700},
    {Damage::header_altered, 400},
    {Damage::header_dropped, 0},
    {Damage::caption_altered, 0},
    {Damage::caption_dropped, 0},
    {Damage::column_dropped, 0},
    {Damage::extra_row, 0},
    {Damage::request_number, 700},
    {Damage::review_number, 700},
    {Damage::text_in_cell, 0},
    {Damage::unit_in_cell, 0},
    {Damage::dash_in_cell, 0},
    {Damage::fraction, 0},
    {Damage::wrong_edition, 0},
    {Damage::mixed_edition, 0},
    {Damage::table_dropped, 700},
    {Damage::heading_dropped, 700},
};

}  // namespace gialint::generator
