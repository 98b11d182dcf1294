#include "engine/files/ignore_files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <system_error>
#include <utility>

#include <sys/stat.h>

#include "engine/files/read_file.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

/// Collects files_below().
class FileCollector {
 public:
  explicit FileCollector(const std::vector<std::string_view>& endings) : endings_(&endings) {}

  /// `folder` as printed, and where it really is. The error of the folder itself; one that lies deeper and cannot be
  /// read has no files.
  std::error_code collect(const fs::path& folder, const fs::path& absolute, std::vector<IgnoreFile>& ignores) {
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    fs::directory_iterator names(absolute, error);
    for (; !error && names != fs::directory_iterator(); names.increment(error)) entries.push_back(*names);
    const std::size_t above = ignores.size();
    add_ignore_file(absolute, ignores);
    for (const fs::directory_entry& entry : entries) {
      const fs::path name = entry.path().filename();
      std::error_code ignored;
      if (name.string().front() == '.' || entry.is_symlink(ignored)) continue;
      const bool is_folder = entry.is_directory(ignored);
      if (is_ignored(entry.path(), ignores, is_folder)) continue;
      if (is_folder) {
        collect(folder / name, entry.path(), ignores);
      } else if (std::find(endings_->begin(), endings_->end(), name.extension().string()) != endings_->end()) {
        files_.push_back((folder / name).lexically_normal());
      }
    }
    ignores.resize(above);
    return error;
  }

  std::vector<fs::path> take() {
    std::sort(files_.begin(), files_.end());
    return std::move(files_);
  }

 private:
  const std::vector<std::string_view>* endings_;
  std::vector<fs::path> files_;
};

}  // namespace

std::string path_below(const fs::path& path, const fs::path& folder) {
  const std::string& whole = path.native();
  const std::string& head = folder.native();
  if (whole.size() > head.size() && whole.compare(0, head.size(), head) == 0) {
    if (whole[head.size()] == '/') return whole.substr(head.size() + 1);
    if (head.back() == '/') return whole.substr(head.size());
  }
  fs::path relative;
  for (const fs::path& part : path.lexically_relative(folder)) {
    if (part != "..") relative /= part;
  }
  return relative.string();
}

std::vector<IgnoreFile> ignore_files_above(const fs::path& folder) {
  std::vector<fs::path> above;
  std::error_code ignored;
  for (fs::path at = folder;; at = at.parent_path()) {
    if (at != folder) above.push_back(at);
    if (fs::exists(at / ".git", ignored)) break;
    if (at == at.parent_path()) return {};
  }
  std::vector<IgnoreFile> files;
  std::reverse(above.begin(), above.end());
  for (const fs::path& each : above) add_ignore_file(each, files);
  return files;
}

std::optional<Failure> add_ignore_file(const fs::path& folder, std::vector<IgnoreFile>& files) {
  constexpr std::uint64_t longest = 1U << 20U;
  static constexpr const char* name = ".gitignore";
  struct stat status {};
  if (::lstat((folder / name).c_str(), &status) != 0) return std::nullopt;
  const Result<std::string> text = read_file(folder / name, longest);
  if (!text.ok()) return Failure{{name}, text.failure().what};
  if (text->size() > longest) return Failure{{name}, system_reason(EFBIG)};
  files.push_back({folder, GlobSet::from_ignore_file(*text)});
  return std::nullopt;
}

bool is_ignored(const fs::path& absolute, const std::vector<IgnoreFile>& files, bool is_folder) {
  for (std::size_t deeper = files.size(); deeper > 0; --deeper) {
    const IgnoreFile& file = files[deeper - 1];
    const std::optional<bool> verdict = file.patterns.verdict(path_below(absolute, file.folder), is_folder);
    if (verdict) return *verdict;
  }
  return false;
}

Result<std::vector<fs::path>> files_below(const fs::path& folder, const std::vector<std::string_view>& endings) {
  std::error_code error;
  const fs::path absolute = fs::canonical(folder, error);
  FileCollector collector(endings);
  if (!error) {
    std::vector<IgnoreFile> ignores = ignore_files_above(absolute);
    error = collector.collect(folder, absolute, ignores);
  }
  if (error) return Failure{{folder.string()}, system_reason(error.value())};
  return collector.take();
}

}  // namespace gialint
