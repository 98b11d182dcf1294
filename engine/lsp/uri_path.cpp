#include "engine/lsp/uri_path.hpp"

#include <charconv>
#include <string>

#include "engine/text/ascii.hpp"

namespace gialint {
namespace {

// With the escaped bytes ("%E7") as they are; what only looks like an escape stays.
std::string unescaped(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned char byte = 0;
    const std::string_view digits = text.substr(at + 1 > text.size() ? text.size() : at + 1, 2);
    const char* const end = digits.data() + digits.size();
    if (text[at] == '%' && digits.size() == 2 && std::from_chars(digits.data(), end, byte, 16).ptr == end) {
      bytes += static_cast<char>(byte);
      at += 2;
    } else {
      bytes += text[at];
    }
  }
  return bytes;
}

}  // namespace

std::optional<std::filesystem::path> path_of_uri(std::string_view uri) {
  constexpr std::string_view scheme = "file:";
  if (uri.size() < scheme.size()) return std::nullopt;
  for (std::size_t i = 0; i < scheme.size(); ++i) {
    if (ascii_lower(uri[i]) != scheme[i]) return std::nullopt;
  }
  uri.remove_prefix(scheme.size());
  if (uri.starts_with("//")) {
    uri.remove_prefix(2);
    if (uri.starts_with("localhost/")) uri.remove_prefix(uri.find('/'));
  }
  uri = uri.substr(0, uri.find_first_of("?#"));
  const std::string path = unescaped(uri);
  if (path.empty() || path.front() != '/' || path.find('\0') != std::string::npos) return std::nullopt;
  return std::filesystem::path(path);
}

std::string_view name_of_uri(std::string_view uri) {
  const std::size_t start = uri.find_last_of(":/");
  const std::string_view name = start == std::string_view::npos ? uri : uri.substr(start + 1);
  return name.empty() || name == "." || name == ".." ? "untitled" : name;
}

}  // namespace gialint
