#include "engine/lsp/document.hpp"

#include <algorithm>
#include <limits>

namespace gialint {
namespace {

// A line or character of a position, from 0. What is larger than any text lies beyond this one, too.
std::optional<std::uint32_t> coordinate(const JsonValue& value) {
  constexpr std::int64_t most = std::numeric_limits<std::uint32_t>::max() - 1;
  const std::optional<std::int64_t> number = value.integer();
  if (!number || *number < 0) return std::nullopt;
  return static_cast<std::uint32_t>(std::min(*number, most));
}

}  // namespace

bool Document::change(const JsonValue& changes, std::optional<std::int64_t> version, ColumnUnit unit) {
  Document changed = *this;
  if (!changes.is_array()) return false;
  for (const JsonValue& change : changes.elements()) {
    const std::optional<std::string_view> text = change["text"].string();
    if (!text || text->size() > longest) return false;
    if (change["range"].is_null()) {
      changed.text_ = *text;
    } else {
      const std::optional<Span> span = changed.span(change["range"], unit);
      if (!span || changed.text_.size() - span->size() + text->size() > longest) return false;
      changed.text_.replace(span->begin, span->size(), *text);
    }
    changed.lines_ = LineIndex(changed.text_);
  }
  if (version) changed.version_ = version;
  *this = std::move(changed);
  return true;
}

std::optional<std::uint32_t> Document::offset(const JsonValue& position, ColumnUnit unit) const {
  const std::optional<std::uint32_t> line = coordinate(position["line"]);
  const std::optional<std::uint32_t> character = coordinate(position["character"]);
  if (!line || !character) return std::nullopt;
  return lines_.offset(text_, {*line + 1, *character + 1}, unit);
}

std::optional<Span> Document::span(const JsonValue& range, ColumnUnit unit) const {
  const std::optional<std::uint32_t> start = offset(range["start"], unit);
  const std::optional<std::uint32_t> end = offset(range["end"], unit);
  if (!start || !end) return std::nullopt;
  return Span{std::min(*start, *end), std::max(*start, *end)};
}

void Document::write_position(JsonWriter& json, std::uint32_t offset, ColumnUnit unit) const {
  const Position at = lines_.position(text_, offset, unit);
  json.begin_object().member("line", at.line - 1).member("character", at.column - 1).end_object();
}

void Document::write_range(JsonWriter& json, Span span, ColumnUnit unit) const {
  json.begin_object().key("start");
  write_position(json, span.begin, unit);
  json.key("end");
  write_position(json, span.end, unit);
  json.end_object();
}

}  // namespace gialint
