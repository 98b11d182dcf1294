// Any bytes as a .gitignore: a path is matched exactly when the first of its folders and itself that some pattern
// decides for is; comments and blank lines change nothing. Paths are the lines of the file themselves, and their
// pieces.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "engine/files/glob.hpp"

namespace {

using gialint::GlobSet;

void require(bool holds) {
  if (!holds) std::abort();
}

bool matched_by_walk(const GlobSet& globs, std::string_view path, bool is_directory) {
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
    if (slash > 0 && globs.verdict(path.substr(0, slash), true) == true) return true;
  }
  return globs.verdict(path, is_directory) == true;
}

void check(const GlobSet& globs, const GlobSet& commented, std::string_view path) {
  // Paths as a walk gives them: no slash at either end, none doubled.
  if (path.empty() || path.front() == '/' || path.back() == '/' || path.find("//") != std::string_view::npos) return;
  for (const bool is_directory : {false, true}) {
    require(globs.matches(path, is_directory) == matched_by_walk(globs, path, is_directory));
    require(globs.verdict(path, is_directory) == commented.verdict(path, is_directory));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 2048) return 0;  // every line is tried against every other
  const std::string text(data, data + size);
  const GlobSet globs = GlobSet::from_ignore_file(text);
  const GlobSet commented = GlobSet::from_ignore_file(text + "\n# a comment\n\n");
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    check(globs, commented, line);
    check(globs, commented, line.substr(line.size() / 2));
    check(globs, commented, "a/" + std::string(line) + "/b.txt");
    begin = end + 1;
  }
  return 0;
}
