#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// The placeholders of a message, "{row}", each once and sorted. A Failure names a brace that is none.
Result<std::vector<std::string>> placeholders(std::string_view message);

/// `message` with every placeholder replaced by the fact of that name; a Failure names the one that has none.
Result<std::string> render(std::string_view message, const std::vector<Fact>& facts);

/// `text` on one line: a run of blanks that holds a line break goes away between Chinese characters and becomes one
/// blank elsewhere; other control characters become blanks.
std::string one_line(std::string_view text);

/// Whether `text` is UTF-8 through and through.
bool is_utf8(std::string_view text);

/// [a-z][a-z0-9_]*
bool is_name(std::string_view text);

}  // namespace gialint
