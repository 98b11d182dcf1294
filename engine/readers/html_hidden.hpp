#pragma once

#include <string_view>

namespace gialint {

/// What of a page is no text of it: what is struck out, what is not shown, what is a mark that points to a note.

/// What an element's style attribute makes of its text.
enum class StyledText { shown, shown_as_block, hidden };

/// Hidden are display:none, visibility:hidden, letters of size 0, Word's mso-hide, and what is struck through.
StyledText styled_text(std::string_view style);

/// Whether the element called `name` (any case) is one that strikes its text out: <del>, <s>, <strike>.
bool strikes_out(std::string_view name);

/// Whether a class attribute says so: Word's tracked changes have spans of class msoDel, pandoc's of class deletion.
bool class_strikes_out(std::string_view classes);

/// Whether a text that is raised (or else lowered) behind `before` points to a note: a digit, a star or the like in
/// brackets or without. Behind a Latin letter it is a unit's or a formula's (m², CO₂); lowered it is a note behind a
/// digit alone.
bool is_note_mark(std::string_view text, std::string_view before, bool raised);

}  // namespace gialint
