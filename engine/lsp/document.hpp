#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/json/json_value.hpp"
#include "engine/json/json_writer.hpp"
#include "engine/text/line_index.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// A text as it stands in the editor.
class Document {
 public:
  /// Longer texts would have places that a Span cannot name.
  static constexpr std::size_t longest = std::size_t{256} << 20U;

  /// `uri` is kept letter by letter: the client would not know another spelling of it.
  Document(std::string uri, std::optional<std::int64_t> version, std::string text)
      : uri_(std::move(uri)), version_(version), text_(std::move(text)), lines_(text_) {}

  [[nodiscard]] const std::string& uri() const { return uri_; }
  [[nodiscard]] std::optional<std::int64_t> version() const { return version_; }
  [[nodiscard]] const std::string& text() const { return text_; }

  /// Makes `changes`, TextDocumentContentChangeEvent[] of the protocol, one after the other; one without a range
  /// replaces the text. False, and the text as it was, when one is none or the text would be too long.
  bool change(const JsonValue& changes, std::optional<std::int64_t> version, ColumnUnit unit);

  /// The byte at a Position of the protocol: the nearest there is where that lies beyond its line or the text, the
  /// character's start where it lies inside one. Empty for what is no position.
  [[nodiscard]] std::optional<std::uint32_t> offset(const JsonValue& position, ColumnUnit unit) const;
  /// The same for a Range; the ends of one that runs backwards change places.
  [[nodiscard]] std::optional<Span> span(const JsonValue& range, ColumnUnit unit) const;

  /// Line, from 0, of byte `offset`.
  [[nodiscard]] std::uint32_t line(std::uint32_t offset) const { return lines_.line_of(offset) - 1; }
  void write_position(JsonWriter& json, std::uint32_t offset, ColumnUnit unit) const;
  void write_range(JsonWriter& json, Span span, ColumnUnit unit) const;

 private:
  std::string uri_;
  std::optional<std::int64_t> version_;
  std::string text_;
  LineIndex lines_;
};

}  // namespace gialint
