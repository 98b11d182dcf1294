#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/text/span.hpp"

namespace gialint {

/// What one step of a column counts.
enum class ColumnUnit {
  utf8,        ///< bytes: our own offsets; Vim's quickfix, rdjson
  code_point,  ///< characters, as a person counts: text output
  utf16,       ///< code units: LSP's default, and how the common readers take SARIF
  display,     ///< terminal cells: 申 and （ take two, a tab goes to the next multiple of eight: Emacs, carets
};

/// A place as editors name it. Both count from 1.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend constexpr auto operator<=>(const Position&, const Position&) = default;
};

/// Where the lines of one text begin. A line ends with "\n", "\r\n" or a lone "\r".
///
/// Holds no text: pass every call the text that the index was built from.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  /// At least 1: a text that ends with a line end has an empty last line.
  [[nodiscard]] std::uint32_t line_count() const { return static_cast<std::uint32_t>(starts_.size()); }

  /// The line, from 1, that holds byte `offset`; the end of the text belongs to the last line.
  [[nodiscard]] std::uint32_t line_of(std::uint32_t offset) const;

  /// The bytes of line `line` (from 1), without its line end. A line past the last gives the last.
  [[nodiscard]] Span line_span(std::string_view text, std::uint32_t line) const;

  /// Line and column of byte `offset` (at most text.size()), in the unit asked for. An offset inside a
  /// character counts as that character's start, and one between "\r" and "\n" as that of the "\r".
  [[nodiscard]] Position position(std::string_view text, std::uint32_t offset, ColumnUnit unit) const;

  /// The byte offset of `position`; a line or column past the end gives the nearest that exists, a column inside
  /// a character that character's start. In display cells, zero-width marks belong to the preceding character.
  [[nodiscard]] std::uint32_t offset(std::string_view text, Position position, ColumnUnit unit) const;

 private:
  std::vector<std::uint32_t> starts_;
};

}  // namespace gialint
