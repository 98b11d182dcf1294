#pragma once

#include "engine/lsp/diagnostics.hpp"

namespace gialint {

/// Behind each total of the form's tables that is not 0 what its parts add up to, as InlayHint[]: "= 3" where that is
/// what stands there, else "≠ 4". Nothing where a figure is missing or its place is not sure. Those within `span`,
/// bytes of the document.
void write_hints(JsonWriter& json, const View& view, Span span);

}  // namespace gialint
