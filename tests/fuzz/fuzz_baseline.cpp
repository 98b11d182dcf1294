// Any bytes as a baseline give one that is the same when it has been written and read again, or a failure.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/run/baseline.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  const gialint::Result<gialint::Baseline> baseline = gialint::parse_baseline(text, "x.json");
  if (!baseline) {
    const gialint::Failure& failure = baseline.failure();
    require(failure.where.path == "x.json" && !failure.what.zh.empty() && !failure.what.en.empty());
    return 0;
  }
  const std::string written = to_json(*baseline);
  const gialint::Result<gialint::Baseline> again = gialint::parse_baseline(written, "x.json");
  require(again.ok() && to_json(*again) == written);
  return 0;
}
