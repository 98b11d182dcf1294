#pragma once

#include <optional>
#include <string>

#include "engine/lsp/diagnostics.hpp"

namespace gialint {

/// The configuration that holds for a text, as a file that the editor can change.
struct ConfigurationText {
  std::string uri;
  std::optional<std::string> text;  ///< as the editor or the disk has it; empty: there is no such file yet
};

/// The code action that leaves the diagnostic out from now on, as an object: an entry `[[suppress]]` at the end of the
/// configuration, for this diagnostic in this file alone, with a reason for people to fill in.
void write_suppression(JsonWriter& json, const View& view, const Diagnostic& diagnostic,
                       const ConfigurationText& configuration);

}  // namespace gialint
