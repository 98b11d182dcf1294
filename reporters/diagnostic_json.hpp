#pragma once

#include <vector>

#include "engine/diagnostics/file_result.hpp"
#include "engine/json/json_writer.hpp"

namespace gialint {

/// Writes the members of a diagnostic, as README.md describes them for `json`, into the open object.
void write_members(JsonWriter& json, const SourceText& source, const Diagnostic& diagnostic);

/// Writes the sums that a diagnostic explains, as an array: [{"identity": …, "line": …}].
void write_sums(JsonWriter& json, const std::vector<FailedSum>& sums);

/// Writes why a diagnostic does not count: {"reason": …, "where": …}.
void write_suppression(JsonWriter& json, const Suppression& suppression);

/// Writes the counts of a run as members of the open object.
void write_members(JsonWriter& json, const RunSummary& summary);

}  // namespace gialint
