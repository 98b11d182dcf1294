#pragma once

#include <cstddef>
#include <vector>

#include "engine/claims/claim.hpp"
#include "engine/claims/skeleton.hpp"
#include "engine/forms/lexicon.hpp"

namespace gialint {

/// A total and its parts in one paragraph, by their numbers in Skeleton::numbers.
struct NumberList {
  std::size_t total = 0;            ///< the number before the list
  std::vector<std::size_t> wholes;  ///< all that may be meant as the total: it and what stands before it
  std::vector<std::size_t> parts;   ///< not empty
  bool complete = false;            ///< it says so (其他), or names all classes of a partition
  bool mixed_units = false;
  bool in_brackets = false;  ///< 13件（…）
  bool summed = false;       ///< the total stands behind its parts: …，共13件
  Breakdown::Fault fault = Breakdown::Fault::none;
  std::size_t at = 0;  ///< with Fault::part: index in `parts`
};

/// The lists that are clearly lists. A list in brackets or behind 其中 inside another is one of its own, and no part of
/// the outer one is counted behind it.
std::vector<NumberList> find_lists(const Skeleton& skeleton, const Lexicon& lexicon);

}  // namespace gialint
