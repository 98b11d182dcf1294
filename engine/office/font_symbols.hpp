#pragma once

#include <string>
#include <string_view>

namespace gialint {

/// Whether `font` draws signs in the place of letters: Wingdings, Webdings, Symbol. Case does not matter.
bool is_symbol_font(std::string_view font);

/// The character that `font` draws for `code`, which is 0x20 to 0xFF or the same in the private area from U+F000 on, as
/// Word stores it. A sign without a known character is ▪; a code beyond both ranges, or of an ordinary font, is itself.
char32_t symbol_character(std::string_view font, char32_t code);

}  // namespace gialint
