#include "engine/toml/packed.hpp"

#include <cstddef>
#include <string>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

const std::string document =
    "a = '中'\n"
    "b = -7\n"
    "c = [true, 2021-09-26, 1.5, ['x', 9223372036854775807]]\n"
    "[d.e]\n"
    "f = { g = [] }\n";

TEST_CASE("a packed file is the table that was packed, places and all", "[toml]") {
  const Result<TomlTable> table = parse_toml(document, "x.toml");
  REQUIRE(table.ok());
  const std::string bytes = pack_toml(*table);
  const std::optional<TomlTable> back = unpack_toml(bytes);
  REQUIRE(back);
  CHECK(pack_toml(*back) == bytes);

  CHECK(std::get<std::string>(back->find("a")->value.data) == "中");
  CHECK(std::get<std::int64_t>(back->find("b")->value.data) == -7);
  const auto& list = std::get<TomlArray>(back->find("c")->value.data);
  REQUIRE(list.size() == 4);
  CHECK(std::get<bool>(list[0].data));
  CHECK(std::get<TomlDate>(list[1].data) == TomlDate{2021, 9, 26});
  CHECK(std::holds_alternative<TomlOther>(list[2].data));
  const auto& inner = std::get<TomlArray>(list[3].data);
  CHECK(inner[1].place == std::get<TomlArray>(std::get<TomlArray>(table->find("c")->value.data)[3].data)[1].place);
  CHECK(std::get<TomlTable>(back->find("d")->value.data).find("e")->place ==
        std::get<TomlTable>(table->find("d")->value.data).find("e")->place);
}

TEST_CASE("bytes that no file was packed into give nothing", "[toml]") {
  const std::string bytes = pack_toml(*parse_toml(document, "x.toml"));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(unpack_toml(bytes.substr(0, size)));
  }
  CHECK_FALSE(unpack_toml(bytes + "x"));
  CHECK_FALSE(unpack_toml(std::string(100, '\xFF')));
  for (std::size_t at = 0; at < bytes.size(); ++at) {  // any byte changed: no crash, whatever comes of it
    std::string changed = bytes;
    changed[at] = '\x7F';
    unpack_toml(changed);
  }
}

}  // namespace
}  // namespace gialint
