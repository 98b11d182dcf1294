#include "engine/claims/trends.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace gialint {
namespace {

constexpr std::int64_t per_cent = 100;

bool holds(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The claims of the number at byte `at` of the skeleton, then the others of its sentence that stand before it.
std::vector<Claim> figures_at(const ParagraphClaims& paragraph, std::uint32_t at) {
  std::vector<Claim> figures;
  const std::string_view before = std::string_view(paragraph.skeleton.text).substr(0, at);
  std::size_t begin = 0;
  for (const std::string_view stop : {"。", "；"}) {
    const std::size_t last = before.rfind(stop);
    if (last != std::string_view::npos) begin = std::max(begin, last);
  }
  for (const bool own : {true, false}) {
    for (std::size_t i = 0; i < paragraph.claims.size(); ++i) {
      const std::uint32_t place = paragraph.origins[i].at;
      if (own ? place == at : begin <= place && place < at) figures.push_back(paragraph.claims[i]);
    }
    if (figures.empty()) break;  // nobody knows what the number counts
  }
  return figures;
}

/// The bytes of the paragraph from behind `number` to the end of `match`, without the comma or bracket between.
Span words_behind(Span number, Span match, const Skeleton& skeleton) {
  std::uint32_t begin = number.end;
  for (const std::string_view mark : {"，", "、", "（"}) {
    if (std::string_view(skeleton.text).substr(begin, mark.size()) == mark) {
      begin += static_cast<std::uint32_t>(mark.size());
      break;
    }
  }
  Span words = skeleton.source(begin, match.end);
  const Skeleton::Number* last = match.end < 3 ? nullptr : skeleton.number_at(match.end - 3);
  if (last != nullptr) words.end = last->end;
  return words;
}

Decimal times(Decimal value, Decimal factor) { return multiply(value, factor).value_or(value); }

}  // namespace

std::optional<Mention> as_change(Mention change, const Lexicon& lexicon) {
  if (change.kind != MentionKind::percentage || holds(lexicon.change_percent, change.unit)) return change;
  if (!holds(lexicon.change_times, change.unit)) return std::nullopt;
  for (Decimal* number : {&change.value, &change.low, &change.high, &change.step}) {
    *number = times(*number, Decimal(per_cent));
  }
  return change;
}

void find_trends(const ParagraphClaims& paragraph, const Lexicon& lexicon, std::vector<Trend>& trends) {
  if (paragraph.claims.empty()) return;
  const Skeleton& skeleton = paragraph.skeleton;
  for (const TrendPhrase& phrase : lexicon.trends) {
    for (const Pattern::Match& match : phrase.text.find_all(skeleton.text)) {
      if (match.groups.empty() || !match.groups[0] || (!phrase.percent && !match.groups.back())) continue;
      Trend trend;
      trend.rises = phrase.rises;
      trend.figures = figures_at(paragraph, match.groups[0]->begin);
      if (trend.figures.empty()) continue;
      const Span words = words_behind(*match.groups[0], match.span, skeleton);
      if (phrase.percent) {
        trend.stated.kind = MentionKind::percentage;
        trend.stated.span = words;
        trend.stated.unit_span = {words.end, words.end};
        trend.stated.value = trend.stated.low = trend.stated.high = *phrase.percent;
        trend.change = trend.stated;
        trend.stated = in_source(trend.stated, paragraph.text, paragraph.section);
      } else {
        const Mention& by = skeleton.number_at(match.groups.back()->begin)->mention;
        const std::optional<Mention> change = as_change(by, lexicon);
        if (!change || by.kind == MentionKind::money) continue;
        trend.change = *change;
        trend.stated = in_source(by, paragraph.text, paragraph.section);
        trend.in_times = by.kind == MentionKind::percentage && holds(lexicon.change_times, by.unit);
      }
      trend.span = paragraph.text.source(words);
      trends.push_back(std::move(trend));
    }
  }
}

std::optional<Growth> check_trend(const Trend& trend, Decimal now, Decimal before) {
  std::optional<Growth> growth = check_growth(now, before, trend.change, trend.rises);
  if (!growth || !trend.in_times) return growth;
  Mention grown_to = trend.change;
  for (Decimal* number : {&grown_to.value, &grown_to.low, &grown_to.high}) {
    *number = subtract(*number, Decimal(per_cent)).value_or(*number);
  }
  const std::optional<Growth> other = check_growth(now, before, grown_to, trend.rises);
  growth->agrees = growth->agrees || (other && other->agrees);
  growth->expected = Decimal::scaled(growth->expected.units(), growth->expected.scale() + 2).value_or(growth->expected);
  return growth;
}

}  // namespace gialint
