#include "engine/json/json_value.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("a JSON text is read as the values that it holds", "[json]") {
  const auto value = read_json(R"({"id": -7, "text": "年\ud842\udfb7", "yes": true, "no": false, "none": null,
                                   "list": [1, "二", [3]], "big": 18446744073709551615, "half": 1.5})");
  REQUIRE(value);
  CHECK(value->is_object());
  CHECK((*value)["id"].integer() == -7);
  CHECK((*value)["text"].string() == "年𠮷");
  CHECK((*value)["yes"].is_true());
  CHECK_FALSE((*value)["no"].is_true());
  CHECK((*value)["none"].is_null());
  REQUIRE((*value)["list"].elements().size() == 3);
  CHECK((*value)["list"].elements()[1].string() == "二");
  CHECK((*value)["list"].elements()[2].elements()[0].integer() == 3);
  CHECK_FALSE((*value)["big"].integer());
  CHECK_FALSE((*value)["half"].integer());
  CHECK(value->members().size() == 8);
}

TEST_CASE("what is not there, or is something else, is null and empty", "[json]") {
  const auto value = read_json(R"({"a": "text"})");
  REQUIRE(value);
  CHECK((*value)["b"]["c"]["d"].is_null());
  CHECK((*value)["a"]["b"].is_null());
  CHECK((*value)["a"].elements().empty());
  CHECK_FALSE((*value)["a"].integer());
  CHECK_FALSE((*value)["b"].string());
}

TEST_CASE("of two members of one name the last counts", "[json]") {
  CHECK((*read_json(R"({"a": 1, "a": 2})"))["a"].integer() == 2);
}

TEST_CASE("what is no JSON text is not read", "[json]") {
  for (const char* text :
       {"", " ", "{", "[1,]", "{\"a\" 1}", "nul", "1 2", "\"\xFF\"", "\"\\ud842\"", "'a'", "[1] x"}) {
    INFO(text);
    CHECK_FALSE(read_json(text));
  }
}

TEST_CASE("a text that nests deeper than its reader would go is not read", "[json]") {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK(read_json(nested(128)));
  CHECK_FALSE(read_json(nested(129)));
  CHECK_FALSE(read_json(nested(1'000'000)));
  CHECK(read_json(nested(3), 3));
}

}  // namespace
}  // namespace gialint
