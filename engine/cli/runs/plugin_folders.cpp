#include "engine/cli/runs/plugin_folders.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <system_error>

namespace gialint {
namespace {

namespace fs = std::filesystem;

constexpr const char* below_share = "gialint/plugins";

// Empty when it is not set.
std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

fs::path user_plugins() {
  const fs::path data = environment("XDG_DATA_HOME");
  if (data.is_absolute()) return data / below_share;  // the XDG specification has relative ones passed over
  const fs::path home = environment("HOME");
  return home.empty() ? fs::path() : home / ".local/share" / below_share;
}

fs::path trust_file() {
  constexpr const char* below_configuration = "gialint/trust.toml";
  const fs::path configuration = environment("XDG_CONFIG_HOME");
  if (configuration.is_absolute()) return configuration / below_configuration;
  const fs::path home = environment("HOME");
  return home.empty() ? fs::path() : home / ".config" / below_configuration;
}

std::vector<fs::path> plugin_folders() {
  std::vector<fs::path> places;
  const auto add = [&](const fs::path& place) {
    if (!place.empty() && std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
  };
  const std::string given = environment("GIALINT_PLUGIN_PATH");
  for (std::string_view rest = given; !rest.empty();) {
    const std::size_t colon = std::min(rest.find(':'), rest.size());
    add(fs::path(rest.substr(0, colon)));
    rest.remove_prefix(std::min(colon + 1, rest.size()));
  }
  add(user_plugins());
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) add(program.parent_path().parent_path() / "share" / below_share);
  add(fs::path("/usr/local/share") / below_share);
  add(fs::path("/usr/share") / below_share);
  return places;
}

}  // namespace gialint
