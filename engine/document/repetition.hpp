#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/span.hpp"

namespace gialint {

/// The same words twice in a row.
struct Repetition {
  Span first;              ///< in the text searched
  Span second;             ///< directly after `first`, or after blanks or a mark
  std::size_t length = 0;  ///< code points of one of the two
};

/// Three kinds of repetition, from left to right, none overlapping:
/// - one and the same Chinese character on both sides of blanks ("公开 开工作"): no Chinese word holds a blank;
/// - at least `min_length` letters, digits or Chinese characters (not all the same) directly followed by themselves;
/// - a clause of at least six of them between marks, which comes again behind its mark: 加强组织领导，加强组织领导，.
/// Whether it is a mistake is for a rule to say. Linear in the text. Phrases of more than 40 code points are
/// not looked for: a pasted paragraph is another matter than a slip of the hand.
std::vector<Repetition> find_repetitions(std::string_view text, std::size_t min_length);

/// Characters that stand twice in a row, blanks between them or not, inside one of `phrases` (folded): "政府信息公开
/// 开工作" where 政府信息公开工作 is a phrase. Not at a phrase's ends, where the neighbour may be a word of its own
/// (工作作为).
std::vector<Repetition> find_doubled(std::string_view text, const std::vector<std::u32string>& phrases);

}  // namespace gialint
