#include "engine/tables/spelling.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>

namespace gialint {
namespace {

// What it costs when a piece does not stand under the one before it, in words passed over.
constexpr std::uint32_t beside = 3;

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

/// A way to spell the beginning of a wording.
struct Spelled {
  std::size_t word = none;    ///< index of the last piece among the words
  std::size_t before = none;  ///< the way that it continues
  std::uint32_t cost = 0;
};

}  // namespace

bool stands_under(const Token& below, const Token& above) {
  if (below.line <= above.line) return false;
  return std::any_of(std::begin(line_metrics), std::end(line_metrics),
                     [&](LineMetric metric) { return below.extent_in(metric).overlaps(above.extent_in(metric)); });
}

std::vector<std::size_t> spell(const std::vector<Token>& tokens, const std::vector<std::size_t>& words,
                               std::u32string_view wording) {
  std::vector<Spelled> ways;
  std::vector<std::size_t> best(wording.size() + 1, none);  // by characters spelled, the cheapest way so far
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::u32string_view piece = tokens[words[i]].folded;
    if (piece.empty() || piece.size() > wording.size()) continue;
    // From long beginnings to short ones, so that no word is used twice.
    for (std::size_t length = wording.size() - piece.size() + 1; length-- > 0;) {
      if (length > 0 && best[length] == none) continue;
      if (wording.substr(length, piece.size()) != piece) continue;
      Spelled way{i, length > 0 ? best[length] : none, 0};
      if (length > 0) {
        const Spelled& before = ways[best[length]];
        const bool under = stands_under(tokens[words[i]], tokens[words[before.word]]);
        way.cost = before.cost + static_cast<std::uint32_t>(i - before.word - 1) + (under ? 0 : beside);
      }
      std::size_t& known = best[length + piece.size()];
      // A beginning that ends later has fewer words between it and what is still to come.
      const bool whole = length + piece.size() == wording.size();
      const auto later = static_cast<std::uint32_t>(known == none || whole ? 0 : i - ways[known].word);
      if (known != none && ways[known].cost + later < way.cost) continue;
      known = ways.size();
      ways.push_back(way);
    }
  }
  std::vector<std::size_t> pieces;
  if (wording.empty()) return pieces;
  for (std::size_t at = best.back(); at != none; at = ways[at].before) pieces.push_back(words[ways[at].word]);
  std::reverse(pieces.begin(), pieces.end());
  return pieces;
}

}  // namespace gialint
