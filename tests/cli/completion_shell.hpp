#pragma once

#include <string>
#include <vector>

#include "tests/cli/program.hpp"

namespace gialint {

/// A folder whose configuration loads the sample plugin shandong, and a folder bin/ in it that gialint can be found in.
void prepare_completion(const Folder& folder);

/// Runs a line of sh in it. Gives the lines of the output, sorted, each once.
std::vector<std::string> sorted_lines(const std::string& line, const Folder& folder);

/// The words in single quotes, with blanks between them.
std::string quoted_words(const std::vector<std::string>& words);

/// Whether `shell` is there; else a warning says that the test is skipped.
bool have_shell(const std::string& shell);

}  // namespace gialint
