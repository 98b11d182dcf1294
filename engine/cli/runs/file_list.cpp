#include "engine/cli/runs/file_list.hpp"

#include <algorithm>

#include "engine/files/read_file.hpp"
#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

constexpr std::uint64_t longest_list = std::uint64_t{256} << 20U;

/// "\345\271\264.txt": what git ls-files makes of 年.txt without -z.
bool is_quoted_by_git(std::string_view path) {
  constexpr std::string_view digits = "01234567";
  const std::size_t escape = path.find('\\');
  return path.size() > 2 && path.front() == '"' && path.back() == '"' && escape != std::string_view::npos &&
         path.substr(escape + 1, 3).find_first_not_of(digits) == std::string_view::npos;
}

}  // namespace

std::vector<std::string> paths_in(std::string_view list) {
  const bool by_nul = list.find('\0') != std::string_view::npos;
  const char divider = by_nul ? '\0' : '\n';
  std::vector<std::string> paths;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(divider), list.size());
    std::string_view path = list.substr(0, end);
    if (!by_nul && !path.empty() && path.back() == '\r') path.remove_suffix(1);
    if (!path.empty()) paths.emplace_back(path);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return paths;
}

Result<std::vector<std::string>> read_file_list(const std::string& file) {
  const Result<std::string> text = file == "-" ? read_standard_input("--files-from -", longest_list)
                                               : read_file(file, longest_list, FileKind::anything);
  if (!text.ok()) return Failure{{file}, text.failure().what};
  if (text->size() > longest_list) {
    static constexpr Sentence too_long("名单超过 256 MiB", "the list is longer than 256 MiB");
    return Failure{{file}, too_long};
  }
  std::vector<std::string> paths = paths_in(*text);
  if (std::any_of(paths.begin(), paths.end(), is_quoted_by_git)) {
    static constexpr Sentence quoted("名单里的文件名是 git 转写过的（\"\\345\\271…\"）：请用 git ls-files -z",
                                     "the list holds names that git quoted (\"\\345\\271…\"): use git ls-files -z");
    return Failure{{file}, quoted};
  }
  return paths;
}

}  // namespace gialint
