#pragma once

#include <vector>

#include "engine/diagnostics/file_result.hpp"
#include "engine/json/json_writer.hpp"

namespace gialint {

/// The members of one diagnostic, as README.md describes them for `json`, of the object that is open.
void write_members(JsonWriter& json, const SourceText& source, const Diagnostic& diagnostic);

/// The sums that a diagnostic explains, as the array that comes next: [{"identity": …, "line": …}].
void write_sums(JsonWriter& json, const std::vector<FailedSum>& sums);

/// Why a diagnostic does not count: {"reason": …, "where": …}.
void write_suppression(JsonWriter& json, const Suppression& suppression);

/// The counts of a run, as members of the object that is open.
void write_members(JsonWriter& json, const RunSummary& summary);

}  // namespace gialint
