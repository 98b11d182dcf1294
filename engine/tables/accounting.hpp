#pragma once

#include <vector>

#include "engine/tables/table.hpp"
#include "engine/tables/tokens.hpp"

namespace gialint {

/// Settles what each number among the pieces of one region's tables is, so that none is passed over in silence.
///
/// `tables` are those of the region, in print order, read from `tokens`. What no table's own pieces hold is a note when
/// it is words, and unread when it is a number. Unread numbers within one known row go to that row, which is then
/// ambiguous; others to the table they stand in, which is then unreadable, as is one with too many ambiguous rows.
/// Blank cells beside unread numbers are ambiguous: the figure may be theirs.
///
/// `repeated` are labels printed again, `furniture` what page breaks left in the region; both in the order of the text.
TableRegion settle_numbers(std::vector<Table>& tables, const std::vector<Token>& tokens,
                           const std::vector<Span>& repeated, const std::vector<Span>& furniture);

/// Where one of a report's tables was printed column by column and cannot be read, the others are doubted too, unless
/// they are whole and on the form for the report's year: Unreadable::order.
void settle_order(std::vector<Table>& tables, const Edition& expected);

}  // namespace gialint
