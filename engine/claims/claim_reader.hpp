#pragma once

#include <optional>
#include <vector>

#include "engine/claims/claim.hpp"
#include "engine/document/outline.hpp"
#include "engine/forms/lexicon.hpp"
#include "engine/tables/table.hpp"

namespace gialint {

/// What the prose of a report (preface and sections' paragraphs) says in numbers. Both in the order of the text.
/// Never fails: what is not clearly understood is left out.

std::vector<Mention> read_mentions(const Outline& outline, const Lexicon& lexicon);

/// `year` is the report's; without it a year in the prose says nothing.
std::vector<Claim> read_claims(const Outline& outline, const Tables& tables, std::optional<int> year,
                               const Lexicon& lexicon);

}  // namespace gialint
