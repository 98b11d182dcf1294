#include "engine/config/option_json.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

std::string json_of(const OptionValue& value) {
  std::string text;
  JsonWriter json(text);
  write_option(json, value);
  return text;
}

TEST_CASE("an option's value is JSON of its type", "[config]") {
  CHECK(json_of(true) == "true");
  CHECK(json_of(std::int64_t{-3}) == "-3");
  CHECK(json_of(std::string("甲\"乙")) == "\"甲\\\"乙\"");
  CHECK(json_of(std::vector<std::string>{}) == "[]");
  CHECK(json_of(std::vector<std::string>{"一", "二"}) == "[\n  \"一\",\n  \"二\"\n]");
}

}  // namespace
}  // namespace gialint
