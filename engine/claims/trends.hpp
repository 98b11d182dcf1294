#pragma once

#include <optional>
#include <vector>

#include "engine/claims/relations.hpp"
#include "engine/claims/shares.hpp"

namespace gialint {

/// Adds to `trends` what `paragraph` says of figures it claims and how they changed against last year's.
void find_trends(const ParagraphClaims& paragraph, const Lexicon& lexicon, std::vector<Trend>& trends);

/// Whether `trend` is the change from `before` to `now`, and what that is, in the trend's unit; empty when nobody can
/// say: a percentage of nothing, numbers that are too great. What grows by twofold may also have grown to twofold.
std::optional<Growth> check_trend(const Trend& trend, Decimal now, Decimal before);

/// `change` as a percentage: 1.03倍 is 103%; of a count as it is. Empty for what is neither: 个百分点, ‰.
std::optional<Mention> as_change(Mention change, const Lexicon& lexicon);

}  // namespace gialint
