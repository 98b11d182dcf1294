#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/text/result.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// A place marked in a text: "⟦label:text⟧" or "⟦text⟧". Labels consist of a–z, 0–9 and "_".
struct Mark {
  std::string label;  ///< may be empty
  Span span;          ///< in the text without marks
};

/// A text and the places marked in it. Marks may be nested; their brackets are not part of the text.
struct MarkedText {
  std::string text;
  std::vector<Mark> marks;  ///< in the order of their opening brackets

  /// Fails when brackets do not pair.
  static Result<MarkedText> parse(std::string_view marked);

  [[nodiscard]] const Mark* mark(std::string_view label) const;
};

}  // namespace gialint
