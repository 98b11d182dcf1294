#include "engine/cli/console/watch.hpp"

#include <sys/stat.h>

namespace gialint {

FileStamps stamps_of(const std::vector<std::filesystem::path>& files) {
  FileStamps stamps;
  for (const std::filesystem::path& file : files) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) continue;
    stamps[file] = {status.st_mtim.tv_sec, status.st_mtim.tv_nsec, static_cast<std::uint64_t>(status.st_size),
                    static_cast<std::uint64_t>(status.st_ino)};
  }
  return stamps;
}

std::set<std::filesystem::path> changed_files(const FileStamps& before, const FileStamps& after) {
  std::set<std::filesystem::path> changed;
  for (const auto& [file, stamp] : before) {
    const auto now = after.find(file);
    if (now == after.end() || !(now->second == stamp)) changed.insert(file);
  }
  for (const auto& [file, stamp] : after) {
    if (before.count(file) == 0) changed.insert(file);
  }
  return changed;
}

}  // namespace gialint
