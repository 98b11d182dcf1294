#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/toml/document.hpp"

namespace gialint {

/// A TOML file as bytes that are read back many times faster than TOML is parsed: for the files that are part of the
/// binary. The bytes mean something to the same build only.
std::string pack_toml(const TomlTable& table);

/// The table that pack_toml() was given; nothing when the bytes are not of its making.
std::optional<TomlTable> unpack_toml(std::string_view bytes);

}  // namespace gialint
