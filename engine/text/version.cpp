#include "engine/text/version.hpp"

#include <charconv>
#include <cstddef>

#include "engine/text/ascii.hpp"

namespace gialint {
namespace {

// At least `least` numbers, with a point between each two.
std::optional<Version> parse_numbers(std::string_view text, std::size_t least) {
  Version version;
  std::size_t count = 0;
  while (count < version.numbers.size()) {
    int& number = version.numbers.at(count);
    const bool is_digit = !text.empty() && is_ascii_digit(text.front());
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
    const auto length = static_cast<std::size_t>(end - text.data());
    if (!is_digit || status != std::errc() || (length > 1 && text.front() == '0')) return std::nullopt;
    text.remove_prefix(length);
    ++count;
    if (text.empty()) return count < least ? std::nullopt : std::optional(version);
    if (text.front() != '.') return std::nullopt;
    text.remove_prefix(1);
  }
  return std::nullopt;  // more than three
}

}  // namespace

std::optional<Version> Version::parse(std::string_view text) { return parse_numbers(text, 3); }
std::optional<Version> Version::parse_short(std::string_view text) { return parse_numbers(text, 1); }

}  // namespace gialint
