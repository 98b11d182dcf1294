#pragma once

#include <cstdint>

#include "engine/lsp/diagnostics.hpp"

namespace gialint {

/// Where what stands at byte `offset` of the document comes from, as Location[]: of a number in the prose the cells
/// that it is compared with, of a total in a table the cells that the form adds up to it.
void write_definition(JsonWriter& json, const View& view, std::uint32_t offset);

/// What else speaks of the cell at byte `offset`, as Location[]: the numbers in the prose that are compared with it,
/// and the totals that it is a part of.
void write_references(JsonWriter& json, const View& view, std::uint32_t offset);

}  // namespace gialint
