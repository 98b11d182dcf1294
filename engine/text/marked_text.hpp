#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/text/result.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// A place in a text that is marked "⟦label:text⟧" or "⟦text⟧". Labels are of a–z, 0–9 and "_".
struct Mark {
  std::string label;  ///< may be empty
  Span span;          ///< in the text without marks
};

/// A text and the places that were marked in it. Marks may lie in each other; their signs are not part of the text.
struct MarkedText {
  std::string text;
  std::vector<Mark> marks;  ///< in the order of their opening signs

  /// Fails when a mark is not opened or not closed.
  static Result<MarkedText> parse(std::string_view marked);

  [[nodiscard]] const Mark* mark(std::string_view label) const;
};

}  // namespace gialint
