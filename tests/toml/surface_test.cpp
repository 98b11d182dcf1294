#include "engine/toml/surface.hpp"

#include <string>
#include <string_view>

#include <catch2/catch.hpp>

using namespace gialint;

TEST_CASE("characters beyond ASCII are found outside strings and comments", "[toml]") {
  struct {
    std::string_view toml;
    std::size_t offset;
  } const faults[] = {
      {"a = 1，\n", 5},  {"a = “b”\n", 4}, {"'，' = '“'\n键 = 1", 14},
      {"a = 'b\n，", 7}, {"# ，\n，", 6},  {"a = \"\"\"\n\\\"\"\"\n\"\"\"，", 16},
      {"\xFF", 0},
  };
  for (const auto& [toml, offset] : faults) {
    CAPTURE(toml);
    const std::optional<SurfaceFault> fault = surface_fault(toml);
    REQUIRE(fault);
    CHECK(fault->offset == offset);
    CHECK_FALSE(fault->what.zh.empty());
  }
}

TEST_CASE("a key of 65 parts is one too many, whatever its parts are", "[toml]") {
  const auto key = [](int dots) {
    std::string out = "a";
    for (int i = 0; i < dots; ++i) out += i % 2 == 0 ? ".b" : ". \"，\"";
    return out + " = 1\n";
  };
  CHECK_FALSE(surface_fault(key(64) + key(64)));
  CHECK(surface_fault(key(65)));
}

TEST_CASE("strings and comments hold what they like", "[toml]") {
  for (const std::string_view toml : {"a = '、' # 、\n", "\"、\\\"、\" = [\n'、', # “\n]", "a = '''\n、''\n'''''",
                                      "a = \"\"\"、\\\n  、\"\"\"", "a = \"、", "a = \"\"\"、", "a = \"\\", ""}) {
    CAPTURE(toml);
    CHECK_FALSE(surface_fault(toml));
  }
}
