#pragma once

#include "engine/lsp/diagnostics.hpp"

namespace gialint {

/// The report's title, its sections, and in them the tables of the form, as DocumentSymbol[]; as SymbolInformation[],
/// without the nesting, where the client knows no better.
void write_symbols(JsonWriter& json, const View& view);

/// What can be folded, as FoldingRange[]: sections and tables, from their first line to their last that is not blank.
void write_folds(JsonWriter& json, const View& view);

}  // namespace gialint
