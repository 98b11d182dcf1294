#pragma once

#include <string_view>

#include "engine/office/word_story.hpp"
#include "engine/office/word_styles.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// Reads `xml`, the main part of a Word document (ISO/IEC 29500-1, 17): UTF-8. `name` is that part's, for the failure.
///
/// What a reader of the document does not see is left out: deleted and moved text, hidden text, text struck out, the
/// instructions of fields, tables of contents, comments, notes and what refers to them, the second copy of a text box.
/// Text stands where its run does; a symbol is the character it looks like, a line or page break "\v", a tab "\t".
///
/// Fails when the part is not well-formed XML or nested too deeply.
Result<Story> read_story(std::string_view xml, const WordStyles& styles, std::string_view name);

}  // namespace gialint
