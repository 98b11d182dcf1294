#include "engine/cli/options/output_option.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

namespace gialint {

namespace fs = std::filesystem;

FileOutput read_output(std::string_view value) {
  const std::size_t equals = value.find('=');
  const std::string_view word = value.substr(0, equals == std::string_view::npos ? 0 : equals);
  const bool is_format = !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
  if (!is_format) return {"", std::string(value)};
  return {std::string(word), std::string(value.substr(equals + 1))};
}

std::string_view format_of_ending(std::string_view file) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> formats = {{{".csv", "csv"},
                                                                                            {".htm", "html"},
                                                                                            {".html", "html"},
                                                                                            {".json", "json"},
                                                                                            {".jsonl", "jsonl"},
                                                                                            {".sarif", "sarif"},
                                                                                            {".txt", "text"}}};
  std::string ending = fs::path(file).extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  for (const auto& [known, format] : formats) {
    if (known == ending) return format;
  }
  return {};
}

std::optional<std::string> file_named_twice(const std::vector<std::string>& files) {
  std::set<fs::path> seen;
  for (const std::string& file : files) {
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (fs::exists(status) && !fs::is_regular_file(status)) continue;
    fs::path real = fs::weakly_canonical(fs::absolute(file, error), error);
    if (error) real = fs::path(file).lexically_normal();
    if (!seen.insert(real).second) return file;
  }
  return std::nullopt;
}

}  // namespace gialint
