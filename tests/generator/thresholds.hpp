#pragma once

#include <cstddef>

#include "tests/generator/layout.hpp"

namespace gialint::generator {

/// What a run must reach, per layout, in thousandths. The goal is all of them; a figure below says what is still wrong,
/// and is raised with the commit that mends it.
struct LayoutThreshold {
  Layout layout;
  std::size_t cells;  ///< of all cells of undamaged reports, those with the right value, span and certainty
};

inline constexpr LayoutThreshold layout_thresholds[] = {
    {Layout::pdf_lines, 995},   {Layout::pdf_columns, 770},    {Layout::pdf_raw, 995},
    {Layout::cell_lines, 995},  {Layout::cell_lines_tab, 820}, {Layout::tsv_padded, 860},
    {Layout::tsv_shifted, 995}, {Layout::markdown_pipes, 860}, {Layout::markdown_tsv, 900},
    {Layout::paragraph, 995},   {Layout::word_export, 800},
};

}  // namespace gialint::generator
