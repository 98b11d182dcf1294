#include "reporters/csv_field.hpp"

#include <algorithm>
#include <array>

namespace gialint {
namespace {

/// Whether a spreadsheet would take a field that begins so for a formula.
bool begins_formula(std::string_view text) {
  constexpr std::array<std::string_view, 10> starts = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return text.starts_with(start); });
}

}  // namespace

void append_csv_field(std::string& out, std::string_view text, std::string_view guard) {
  const std::string_view before = begins_formula(text) ? guard : std::string_view();
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out.append(before).append(text);
    return;
  }
  out.append("\"").append(before);
  for (const char character : text) {
    if (character == '"') out += '"';
    out += character;
  }
  out += '"';
}

}  // namespace gialint
