#pragma once

#include <optional>
#include <vector>

#include "engine/claims/claim.hpp"
#include "engine/document/outline.hpp"
#include "engine/document/paragraphs.hpp"
#include "engine/forms/lexicon.hpp"
#include "engine/tables/table.hpp"

namespace gialint {

/// What the prose of a report (preface and sections' paragraphs) says in numbers. All in the order of the text.
struct Prose {
  std::vector<Mention> mentions;
  std::vector<Claim> claims;
  std::vector<Breakdown> breakdowns;
  std::vector<Share> shares;
  std::vector<Trend> trends;
};

/// `year` is the report's; without it a year in the prose says nothing. Never fails: what is not clearly understood is
/// left out.
Prose read_prose(const Outline& outline, const Paragraphs& paragraphs, const Tables& tables, std::optional<int> year,
                 const Lexicon& lexicon);

}  // namespace gialint
