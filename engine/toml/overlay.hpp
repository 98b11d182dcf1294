#pragma once

#include "engine/toml/document.hpp"

namespace gialint {

/// `base` with the additions of `top`: a table is laid over the table of its key; each item of an array of tables over
/// the item of its `id`, or after the others; strings are added to an array of strings; any other value replaces the
/// one below.
///
/// All places are in `top`; a value that only `base` has gets the place closest around it there. `base` is taken to be
/// valid, so whatever is wrong with the result is written in `top`.
TomlTable overlay(const TomlTable& base, const TomlTable& top);

}  // namespace gialint
