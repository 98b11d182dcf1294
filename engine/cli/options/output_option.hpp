#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gialint {

/// --output FORMAT=FILE
struct FileOutput {
  std::string format;
  std::string file;
};

/// One value of --output, "sarif=a.sarif" or "a.txt": a word of letters and digits before the first "=" is a format,
/// known or not, so that "./a=b.txt" is a file.
FileOutput read_output(std::string_view value);

/// The format that the ending of `file` means, whatever its case: "html" for .html and .htm, "sarif", "json", "jsonl",
/// "csv", "text" for .txt; empty for others, .xml among them, which several formats have. Whether the command writes
/// that format is the caller's business.
std::string_view format_of_ending(std::string_view file);

/// A file that two of `files` would be written to, be it by other names; things that are no plain file may be.
std::optional<std::string> file_named_twice(const std::vector<std::string>& files);

}  // namespace gialint
