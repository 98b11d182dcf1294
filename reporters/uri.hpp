#pragma once

#include <string>
#include <string_view>

namespace gialint {

/// A file as a URI: only ASCII, Chinese and everything else that a URI may not hold percent-encoded.
struct FileUri {
  std::string uri;
  bool is_relative = true;  ///< to the root; else it begins with "file:"
};

/// `path` as seen from the absolute folder `root`, which paths that are not absolute start from: "a/b.txt", with "/"
/// and neither "." nor ".." in it. Absolute for a file outside the root; without a root as it stands.
std::string relative_path(std::string_view path, std::string_view root);

/// `path` as seen from the absolute folder `root`, which paths that are not absolute start from. A file outside the
/// root has no relative name that a URI may carry (".." is not allowed), so it is named absolutely. Without a root
/// the path is taken as it stands.
FileUri file_uri(std::string_view path, std::string_view root);

}  // namespace gialint
