#pragma once

#include <optional>
#include <string>

#include "engine/document/outline.hpp"
#include "engine/document/paragraphs.hpp"
#include "engine/forms/lexicon.hpp"

namespace gialint {

/// How frames read the prose of a report, for people: of each paragraph its tokens with their labels, then a line for
/// each claim, with what the words say and the rule that put them together, and for each number or negation of which
/// nothing is claimed, with the rule and the word because of which. Paragraphs without any are left out.
///
///     2023年/year ，收到/act=receive 政府信息公开申请/thing=request 69件/number 。
///     CLAIM  69件  requests.received  {request receive}  words-before
///     SILENT 3次  unknown-head: 某某
std::string dump_frames(const Outline& outline, const Paragraphs& paragraphs, std::optional<int> year,
                        const Lexicon& lexicon);

}  // namespace gialint
