#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <vector>

namespace gialint {

/// What tells one state of a file from another without reading it.
struct FileStamp {
  std::int64_t seconds = 0;  ///< when it was last changed
  std::int64_t nanoseconds = 0;
  std::uint64_t size = 0;
  std::uint64_t number = 0;  ///< of the file in its file system: editors often put a new one in the old one's place
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

using FileStamps = std::map<std::filesystem::path, FileStamp>;

/// Of those of `files` that are there.
FileStamps stamps_of(const std::vector<std::filesystem::path>& files);

/// The files that changed, came or went.
std::set<std::filesystem::path> changed_files(const FileStamps& before, const FileStamps& after);

}  // namespace gialint
