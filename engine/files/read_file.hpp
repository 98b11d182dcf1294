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

/// Whether `path` holds a NUL, where the system would take it to end, so that it names another file. No file has such a
/// name; the functions of this folder refuse it.
bool holds_nul(const std::filesystem::path& path);

/// What may be read under a path.
enum class FileKind {
  regular,   ///< a file with an end, and nothing that may keep us waiting
  anything,  ///< also a pipe or a device: what the user named
};

/// The bytes of a file. Reads no more than one byte over `max_bytes`, so that the caller sees that there is more.
/// Fails with the path and the reason: the system's, or that it is of another kind, which shows without opening it in
/// a way that waits.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t max_bytes,
                              FileKind kind = FileKind::regular);

/// The same from the standard input, which is called `name` in a failure.
Result<std::string> read_standard_input(const std::string& name, std::uint64_t max_bytes);

}  // namespace gialint
