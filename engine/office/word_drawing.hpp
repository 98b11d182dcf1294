#pragma once

#include "engine/office/drawn_document.hpp"
#include "engine/office/numbering.hpp"
#include "engine/office/word_story.hpp"
#include "engine/office/word_styles.hpp"

namespace gialint {

/// Lays `story` out as lines, with the numbers that `numbering` and `styles` give its paragraphs.
///
/// A table of one column, one that holds whole tables, or long prose in several paragraphs only arranges the page: its
/// cells are drawn as what they hold. A text box is drawn behind the paragraph or table that it hangs on. A figure's
/// raised note mark is left out.
DrawnDocument draw_story(Story story, const WordStyles& styles, const Numbering& numbering);

}  // namespace gialint
