#pragma once

#include <string_view>

namespace gialint {

/// What stands in gialint for a command or option that people know from other linters (ESLint, Ruff, golangci-lint,
/// Biome and their kind), "--fail-on never" for "--exit-zero"; empty for a word that needs no translation.
std::string_view own_words_for(std::string_view foreign);

}  // namespace gialint
