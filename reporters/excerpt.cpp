#include "reporters/excerpt.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "engine/text/unicode.hpp"
#include "reporters/places.hpp"

namespace gialint {
namespace {

constexpr char32_t ellipsis = U'…';
constexpr int narrowest = 20;
constexpr int tab_stop = 8;

struct Glyph {
  std::uint32_t begin = 0;  ///< byte in the line
  int cell = 0;             ///< cells to its left
};

/// The characters of `line` within `window`, and one more that stands for the end.
std::vector<Glyph> lay_out(std::string_view line, Span window, int ambiguous_width) {
  std::vector<Glyph> glyphs;
  int cell = 0;
  for (std::uint32_t at = window.begin; at < window.end;) {
    glyphs.push_back({at, cell});
    const CodePoint character = code_point_at(line, at);
    if (character.value == '\t') {
      cell += tab_stop - cell % tab_stop;
    } else if (is_control(character.value)) {
      cell += static_cast<int>(printable(line.substr(at, character.length)).size());
    } else {
      cell += cell_width(character.value, ambiguous_width);
    }
    at += character.length;
  }
  glyphs.push_back({window.end, cell});
  return glyphs;
}

/// Bytes that are looked at: a line may be the whole of a 50 MB file, and a terminal shows some hundred characters.
Span neighbourhood(std::string_view line, Span marked, int width) {
  const auto size = static_cast<std::uint32_t>(line.size());
  const auto reach = static_cast<std::uint32_t>(width) * 8U;
  const std::uint32_t begin = marked.begin > reach ? marked.begin - reach : 0;
  const std::uint32_t end = size - marked.begin > reach ? marked.begin + reach : size;
  return {character_start(line, begin), character_start(line, end)};
}

}  // namespace

Excerpt make_excerpt(std::string_view line, Span marked, int width, int ambiguous_width) {
  width = std::clamp(width, narrowest, 1000);
  const auto size = static_cast<std::uint32_t>(line.size());
  marked.begin = character_start(line, std::min(marked.begin, size));
  marked.end = std::clamp(marked.end, marked.begin, size);
  const Span near = neighbourhood(line, marked, width);
  const std::vector<Glyph> glyphs = lay_out(line, near, ambiguous_width);
  const auto last = glyphs.size() - 1;
  const auto index_of = [&](std::uint32_t offset) {
    const auto found = std::lower_bound(glyphs.begin(), glyphs.end(), offset,
                                        [](const Glyph& glyph, std::uint32_t at) { return glyph.begin < at; });
    return std::min(static_cast<std::size_t>(found - glyphs.begin()), last);
  };
  std::size_t first_marked = index_of(marked.begin);
  std::size_t marked_end = index_of(marked.end);

  std::size_t first = 0;
  std::size_t end = last;
  const int total = glyphs[last].cell;
  const int ellipsis_cells = cell_width(ellipsis, ambiguous_width);
  if (total > width || near.begin > 0 || near.end < size) {
    const int room = width - 2 * ellipsis_cells;
    const int mark_begin = glyphs[first_marked].cell;
    const int mark_cells = std::max(1, glyphs[marked_end].cell - mark_begin);
    const int from = std::clamp(mark_begin - std::max(0, room - mark_cells) / 2, 0, std::max(0, total - room));
    while (first < last && glyphs[first].cell < from) ++first;
    // A combining mark goes with the character that was cut off before it.
    while (first > 0 && first < first_marked && glyphs[first].cell == glyphs[first + 1].cell) ++first;
    while (end > first && glyphs[end].cell > from + room) --end;
  }
  const bool cut_left = first > 0 || near.begin > 0;
  const bool cut_right = end < last || near.end < size;

  Excerpt excerpt;
  excerpt.is_whole = !cut_left && !cut_right;
  if (cut_left) append_utf8(excerpt.text, ellipsis);
  for (std::size_t i = first; i < end; ++i) {
    const std::string_view character = line.substr(glyphs[i].begin, glyphs[i + 1].begin - glyphs[i].begin);
    if (character == "\t") {
      excerpt.text.append(static_cast<std::size_t>(glyphs[i + 1].cell - glyphs[i].cell), ' ');
    } else {
      excerpt.text += printable(character);
    }
  }
  if (cut_right) append_utf8(excerpt.text, ellipsis);

  first_marked = std::clamp(first_marked, first, end);
  marked_end = std::clamp(marked_end, first_marked, end);
  excerpt.mark_column = (cut_left ? ellipsis_cells : 0) + glyphs[first_marked].cell - glyphs[first].cell;
  excerpt.mark_cells = std::max(1, glyphs[marked_end].cell - glyphs[first_marked].cell);
  return excerpt;
}

}  // namespace gialint
