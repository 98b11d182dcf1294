// Any bytes as paths, messages, facts, replacements and reasons: the readers of every format can read what is printed,
// and find each diagnostic with its message.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tests/reporters/odd_run.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const gialint::OddRun run = gialint::odd_run(bytes);
  for (const std::string& format : gialint::reporter_names()) {
    const std::string fault = gialint::fault_in(run, format, gialint::printed(run, format));
    if (fault.empty()) continue;
    std::fputs((format + " " + fault + "\n").c_str(), stderr);
    std::abort();
  }
  return 0;
}
