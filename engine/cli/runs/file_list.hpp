#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/text/result.hpp"

namespace gialint {

/// The paths in a list: divided by NUL bytes when there is one (find -print0), else one a line, where a line may end as
/// Windows has it. Empty ones are left out.
std::vector<std::string> paths_in(std::string_view list);

/// The paths that --files-from names: those of the file, or of the standard input for "-". Fails, too, where they are
/// written as git does it without -z.
Result<std::vector<std::string>> read_file_list(const std::string& file);

}  // namespace gialint
