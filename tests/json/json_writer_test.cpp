#include "engine/json/json_writer.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace gialint {
namespace {

std::string as_json(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

TEST_CASE("a document is indented as asked", "[json]") {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("name", "年报").key("lines").begin_array().value(1).value(-2).end_array();
  json.key("none").begin_array().end_array().key("nothing").begin_object().end_object();
  json.member("open", true).key("left").null().end_object();
  CHECK(out == R"({
  "name": "年报",
  "lines": [
    1,
    -2
  ],
  "none": [],
  "nothing": {},
  "open": true,
  "left": null
})");
}

TEST_CASE("a compact document holds no blanks", "[json]") {
  std::string out;
  JsonWriter json(out, JsonWriter::compact);
  json.begin_array().begin_object().member("a", 1).member("b", "c").end_object().value(false).end_array();
  CHECK(out == R"([{"a":1,"b":"c"},false])");
}

TEST_CASE("what was written before goes in as it is", "[json]") {
  std::string part;
  JsonWriter(part, JsonWriter::compact).begin_array().value(1).value("年").end_array();
  std::string out;
  JsonWriter(out, JsonWriter::compact).begin_object().key("a").raw(part).key("b").begin_array().raw(part).raw("2");
  CHECK(out == R"({"a":[1,"年"],"b":[[1,"年"],2)");
}

TEST_CASE("the largest and the smallest integers are written exactly", "[json]") {
  std::string out;
  JsonWriter json(out, JsonWriter::compact);
  json.begin_array().value(std::numeric_limits<std::uint64_t>::max()).value(std::numeric_limits<std::int64_t>::min());
  json.value(std::uint32_t{0}).end_array();
  CHECK(out == "[18446744073709551615,-9223372036854775808,0]");
}

TEST_CASE("a document may be taken away in pieces", "[json]") {
  std::string out;
  std::string taken;
  JsonWriter json(out, JsonWriter::compact);
  json.begin_array();
  for (int i = 0; i < 3; ++i) {
    json.value(i);
    taken += out;
    out.clear();
  }
  json.end_array();
  CHECK(taken + out == "[0,1,2]");
}

TEST_CASE("quotation marks, backslashes and control characters are escaped", "[json]") {
  CHECK(as_json(R"(a"b\c)") == R"("a\"b\\c")");
  CHECK(as_json("\t\r\n") == R"("\t\r\n")");
  CHECK(as_json(std::string_view("\0\x1b\x7f", 3)) == R"("\u0000\u001b\u007f")");
  CHECK(as_json("\u0085\u2028") == R"("\u0085\u2028")");
}

TEST_CASE("characters of every length stand for themselves", "[json]") {
  CHECK(as_json("aé本😀\uFFFD") == "\"aé本😀\uFFFD\"");
  CHECK(as_json("") == "\"\"");
}

TEST_CASE("bytes that are no UTF-8 become U+FFFD, and what follows them stays", "[json]") {
  CHECK(as_json("a\xff"
                "b") == "\"a\uFFFDb\"");
  CHECK(as_json("\xe6\x9c") == "\"\uFFFD\uFFFD\"");                      // 本 without its last byte
  CHECK(as_json("\xe6\x9c\"") == "\"\uFFFD\uFFFD\\\"\"");                // and it swallows no quotation mark
  CHECK(as_json("\xc0\xaf") == "\"\uFFFD\uFFFD\"");                      // an overlong solidus
  CHECK(as_json("\xed\xa0\x80") == "\"\uFFFD\uFFFD\uFFFD\"");            // half of a surrogate pair
  CHECK(as_json("\xf5\x80\x80\x80") == "\"\uFFFD\uFFFD\uFFFD\uFFFD\"");  // past the last code point
}

TEST_CASE("any two bytes between others give a string that a strict parser reads", "[json]") {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string text = {'a', static_cast<char>(first), static_cast<char>(second), 'z'};
      const auto parsed = nlohmann::json::parse(as_json(text), nullptr, false);
      REQUIRE(parsed.is_string());
      const auto read = parsed.get<std::string>();
      REQUIRE(read.front() == 'a');
      REQUIRE(read.back() == 'z');
      if (first < 0x80 && second < 0x80) REQUIRE(read == text);
    }
  }
}

}  // namespace
}  // namespace gialint
