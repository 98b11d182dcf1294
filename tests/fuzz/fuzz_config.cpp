// Any bytes as a gialint.toml give settings that can be used, or one failure in both languages that lies inside the
// file.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/config/config.hpp"
#include "engine/config/config_files.hpp"
#include "engine/config/config_plugins.hpp"

namespace gialint {
namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

const RulePack& rules() {
  static const RulePack pack;  // the engine's own rules are there without any
  return pack;
}

void check(const Failure& failure, const std::string& text) {
  require(!failure.what.zh.empty() && !failure.what.en.empty());
  require(!failure.where.path.empty());
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  require(failure.where.line <= lines + 1);  // what is missing at the end is missed behind it
}

void check(const Config& config, std::size_t size) {
  const std::vector<EffectiveRule> rules_on = effective_rules(config, rules(), {}, config.folder / "a.txt");
  require(!rules_on.empty());
  for (const SuppressEntry& entry : config.suppressions) {
    require(!entry.reason.empty());
    require(entry.source == nullptr || (entry.span.begin <= entry.span.end && entry.span.end <= size));
  }
  for (const OverrideEntry& entry : config.overrides) require(!entry.files.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  ConfigFiles files("/nonexistent/gialint.toml", text);
  const Result<std::vector<PluginRequest>> plugins = plugin_requests(files);
  if (plugins) {
    for (const PluginRequest& request : *plugins) require(request.origin.line > 0);
  } else {
    check(plugins.failure(), text);
  }
  const Result<Config> config = read_config(files, rules());
  if (config) {
    check(*config, size);
  } else {
    check(config.failure(), text);
  }
  return 0;
}

}  // namespace gialint
