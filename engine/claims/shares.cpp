#include "engine/claims/shares.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string_view>

#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr std::int64_t per_cent = 100;

std::size_t index_at(const Skeleton& skeleton, std::uint32_t at) {
  return static_cast<std::size_t>(skeleton.number_at(at) - skeleton.numbers.data());
}

/// The words of number `index`: what stands before it in its clause.
std::string_view words_before(const Skeleton& skeleton, std::size_t index) {
  const std::string_view before = std::string_view(skeleton.text).substr(0, skeleton.numbers[index].at);
  std::size_t begin = 0;
  for (const std::string_view border : {"，", "、", "；", "。", "：", "（"}) {
    const std::size_t found = before.rfind(border);
    if (found != std::string_view::npos) begin = std::max(begin, found + border.size());
  }
  return before.substr(begin);
}

/// The two characters that begin at byte `at`; empty when there are not two.
std::string_view two_characters(std::string_view text, std::size_t at) {
  const std::size_t next = at + code_point_at(text, at).length;
  if (next >= text.size()) return {};
  return text.substr(at, next + code_point_at(text, next).length - at);
}

/// Whether `between` (，满意率) names the rate of what a number with such words counts: all of it but the lexicon's
/// rate stands in the words. 按期答复率 is not the rate of 答复17件.
bool is_rate_of(std::string_view between, std::string_view words, const Pattern& rate) {
  const CodePoint first = code_point_at(between, 0);
  if (!is_word(first.value)) between.remove_prefix(first.length);
  const auto match = rate.find(between);
  if (!match || match->span.begin == 0 || match->span.end != between.size()) return false;
  return words.find(between.substr(0, match->span.begin)) != std::string_view::npos;
}

/// What a percentage behind `part` with words of the lexicon's share_of between is a share of: the nearest number
/// before that counts the same and whose words have the first two characters of the name.
std::optional<std::size_t> named_base(const Skeleton& skeleton, std::size_t part, std::string_view name,
                                      const ListWords& words) {
  if (name.empty() || (words.other_whole && words.other_whole->is_in(name))) return std::nullopt;
  const std::string_view first = two_characters(name, 0);
  const std::string_view text = std::string_view(skeleton.text).substr(0, skeleton.numbers[part].at);
  const std::size_t stop = text.rfind("。");
  const std::size_t sentence = stop == std::string_view::npos ? 0 : stop;
  const Mention& counted = skeleton.numbers[part].mention;
  for (std::size_t i = part; i-- > 0 && skeleton.numbers[i].at >= sentence;) {
    const Mention& base = skeleton.numbers[i].mention;
    const bool alike = base.kind == counted.kind && base.unit == counted.unit;
    if (alike && !first.empty() && words_before(skeleton, i).find(first) != std::string_view::npos) return i;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Decimal> distance(Decimal a, Decimal b) { return a < b ? subtract(b, a) : subtract(a, b); }

std::vector<ShareLink> find_shares(const Skeleton& skeleton, const ListWords& words) {
  std::vector<ShareLink> links;
  if (!words.share) return links;
  const std::string_view text = skeleton.text;
  for (std::size_t i = 1; i < skeleton.numbers.size(); ++i) {
    if (skeleton.numbers[i].mention.kind != MentionKind::percentage) continue;
    const Skeleton::Number& part = skeleton.numbers[i - 1];
    if (part.mention.kind != MentionKind::count) continue;
    constexpr std::uint32_t mark_bytes = 3;
    const std::uint32_t begin = part.at + mark_bytes + part.unit_size;
    if (begin > skeleton.numbers[i].at) continue;
    const std::string_view between = text.substr(begin, skeleton.numbers[i].at - begin);
    if (words.share->matches_whole(between)) {
      links.push_back({i, i - 1, false, std::nullopt});
      continue;
    }
    if (words.rate && !between.empty() && is_rate_of(between, words_before(skeleton, i - 1), *words.rate)) {
      links.push_back({i, i - 1, true, std::nullopt});
      continue;
    }
    const auto share_of = words.share_of ? words.share_of->find(between) : std::nullopt;
    if (!share_of || share_of->span.begin > 0) continue;
    if (const auto base = named_base(skeleton, i - 1, between.substr(share_of->span.end), words)) {
      links.push_back({i, i - 1, true, base});
    }
  }
  return links;
}

std::vector<GrowthLink> find_growth(const Skeleton& skeleton, const Lexicon& lexicon) {
  std::vector<GrowthLink> links;
  if (skeleton.numbers.size() < 3) return links;
  for (const Comparison& comparison : lexicon.comparisons) {
    for (const Pattern::Match& match : comparison.text.find_all(skeleton.text)) {
      if (!match.groups[0] || !match.groups[1] || !match.groups[2]) continue;
      const std::size_t before = comparison.change_first ? 2 : 1;
      links.push_back({index_at(skeleton, match.groups[0]->begin), index_at(skeleton, match.groups[before]->begin),
                       index_at(skeleton, match.groups[3 - before]->begin), comparison.rises});
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
