#pragma once

#include <string>
#include <string_view>

namespace gialint {

/// A file as a URI: ASCII only; Chinese, and whatever else a URI may not contain, percent-encoded.
struct FileUri {
  std::string uri;
  bool is_relative = true;  ///< to the root; else it begins with "file:"
};

/// `path` relative to the absolute folder `root`, where relative paths start: "a/b.txt", with "/" and without "." or
/// "..". Absolute for a file outside the root; unchanged without a root.
std::string relative_path(std::string_view path, std::string_view root);

/// `path` relative to the absolute folder `root`, where relative paths start. A file outside the root is named
/// absolutely, since its relative name would need "..", which is not allowed. Without a root the path is unchanged.
FileUri file_uri(std::string_view path, std::string_view root);

}  // namespace gialint
