#include "tests/generator/writer.hpp"

#include <algorithm>
#include <array>

#include "tests/generator/marks.hpp"

namespace gialint::generator {
namespace {

bool may_begin_line(std::string_view point) {
  constexpr std::array<std::string_view, 16> closing = {"，", "。", "、", "；", "：", "）", "”",  "》",
                                                        "〕", "！", "？", ")",  ",",  ".",  "．", "\""};
  if (point.front() == mark_end) return false;
  return std::find(closing.begin(), closing.end(), point) == closing.end();
}

bool is_word(std::string_view point) {
  return point.size() == 1 && ((point[0] >= '0' && point[0] <= '9') || (point[0] >= 'A' && point[0] <= 'z') ||
                               point[0] == '.' || point[0] == ',' || point[0] == '%');
}

}  // namespace

void Writer::put(std::string_view text) {
  for (const char each : text) {
    if (each == mark_begin) {
      marks_.push_back({here(), here()});
    } else if (each == mark_end) {
      marks_.back().end = here();
    } else {
      text_ += each;
    }
  }
}

std::vector<std::string_view> code_points(std::string_view text) {
  std::vector<std::string_view> points;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at + 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0U) == 0x80U) ++next;
    points.push_back(text.substr(at, next - at));
    at = next;
  }
  return points;
}

std::vector<std::string_view> broken(std::string_view text, std::size_t most, Random& random) {
  const std::vector<std::string_view> points = code_points(text);
  std::vector<std::string_view> pieces;
  std::size_t at = 0;
  const auto push = [&](std::size_t end) {
    const char* const begin = points[at].data();
    pieces.emplace_back(begin, static_cast<std::size_t>(points[end - 1].data() + points[end - 1].size() - begin));
    at = end;
  };
  const auto parts =
      static_cast<std::size_t>(random.between(2, static_cast<std::int64_t>(std::max<std::size_t>(2, most))));
  while (pieces.size() + 1 < parts && points.size() - at >= 6) {
    // The enumerator stays with the words that follow it.
    std::size_t end =
        at + static_cast<std::size_t>(random.between(3, static_cast<std::int64_t>(points.size() - at) - 2));
    while (end + 1 < points.size() && (!may_begin_line(points[end]) || points[end] == " ")) ++end;
    if (end + 1 >= points.size()) break;
    push(end);
  }
  if (points.size() > at) push(points.size());
  return pieces;
}

std::vector<std::string_view> wrapped(std::string_view text, std::size_t width) {
  const std::vector<std::string_view> points = code_points(text);
  std::vector<std::string_view> lines;
  std::size_t begin = 0;
  while (begin < points.size()) {
    std::size_t end = begin;
    std::size_t used = 0;
    while (end < points.size() && used + display_width(points[end]) <= width) used += display_width(points[end++]);
    if (end == begin) ++end;
    if (end < points.size()) {
      const std::size_t most = end;
      while (end > begin + 1 && (!may_begin_line(points[end]) || (is_word(points[end]) && is_word(points[end - 1]))))
        --end;
      if (end == begin + 1) end = most;
    }
    const char* const first = points[begin].data();
    lines.emplace_back(first, static_cast<std::size_t>(points[end - 1].data() + points[end - 1].size() - first));
    begin = end;
  }
  return lines;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (const std::string_view point : code_points(text)) {
    if (point.front() == mark_begin || point.front() == mark_end) continue;
    width += point.size() == 1 ? 1 : 2;
  }
  return width;
}

}  // namespace gialint::generator
