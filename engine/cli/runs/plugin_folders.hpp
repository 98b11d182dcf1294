#pragma once

#include <filesystem>
#include <vector>

namespace gialint {

/// Where the user's own plugins are installed: gialint/plugins in $XDG_DATA_HOME or ~/.local/share. Empty when neither
/// is known.
std::filesystem::path user_plugins();

/// The folders in which a plugin is looked for by its name, in this order: those of $GIALINT_PLUGIN_PATH, the user's,
/// the one beside the program (PREFIX/bin/gialint, PREFIX/share/gialint/plugins), those of the system.
std::vector<std::filesystem::path> plugin_folders();

/// Where the user lists the folders whose plugins are used: $XDG_CONFIG_HOME/gialint/trust.toml, else below ~/.config.
/// Empty without a home.
std::filesystem::path trust_file();

}  // namespace gialint
