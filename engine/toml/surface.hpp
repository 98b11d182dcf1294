#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "engine/text/language.hpp"

namespace gialint {

struct SurfaceFault {
  std::size_t offset = 0;  ///< in bytes
  Bilingual what;
};

/// The first place where a TOML text has what a parser need not be asked about, or nothing: a key of more parts than
/// any of ours (toml++ recurses on every one), and a character beyond ASCII that stands neither in a string nor in a
/// comment, where TOML 1.0.0 allows none (a full-width comma, curly quotes). Looks at the text once from start to end;
/// up to the text's first error as TOML it agrees with a parser about what is a string.
std::optional<SurfaceFault> surface_fault(std::string_view text);

}  // namespace gialint
