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
    {Layout::pdf_lines, 998, 50},   {Layout::pdf_columns, 980, 50},    {Layout::pdf_raw, 998, 50},
    {Layout::cell_lines, 998, 20},  {Layout::cell_lines_tab, 990, 20}, {Layout::tsv_padded, 998, 20},
    {Layout::tsv_shifted, 998, 20}, {Layout::markdown_pipes, 998, 20}, {Layout::markdown_tsv, 998, 20},
    {Layout::paragraph, 998, 20},   {Layout::word_export, 930, 20},
};

/// … and per kind of damage, over all layouts in which it can be seen.
struct DamageThreshold {
  Damage damage;
  std::size_t right;  ///< reported once, at its place, and nothing false besides
};

inline constexpr DamageThreshold damage_thresholds[] = {
    {Damage::cell_blanked, 0},      {Damage::cell_dropped, 0},        {Damage::row_dropped, 0},
    {Damage::row_label_dropped, 0}, {Damage::row_label_altered, 900}, {Damage::group_altered, 0},
    {Damage::group_dropped, 0},     {Damage::header_altered, 900},    {Damage::header_dropped, 0},
    {Damage::caption_altered, 0},   {Damage::caption_dropped, 0},     {Damage::column_dropped, 0},
    {Damage::extra_row, 0},         {Damage::request_number, 900},    {Damage::review_number, 900},
    {Damage::text_in_cell, 0},      {Damage::unit_in_cell, 0},        {Damage::dash_in_cell, 0},
    {Damage::fraction, 0},          {Damage::wrong_edition, 0},       {Damage::mixed_edition, 0},
    {Damage::table_dropped, 950},   {Damage::heading_dropped, 900},
};

}  // namespace gialint::generator
