#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/claims/breakdowns.hpp"
#include "engine/claims/claim.hpp"
#include "engine/claims/readings.hpp"
#include "engine/claims/shares.hpp"
#include "engine/claims/skeleton.hpp"
#include "engine/forms/lexicon.hpp"
#include "engine/text/mapped_text.hpp"

namespace gialint {

/// Where a claim was read.
struct ClaimOrigin {
  std::size_t family = 0;
  std::uint32_t at = 0;  ///< in the skeleton of its paragraph
  bool names_topic = false;
};

/// A paragraph and what was read from it.
struct ParagraphClaims {
  const Skeleton& skeleton;
  const MappedText& text;
  std::string_view section;
  std::optional<int> year;  ///< the report's
  std::span<Claim> claims;
  std::span<const ClaimOrigin> origins;  ///< of each claim
};

/// Reads what the numbers of a paragraph say of each other: totals with their parts, percentages with their numbers.
class RelationReader {
 public:
  /// Both must outlive it.
  RelationReader(const Lexicon& lexicon, ReadingCache& readings) : lexicon_(&lexicon), readings_(&readings) {}

  /// Adds to `breakdowns` and `shares`. A claim that turns out to count a part of what the tables count is marked so.
  void read(const ParagraphClaims& paragraph, std::vector<Breakdown>& breakdowns, std::vector<Share>& shares);

 private:
  using Claims = std::vector<std::size_t>;  ///< indices into ParagraphClaims::claims

  /// The lists of the paragraph's numbers, and the shares of what they count.
  void read_counts(const ParagraphClaims& paragraph, std::vector<Breakdown>& breakdowns, std::vector<Share>& shares);
  void read_growth(const ParagraphClaims& paragraph, std::vector<Share>& shares) const;
  [[nodiscard]] std::optional<Share> read_rate(const ParagraphClaims& paragraph, ShareLink link) const;
  void mark_parts(const ParagraphClaims& paragraph) const;
  [[nodiscard]] Breakdown read_list(const ParagraphClaims& paragraph, const NumberList& list);
  [[nodiscard]] bool tables_explain(const ParagraphClaims& paragraph, const NumberList& list);
  void read_balance(const ParagraphClaims& paragraph, const Balance& balance, std::vector<Breakdown>& breakdowns);
  [[nodiscard]] std::optional<Share> read_share(const ParagraphClaims& paragraph, ShareLink link);
  /// The claims that number `number` of the skeleton states.
  static Claims claims_at(const ParagraphClaims& paragraph, std::size_t number);
  /// Whether the tables contradict one of them.
  static bool is_contradicted(const ParagraphClaims& paragraph, std::size_t number);

  const Lexicon* lexicon_;
  ReadingCache* readings_;
  std::vector<NumberList> lists_;  ///< of the paragraph at hand
};

}  // namespace gialint
