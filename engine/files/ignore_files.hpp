#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/files/glob.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// A .gitignore and the folder that holds it.
struct IgnoreFile {
  std::filesystem::path folder;
  GlobSet patterns;
};

/// `path` below `folder`, both absolute; a path elsewhere comes without its leading "..", so that patterns for names
/// still fit it.
std::string path_below(const std::filesystem::path& path, const std::filesystem::path& folder);

/// The .gitignore files from the folder that holds .git down to just above `folder`; none outside a repository.
std::vector<IgnoreFile> ignore_files_above(const std::filesystem::path& folder);

/// Adds that of `folder`, when there is one. The failure, under its name alone, of one that is there and cannot be
/// read.
std::optional<Failure> add_ignore_file(const std::filesystem::path& folder, std::vector<IgnoreFile>& files);

/// Whether one of `files`, the deepest that says anything, takes the path out.
bool is_ignored(const std::filesystem::path& absolute, const std::vector<IgnoreFile>& files, bool is_folder);

/// The files below `folder` with one of these endings (".lua"), sorted and written as `folder` is. Skips hidden files,
/// ignored files and symbolic links.
Result<std::vector<std::filesystem::path>> files_below(const std::filesystem::path& folder,
                                                       const std::vector<std::string_view>& endings);

}  // namespace gialint
