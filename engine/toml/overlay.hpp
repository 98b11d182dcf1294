#pragma once

#include "engine/toml/document.hpp"

namespace gialint {

/// `base` with what `on_top` says besides: a table is laid over the one of its key; of an array of tables each item
/// over the one of its `id`, or behind the others; strings are added to an array of strings; any other value takes the
/// place of the one below.
///
/// All places are those of `on_top`, of what lies closest around a value that it does not have: `base` is taken for
/// sound, so that whatever is wrong with the result is written there.
TomlTable laid_over(const TomlTable& base, const TomlTable& on_top);

}  // namespace gialint
