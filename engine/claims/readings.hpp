#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/claims/claim.hpp"
#include "engine/forms/lexicon.hpp"
#include "engine/tables/table.hpp"

namespace gialint {

/// The sums of table cells that `measure` may mean on the form of `tables`. Readings whose cells that form does not
/// have, and those whose condition does not hold, are left out.
std::vector<ClaimReading> resolve_readings(const Measure& measure, const Tables& tables);

/// The readings of each measure on the form of one report, resolved when they are first asked for.
class ReadingCache {
 public:
  /// Both must outlive it.
  ReadingCache(const Lexicon& lexicon, const Tables& tables)
      : lexicon_(&lexicon), tables_(&tables), readings_(lexicon.measures.size()) {}

  /// `measure` is an index into Lexicon::measures.
  const std::vector<ClaimReading>& of(std::size_t measure) {
    std::optional<std::vector<ClaimReading>>& readings = readings_[measure];
    if (!readings) readings = resolve_readings(lexicon_->measures[measure], *tables_);
    return *readings;
  }

 private:
  const Lexicon* lexicon_;
  const Tables* tables_;
  std::vector<std::optional<std::vector<ClaimReading>>> readings_;
};

/// Whether `reading`, whose sum is known, has what `claim` says.
bool agrees(const Claim& claim, const ClaimReading& reading);

/// Claim::verdict of a claim whose readings speak of the same year and body.
ClaimVerdict judge(const Claim& claim);

/// Whether a sum of the form fails through one of these cells: the table is in doubt.
bool are_cells_in_doubt(const std::vector<ClaimReading>& readings, const Tables& tables);

/// Claim::cell_at_fault for a claim of exactly `value` with these readings.
bool is_cell_at_fault(const std::vector<ClaimReading>& readings, Decimal value, const Tables& tables);

}  // namespace gialint
