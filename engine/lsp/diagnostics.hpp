#pragma once

#include "engine/json/json_writer.hpp"
#include "engine/lsp/client.hpp"
#include "engine/lsp/document.hpp"
#include "engine/lsp/workspace.hpp"

namespace gialint {

/// A text in the editor, what linting it gave, and who asks: all that an answer is made from.
struct View {
  const Document& document;
  const Analysis& analysis;
  const Client& client;

  /// A span of the linted text as a Range of the protocol.
  void write_range(JsonWriter& json, Span span) const {
    document.write_range(json, analysis.in_document(span), client.unit);
  }
};

/// One Diagnostic of the protocol.
void write_diagnostic(JsonWriter& json, const View& view, const Diagnostic& diagnostic);

/// All of them as an array, in reading order.
void write_diagnostics(JsonWriter& json, const View& view);

}  // namespace gialint
