#include "engine/cli/console/option_value.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("an option's value is written as gialint.toml takes it", "[cli]") {
  CHECK(to_toml(true) == "true");
  CHECK(to_toml(std::int64_t{-5}) == "-5");
  CHECK(to_toml(std::string("说“\"”\n")) == R"("说“\"”\n")");
  CHECK(to_toml(std::vector<std::string>{}) == "[]");
  CHECK(to_toml(std::vector<std::string>{"a", "b"}) == R"(["a", "b"])");
}

}  // namespace
}  // namespace gialint
