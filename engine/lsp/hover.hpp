#pragma once

#include <cstdint>

#include "engine/lsp/diagnostics.hpp"

namespace gialint {

/// What there is to say at byte `offset` of the document, as a Hover; null when there is nothing: for each diagnostic
/// there its message, the sums that do not tie with the report's figures, what to do, and the basis; of a number in the
/// prose what it was read as, and what the tables have for it.
void write_hover(JsonWriter& json, const View& view, std::uint32_t offset);

}  // namespace gialint
