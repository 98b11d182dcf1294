#pragma once

#include <filesystem>
#include <string>

namespace gialint {

/// How a path is written in messages: from the current folder, when that is the shorter way.
std::string shown_path(const std::filesystem::path& path);

/// `path`, which need not exist, as an absolute one without "." and "..". Links are not followed.
std::filesystem::path full_path(const std::filesystem::path& path);

/// Whether `path` is `folder` or lies below it. Both are canonical.
bool lies_within(const std::filesystem::path& folder, const std::filesystem::path& path);

/// `file` as the patterns of a configuration in `folder` see it: relative, with slashes; empty when it does not lie
/// there.
std::string path_within(const std::filesystem::path& folder, const std::filesystem::path& file);

}  // namespace gialint
