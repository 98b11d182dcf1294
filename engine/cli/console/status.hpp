#pragma once

#include <string>
#include <string_view>

#include "engine/cli/console/output.hpp"
#include "engine/text/language.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// What the exit status says: 2 beats 1.
enum class Status {
  clean = 0,  ///< nothing at or above --fail-on
  diagnostics = 1,
  failed = 2,         ///< the verdict cannot be trusted: usage, configuration, unreadable input, a rule that failed
  interrupted = 130,  ///< by Ctrl-C; by another signal 128 and its number
};

/// Status::interrupted, for the signal that asked the program to end.
Status interrupted();

/// One line on the standard error: "gialint: …".
void complain(std::string_view what);
void complain(const Failure& failure, Language language);

/// Complains of what keeps a command from its work: Status::failed.
Status failed(const Failure& failure, Language language);
Status failed(std::string_view what);

/// Puts what was written in its place. False when it could not be, with a complaint; a reader who went away is no
/// trouble to speak of.
bool finish(Output& output, Language language);

/// write_file(); false when it could not be written, with a complaint.
bool save(const std::string& path, std::string_view text, Language language);

/// Writes `text` to the standard output, and finishes it.
Status print(const std::string& text, Language language);

}  // namespace gialint
