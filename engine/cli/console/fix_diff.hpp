#pragma once

#include <string>
#include <string_view>

namespace gialint {

struct DiffStyle {
  bool color = false;
  bool terminal = false;  ///< control characters shown as \u{…}, so no longer a patch
};

/// What `patch -p0` and `git apply -p0` take to make `after` of `before`, with three lines of context. Lines end at
/// "\n"; what else they hold, a carriage return too, is theirs. Empty when the texts are the same.
std::string unified_diff(const std::string& path, std::string_view before, std::string_view after,
                         const DiffStyle& style = {});

}  // namespace gialint
