#include "engine/readers/source_lines.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace gialint {

Span SourceLines::span(std::uint32_t number) const {
  if (!framed_.empty()) {
    const auto after = std::upper_bound(framed_.begin(), framed_.end(), number,
                                        [](std::uint32_t line, const Framed& each) { return line < each.first; });
    if (after != framed_.begin()) {
      const Framed& framed = *(after - 1);
      const std::size_t index = number - framed.first;
      if (index < framed.parts.size()) return framed.parts[index];
    }
  }
  return source_.lines().line_span(source_.text(), number);
}

bool SourceLines::unframe(std::uint32_t first, std::vector<Span> parts) {
  constexpr int most_frames = 32;
  if (!framed_.empty() && first < framed_.back().first + framed_.back().parts.size()) {
    // Within the last frame: its lines are narrower now. Each frame is read once more.
    if (++framed_.back().frames > most_frames) return false;
    const std::size_t begin = first - framed_.back().first;
    for (std::size_t i = 0; i < parts.size() && begin + i < framed_.back().parts.size(); ++i)
      framed_.back().parts[begin + i] = parts[i];
    return true;
  }
  framed_.push_back({first, std::move(parts)});
  return true;
}

}  // namespace gialint
