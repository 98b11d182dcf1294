#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "engine/text/result.hpp"

namespace gialint {

/// Writes a file that is not there yet, whole or not at all, never over an existing one; folders above it are made.
/// Nothing, or why not.
std::optional<Failure> write_new_file(const std::filesystem::path& path, const std::string& text);

}  // namespace gialint
