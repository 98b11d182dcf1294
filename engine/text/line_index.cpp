#include "engine/text/line_index.hpp"

#include <algorithm>
#include <cstring>

#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr std::uint32_t tab_stop = 8;

/// The first `wanted` at or after `at`, else the end.
std::size_t next(std::string_view text, char wanted, std::size_t at) {
  const void* found = at < text.size() ? std::memchr(text.data() + at, wanted, text.size() - at) : nullptr;
  return found == nullptr ? text.size() : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

/// How far `c` moves a column that stands `steps` from the line's start.
std::uint32_t width_of(CodePoint c, std::uint32_t steps, ColumnUnit unit) {
  switch (unit) {
    case ColumnUnit::utf8:
      return c.length;
    case ColumnUnit::code_point:
      return 1;
    case ColumnUnit::utf16:
      return c.value > 0xFFFF ? 2 : 1;
    case ColumnUnit::display:
      return c.value == '\t' ? tab_stop - steps % tab_stop : static_cast<std::uint32_t>(cell_width(c.value));
  }
  return 1;
}

}  // namespace

LineIndex::LineIndex(std::string_view text) {
  starts_.reserve(text.size() / 48 + 1);
  starts_.push_back(0);
  std::size_t feed = next(text, '\n', 0);
  std::size_t carriage = next(text, '\r', 0);
  while (feed < text.size() || carriage < text.size()) {
    std::size_t start = std::min(feed, carriage) + 1;
    if (carriage + 1 == feed && feed < text.size()) start = feed + 1;
    starts_.push_back(static_cast<std::uint32_t>(start));
    if (feed < start) feed = next(text, '\n', start);
    if (carriage < start) carriage = next(text, '\r', start);
  }
}

std::uint32_t LineIndex::line_of(std::uint32_t offset) const {
  return static_cast<std::uint32_t>(std::upper_bound(starts_.begin(), starts_.end(), offset) - starts_.begin());
}

Span LineIndex::line_span(std::string_view text, std::uint32_t line) const {
  line = std::clamp(line, 1U, line_count());
  const std::uint32_t begin = starts_[line - 1];
  if (line == line_count()) return {begin, static_cast<std::uint32_t>(text.size())};
  std::uint32_t end = starts_[line] - 1;
  if (text[end] == '\n' && end > begin && text[end - 1] == '\r') --end;
  return {begin, end};
}

Position LineIndex::position(std::string_view text, std::uint32_t offset, ColumnUnit unit) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text.size()));
  const std::uint32_t line = line_of(offset);
  const Span span = line_span(text, line);
  std::uint32_t steps = 0;
  for (std::uint32_t at = span.begin; at < std::min(offset, span.end);) {
    const CodePoint c = code_point_at(text, at);
    if (at + c.length > offset) break;
    steps += width_of(c, steps, unit);
    at += c.length;
  }
  return {line, steps + 1};
}

std::uint32_t LineIndex::offset(std::string_view text, Position position, ColumnUnit unit) const {
  if (position.line > line_count()) return static_cast<std::uint32_t>(text.size());
  if (position.line < 1) return 0;
  const Span span = line_span(text, position.line);
  const std::uint32_t wanted = std::max(position.column, 1U) - 1;
  std::uint32_t steps = 0;
  std::uint32_t at = span.begin;
  while (at < span.end) {
    const CodePoint c = code_point_at(text, at);
    const std::uint32_t width = width_of(c, steps, unit);
    if (wanted - steps < width) break;
    steps += width;
    at += c.length;
  }
  return at;
}

}  // namespace gialint
