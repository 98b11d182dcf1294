#include "engine/claims/shares.hpp"

#include <cstdint>
#include <limits>
#include <string_view>

namespace gialint {
namespace {

constexpr std::int64_t per_cent = 100;

/// a - b, never negative.
std::optional<Decimal> distance(Decimal a, Decimal b) { return a < b ? subtract(b, a) : subtract(a, b); }

std::size_t index_at(const Skeleton& skeleton, std::uint32_t at) {
  return static_cast<std::size_t>(skeleton.number_at(at) - skeleton.numbers.data());
}

}  // namespace

std::vector<ShareLink> find_shares(const Skeleton& skeleton, const ListWords& words) {
  std::vector<ShareLink> links;
  if (!words.share) return links;
  const std::string_view text = skeleton.text;
  for (std::size_t i = 1; i < skeleton.numbers.size(); ++i) {
    if (skeleton.numbers[i].mention.kind != MentionKind::percentage) continue;
    const Skeleton::Number& part = skeleton.numbers[i - 1];
    if (part.mention.kind != MentionKind::count) continue;
    constexpr std::uint32_t mark_bytes = 3;
    const std::uint32_t begin = part.at + mark_bytes;
    if (words.share->matches_whole(text.substr(begin, skeleton.numbers[i].at - begin))) links.push_back({i, i - 1});
  }
  return links;
}

std::vector<GrowthLink> find_growth(const Skeleton& skeleton, const Lexicon& lexicon) {
  std::vector<GrowthLink> links;
  if (skeleton.numbers.size() < 3) return links;
  for (const Comparison& comparison : lexicon.comparisons) {
    for (const Pattern::Match& match : comparison.text.find_all(skeleton.text)) {
      if (!match.groups[0] || !match.groups[1] || !match.groups[2]) continue;
      links.push_back({index_at(skeleton, match.groups[0]->begin), index_at(skeleton, match.groups[1]->begin),
                       index_at(skeleton, match.groups[2]->begin), comparison.rises});
    }
  }
  return links;
}

bool is_share(const Mention& percentage, Decimal part, Decimal base) {
  if (base.is_zero()) return part.is_zero() && percentage.low.is_zero();
  const std::optional<Decimal> have = multiply(part, Decimal(per_cent));
  const std::optional<Decimal> low = multiply(percentage.low, base);
  const std::optional<Decimal> high = multiply(percentage.high, base);
  const std::optional<Decimal> slack = multiply(percentage.step, base);
  if (!have || !low || !high || !slack) return true;
  if (*low <= *have && *have <= *high) return true;
  const std::optional<Decimal> off = *have < *low ? distance(*have, *low) : distance(*have, *high);
  return !off || *off < *slack;
}

std::optional<Decimal> share_of(Decimal part, Decimal base, Decimal step) {
  const std::optional<std::int64_t> x = part.integer();
  const std::optional<std::int64_t> y = base.integer();
  if (!x || !y || *y <= 0 || *x < 0) return std::nullopt;
  std::int64_t scale = 1;
  for (int i = 0; i < step.scale(); ++i) scale *= 10;
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / 4;
  if (*x > most / per_cent / scale || *y > most) return std::nullopt;
  return Decimal::scaled((*x * per_cent * scale * 2 + *y) / (*y * 2), step.scale());
}

std::optional<Growth> check_growth(Decimal now, Decimal before, const Mention& by, bool rises) {
  if (before.is_zero()) return std::nullopt;
  const std::optional<Decimal> change = rises ? subtract(now, before) : subtract(before, now);
  if (!change) return std::nullopt;
  Growth growth;
  if (by.kind == MentionKind::percentage) {
    const std::optional<Decimal> expected = share_of(*change, before, by.step);
    if (!expected) {  // it went the other way
      if (!change->is_negative()) return std::nullopt;
      growth.agrees = false;
      const std::optional<Decimal> back = share_of(*subtract(Decimal(0), *change), before, by.step);
      growth.expected = subtract(Decimal(0), back.value_or(Decimal(0))).value_or(Decimal(0));
      return growth;
    }
    growth.expected = *expected;
    growth.agrees = is_share(by, *change, before);
    return growth;
  }
  growth.expected = *change;
  growth.agrees = by.low <= *change && *change <= by.high;
  return growth;
}

}  // namespace gialint
