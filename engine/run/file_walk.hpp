#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "engine/config/settings.hpp"
#include "engine/run/input_file.hpp"

namespace gialint {

struct WalkOptions {
  std::vector<std::string> exclude;        ///< --exclude: patterns as in .gitignore, relative to the current folder
  std::string standard_input = "<stdin>";  ///< what `-` is called, in output and by the patterns
  bool follow = false;                     ///< --follow: also symbolic links that lead out of the folder
};

struct Walk {
  std::vector<InputFile> files;                ///< in byte order of their paths, each once
  std::vector<std::filesystem::path> folders;  ///< real paths of the folders named by the user
  std::vector<std::string> excluded;           ///< named by the user, but excluded; in the order given
  /// Files in the folders that are of kinds in which reports come but that no reader reads, by their ending (".pdf",
  /// ".doc" …), however many; those that .gitignore or a pattern takes out are not counted.
  std::map<std::string, std::size_t> left_out;
  std::size_t not_followed = 0;  ///< symbolic links that lead out of the folders, and were not followed
};

/// The files that `paths` come to: files as they are, `-` as the standard input, and of folders, all the way down, the
/// .txt, .md, .html and .htm, .docx and .docm files that neither .gitignore nor an exclude pattern takes out. Exclude
/// patterns hold for named files too, .gitignore does not. Hidden files and folders in a folder, and the "~$" files
/// that stand beside an open document, are left out. Symbolic links are followed to what lies in one of the folders of
/// `paths` and is not in the walk already; with WalkOptions::follow to anywhere. A pipe, device or socket that is
/// called like a report is one that cannot be read.
Walk find_files(const std::vector<std::string>& paths, const WalkOptions& options, Settings& settings);

}  // namespace gialint
