#include "engine/text/display.hpp"

#include <algorithm>
#include <cstddef>

#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr std::string_view ellipsis = "…";

std::string blanks(int count) { return std::string(static_cast<std::size_t>(std::max(0, count)), ' '); }

// The longest head of `text` that takes no more than `width` cells, marks on its last character included.
std::string_view head(std::string_view text, int width, int ambiguous) {
  int cells = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint character = code_point_at(text, at);
    cells += cell_width(character.value, ambiguous);
    if (cells > width) break;
    at += character.length;
  }
  return text.substr(0, at);
}

// The longest tail that does, starting with a character of its own and no mark on one before.
std::string_view tail(std::string_view text, int width, int ambiguous) {
  int cells = display_width(text, ambiguous);
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint character = code_point_at(text, at);
    const int own = cell_width(character.value, ambiguous);
    if (cells <= width && own > 0) break;
    cells -= own;
    at += character.length;
  }
  return text.substr(at);
}

}  // namespace

int display_width(std::string_view text, int ambiguous) {
  int cells = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint character = code_point_at(text, at);
    cells += cell_width(character.value, ambiguous);
    at += character.length;
  }
  return cells;
}

std::string elide_middle(std::string_view text, int width, int ambiguous) {
  if (display_width(text, ambiguous) <= width) return std::string(text);
  const int room = std::max(0, width - display_width(ellipsis, ambiguous));
  const std::string_view first = head(text, (room + 1) / 2, ambiguous);
  const std::string_view last = tail(text.substr(first.size()), room - display_width(first, ambiguous), ambiguous);
  return std::string(first) + std::string(ellipsis) + std::string(last);
}

std::vector<std::string> wrap_evenly(std::string_view text, int width, int ambiguous) {
  width = std::max(1, width);
  const int cells = display_width(text, ambiguous);
  const int count = std::max(1, (cells + width - 1) / width);
  // A line may need one cell more than its share, since two-cell characters do not divide; never more than `width`.
  const int share = std::min(width, (cells + count - 1) / count + 1);
  std::vector<std::string> lines;
  while (!text.empty()) {
    std::string_view line = head(text, share, ambiguous);
    if (line.empty()) line = text.substr(0, code_point_at(text, 0).length);
    lines.emplace_back(line);
    text.remove_prefix(line.size());
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

std::string pad_left(std::string_view text, int width, int ambiguous) {
  return blanks(width - display_width(text, ambiguous)) + std::string(text);
}

std::string pad_right(std::string_view text, int width, int ambiguous) {
  return std::string(text) + blanks(width - display_width(text, ambiguous));
}

}  // namespace gialint
