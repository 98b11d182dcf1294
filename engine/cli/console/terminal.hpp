#pragma once

#include <optional>

namespace gialint {

/// The standard streams that may lead to a terminal.
enum class Stream { output, error };

/// Whether a person looks at what is written there.
bool is_terminal(Stream stream);

/// Display cells of a line of the terminal at the standard output; empty when there is none, or it does not say.
std::optional<int> terminal_width();

enum class ColorChoice { automatic, always, never };

/// Whether what goes to a terminal, or elsewhere, is to be coloured: --color, else NO_COLOR, FORCE_COLOR,
/// CLICOLOR_FORCE and TERM.
bool wants_color(ColorChoice choice, bool terminal);

}  // namespace gialint
