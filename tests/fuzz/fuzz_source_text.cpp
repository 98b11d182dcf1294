// Any bytes give a Failure, or a text that is UTF-8, with every undecodable place inside it and positions that lead
// back.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "engine/text/source_text.hpp"
#include "engine/text/unicode.hpp"

namespace {

using gialint::ColumnUnit;
using gialint::Encoding;
using gialint::SourceText;

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const SourceText& source, std::size_t size) {
  const std::string_view text = source.text();
  for (std::size_t at = 0; at < text.size();) {
    const auto c = gialint::code_point_at(text, at);
    require(c.length > 1 || c.value < 0x80);
    at += c.length;
  }
  require(source.byte_count() == size);
  std::uint64_t after = 0;
  for (const auto& bytes : source.undecodable()) {
    require(bytes.length > 0 && bytes.offset >= after && bytes.offset + bytes.length <= size);
    require(bytes.span.end <= text.size() && source.slice(bytes.span) == "\uFFFD");
    after = bytes.offset + bytes.length + 1;  // neighbours would be one entry
  }
  const std::size_t step = text.size() / 5 + 1;
  for (std::size_t at = 0; at <= text.size(); at += step) {
    const auto offset = static_cast<std::uint32_t>(at);
    for (const ColumnUnit unit : {ColumnUnit::utf8, ColumnUnit::code_point, ColumnUnit::utf16, ColumnUnit::display}) {
      const auto position = source.position(offset, unit);
      const std::uint32_t back = source.lines().offset(text, position, unit);
      require(source.position(back, unit) == position);
      if (unit != ColumnUnit::display) require(back <= offset && offset - back < 4);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const std::optional<Encoding> encodings[] = {std::nullopt, Encoding::utf8, Encoding::gb18030, Encoding::utf16le,
                                               Encoding::utf16be};
  for (const auto& encoding : encodings) {
    const auto source = SourceText::from_bytes("fuzz", bytes, encoding);
    if (source.ok()) {
      check(*source, size);
    } else {
      require(!source.failure().what.zh.empty());
    }
  }
  return 0;
}
