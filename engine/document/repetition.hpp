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

/// What Chinese doubles by right, as far as the words themselves do not show it (工作作为 is 工作 and 作为). Each
/// string is a set of characters.
struct LawfulDoubling {
  std::u32string particles;     ///< words of one character that may follow a word that ends in them: 目的 的
  std::u32string distributive;  ///< doubled they mean each of them, of whatever follows: 件件有着落
  std::u32string leading;       ///< two characters that begin so are doubled for emphasis: 越快越快
  std::u32string counting;      ///< … if the second is distributive: 一步一步, 一件一件
  std::u32string closing;       ///< doubled they end a list, so nothing may follow: 等等
  std::u32string marks;         ///< punctuation of which one is enough
};

/// Repetitions that are slips, from left to right, none overlapping; blanks between Chinese characters are passed over:
/// - one to three characters where segment() shows no word that they are part of: 的的信息, 方案方案, 牌 牌;
/// - four letters, digits or Chinese characters and more, not all the same, at least one of them Chinese;
/// - a clause of six and more between marks that comes again behind its mark: 加强组织领导，加强组织领导，;
/// - a sentence of four and more without a mark within it that comes again: 特此报告。特此报告。;
/// - one of `lawful.marks` twice.
/// Linear in the text. Phrases of more than 40 code points are a pasted sentence, which is another matter.
std::vector<Repetition> find_repetitions(std::string_view text, const LawfulDoubling& lawful);

/// Characters that stand twice in a row, blanks between them or not, inside one of `phrases` (folded): "政府信息公开
/// 开工作" where 政府信息公开工作 is a phrase. Not at a phrase's ends, where the neighbour may be a word of its own
/// (工作作为).
std::vector<Repetition> find_doubled(std::string_view text, const std::vector<std::u32string>& phrases);

}  // namespace gialint
