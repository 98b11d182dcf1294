#pragma once

#include <string_view>

namespace gialint {

/// engine/text/words.txt, which is part of the program.
extern const std::string_view word_list;

}  // namespace gialint
