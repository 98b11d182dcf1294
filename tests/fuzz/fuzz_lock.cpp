// Any bytes as a gialint.lock give one that is the same when it has been written and read again, or a failure.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/packs/plugin_lock.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  const gialint::Result<gialint::PluginLock> lock = gialint::read_lock(text, "gialint.lock");
  if (!lock) {
    const gialint::Failure& failure = lock.failure();
    require(failure.where.path == "gialint.lock" && !failure.what.zh.empty() && !failure.what.en.empty());
    return 0;
  }
  const std::string written = to_toml(*lock);
  const gialint::Result<gialint::PluginLock> again = gialint::read_lock(written, "gialint.lock");
  require(again.ok() && to_toml(*again) == written);
  for (const gialint::LockedPlugin& plugin : lock->plugins) require(again->find(plugin.name) != nullptr);
  return 0;
}
