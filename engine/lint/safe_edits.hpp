#pragma once

#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/report/report.hpp"

namespace gialint {

/// Decides which edits of a report may be called safe, whoever made them: none that could change a number.
///
/// An edit is safe when it overlaps no cell of a table and no number or claim of the prose, when the figures that it
/// covers or touches are the same before and after it (１ and 1 are one figure), and when it takes away and writes 400
/// bytes at most. The one exception: the numeral of a section's heading may become the form's.
class SafeEdits {
 public:
  /// The report outlives it.
  explicit SafeEdits(const Report& report);

  [[nodiscard]] bool allow(const std::vector<Edit>& edits) const;

 private:
  [[nodiscard]] bool allow(const Edit& edit) const;
  [[nodiscard]] bool is_section_numeral(const Edit& edit) const;
  [[nodiscard]] bool keeps_figures(const Edit& edit) const;

  const Report* report_;
  std::vector<Span> numbers_;  ///< of cells, mentions and claims, ascending, none overlapping
};

}  // namespace gialint
