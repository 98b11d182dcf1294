// Any text gives blocks that lie inside it, in order, in every format; and each character that HTML gives is the
// source's at its place, character references and white space aside.

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
  for (const Format format : {Format::plain, Format::markdown, Format::html}) {
    const std::vector<gialint::Block> blocks = gialint::read_blocks(*source, format);
    if (!gialint::test::first_wrong_place(*source, blocks).empty()) std::abort();
    if (format == Format::html && !gialint::test::first_wrong_character(*source, blocks).empty()) std::abort();
  }
  return 0;
}
