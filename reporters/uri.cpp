#include "reporters/uri.hpp"

#include <filesystem>

#include "engine/text/ascii.hpp"

namespace gialint {
namespace {

bool is_unreserved(char c) {
  return is_ascii_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~' || c == '/';
}

std::string percent_encoded(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri;
  for (const char c : path) {
    if (is_unreserved(c)) {
      uri += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      uri += '%';
      uri += digits[byte >> 4U];
      uri += digits[byte & 0xFU];
    }
  }
  return uri;
}

}  // namespace

std::string relative_path(std::string_view path, std::string_view root) {
  namespace fs = std::filesystem;
  fs::path file = fs::path(path).lexically_normal();
  if (!root.empty()) {
    const fs::path folder = fs::path(root).lexically_normal();
    const fs::path absolute = (folder / file).lexically_normal();
    const fs::path relative = absolute.lexically_relative(folder);
    file = relative.empty() || *relative.begin() == ".." ? absolute : relative;
  }
  return file.generic_string();
}

FileUri file_uri(std::string_view path, std::string_view root) {
  const std::string file = relative_path(path, root);
  if (std::filesystem::path(file).is_absolute()) return {"file://" + percent_encoded(file), false};
  return {percent_encoded(file), true};
}

}  // namespace gialint
