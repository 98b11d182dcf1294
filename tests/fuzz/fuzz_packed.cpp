// Any bytes are packed TOML or they are not; what they mean stays the same when it is packed again. And what is TOML
// comes out of its packed form as it went in.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "engine/toml/document.hpp"
#include "engine/toml/packed.hpp"

namespace {

using gialint::TomlTable;

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const TomlTable& table) {
  const std::string packed = pack_toml(table);
  const std::optional<TomlTable> again = gialint::unpack_toml(packed);
  require(again.has_value() && pack_toml(*again) == packed);
  require(!gialint::unpack_toml(packed + '\1').has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  if (const std::optional<TomlTable> unpacked = gialint::unpack_toml(bytes)) check(*unpacked);
  const gialint::Result<TomlTable> parsed = gialint::parse_toml(bytes, "x.toml");
  if (parsed) check(*parsed);
  return 0;
}
