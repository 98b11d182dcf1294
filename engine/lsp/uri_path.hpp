#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace gialint {

/// The path that a URI such as "file:///home/%E7%94%B2.txt" names; empty for another scheme ("untitled:Untitled-1"),
/// for another machine's file, and for what is no absolute path.
std::optional<std::filesystem::path> path_of_uri(std::string_view uri);

/// What a URI that names no file is called: "untitled:Untitled-1" is "Untitled-1". Never empty, and a single name.
std::string_view name_of_uri(std::string_view uri);

}  // namespace gialint
