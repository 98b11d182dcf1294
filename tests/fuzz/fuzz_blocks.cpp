// Any text gives blocks that lie inside it, in order, in either format; and an outline whose places do too.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>

#include "engine/readers/reader.hpp"
#include "tests/support/block_dump.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using gialint::Format;
  const gialint::Result<gialint::SourceText> source =
      gialint::SourceText::from_bytes("fuzz.txt", std::string(reinterpret_cast<const char*>(data), size));
  if (!source) return 0;
  for (const Format format : {Format::plain, Format::markdown}) {
    const std::vector<gialint::Block> blocks = gialint::read_blocks(*source, format);
    if (!gialint::test::first_wrong_place(*source, blocks).empty()) std::abort();
  }
  return 0;
}
