#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/office/drawn_document.hpp"

namespace gialint {

/// What one comment is about.
struct CommentAnchor {
  std::string id;  ///< of the comment, as it stands in its part
  Span drawn;      ///< in DrawnDocument::text; empty: something that is missing there
};

struct AnchoredPart {
  std::string xml;
  /// For each anchor, whether its marks enclose its text and nothing besides. A drawn number, which comes from nowhere,
  /// has no text; an empty span is met where the marks stand at its place.
  std::vector<bool> exact;
};

/// `xml`, the main part that `drawn` was drawn from, with the marks of all comments: <w:commentRangeStart/> and
/// <w:commentRangeEnd/> with the run that refers to the comment (ISO/IEC 29500-1, 17.13.4).
///
/// A run is divided where a mark falls into its text; both halves keep its formatting. In a shape, where Word takes no
/// comments, and in text that cannot be divided, the marks enclose the whole run.
AnchoredPart with_anchors(std::string_view xml, const DrawnDocument& drawn, const std::vector<CommentAnchor>& anchors);

}  // namespace gialint
