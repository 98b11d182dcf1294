#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/tables/tokens.hpp"

namespace gialint {

/// Whether `below` stands under `above`: on a later line, at the same place across it, however the lines were counted.
bool stands_under(const Token& below, const Token& above);

/// Of `words`, label tokens in reading order, those that make up `wording` to the letter, in order; empty when none
/// do. Of several ways the one whose pieces stand under each other, or follow each other, with the fewest words between
/// them. Linear in the words.
std::vector<std::size_t> spell(const std::vector<Token>& tokens, const std::vector<std::size_t>& words,
                               std::u32string_view wording);

}  // namespace gialint
