#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/claims/claim.hpp"
#include "engine/claims/skeleton.hpp"
#include "engine/forms/lexicon.hpp"

namespace gialint {

/// A percentage and the count it is said of, by their numbers in Skeleton::numbers: 35件，占4.34%.
struct ShareLink {
  std::size_t percentage = 0;
  std::size_t part = 0;
  bool named = false;  ///< after what a number counts: 满意117份，满意率97.5%; 占收回问卷的95.8%
  std::optional<std::size_t> base;  ///< the number that the whole is named after
};
std::vector<ShareLink> find_shares(const Skeleton& skeleton, const ListWords& words);

/// A number beside last year's: 22件，比2022年（31件）下降29%.
struct GrowthLink {
  std::size_t now = 0;
  std::size_t before = 0;
  std::size_t by = 0;  ///< a percentage or a count
  bool rises = false;
};
std::vector<GrowthLink> find_growth(const Skeleton& skeleton, const Lexicon& lexicon);

/// |a - b|; empty when the numbers are too great.
std::optional<Decimal> distance(Decimal a, Decimal b);

/// Whether `percentage` is what `part` takes of `base`, rounded or cut off at the digits that are printed. True also
/// where the numbers are too great to tell.
bool is_share(const Mention& percentage, Decimal part, Decimal base);

/// part / base in per cent with `percentage`'s digits, rounded; empty when `base` is 0 or the numbers are too great.
std::optional<Decimal> share_of(Decimal part, Decimal base, Decimal step);

/// Whether the growth is right, and what it is.
struct Growth {
  bool agrees = true;
  Decimal expected;
};
std::optional<Growth> check_growth(Decimal now, Decimal before, const Mention& by, bool rises);

}  // namespace gialint
