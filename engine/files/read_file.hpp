#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "engine/text/language.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// What the system's error number `code` (errno) means to a user: "没有这个文件或者文件夹". A rare one is told in the
/// system's own words.
Bilingual system_reason(int code);

/// The bytes of a file, a pipe or a device. Reads no more than one byte over `max_bytes`, so that the caller sees that
/// there is more. Fails with the path and the system's reason.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t max_bytes);

/// The same from the standard input, which is called `name` in a failure.
Result<std::string> read_standard_input(const std::string& name, std::uint64_t max_bytes);

}  // namespace gialint
