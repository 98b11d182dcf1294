#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/diagnostics/file_result.hpp"
#include "engine/readers/reader.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// Whether the fix of a diagnostic that has one is wanted.
using FixFilter = std::function<bool(const Diagnostic&)>;

/// Those of `diagnostics`, which stand in reading order, whose fixes are wanted and can be made at once: by the place
/// of their first edit, and none that overlaps or touches one before it. Those wait until the text has been linted
/// again.
std::vector<const Diagnostic*> fixes_at_once(std::string_view text, const std::vector<Diagnostic>& diagnostics,
                                             const FixFilter& wanted);

/// `text` after one round of all its fixes, suggestions too: what the cases of a rule show.
std::string apply_fixes(std::string_view text, const std::vector<Diagnostic>& diagnostics);

struct FixOptions {
  bool unsafe = false;      ///< make fixes that may change what the report says, too
  std::size_t rounds = 10;  ///< at most
};

/// A safe fix, or with `unsafe` any but a suggestion.
bool is_wanted(const Fix& fix, const FixOptions& options);

/// Lints a file as it would be with these bytes.
using LintBytes = std::function<FileResult(std::string bytes)>;

struct FixedFile {
  std::string bytes;                         ///< of the whole file; as they were when nothing could be fixed
  std::map<std::string, std::size_t> fixed;  ///< how many diagnostics of which rule
  FileResult left;                           ///< what is to be said of `bytes`
  std::vector<Failure> refused;  ///< fixes that cannot be made in this file: where, and which rule's and why
};

/// Applies the fixes of `result`, which is what linting `bytes` gave, then those of what linting again gives, and so on
/// until there is none left. Only diagnostics that count are fixed: no suppressed ones, none of the baseline. Format
/// and encoding are those the file was read in.
///
/// Fails when fixes undo each other or bring ever new ones: then nothing is to be written. Also when the file would not
/// be read any more, or in another encoding than before.
Result<FixedFile> fix_bytes(FileResult result, std::string bytes, std::optional<Format> format,
                            const FixOptions& options, const LintBytes& lint);

}  // namespace gialint
