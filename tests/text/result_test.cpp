#include "engine/text/result.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("a place is written as far as it is known", "[text]") {
  CHECK(to_string(FilePlace{"gialint.toml", 12, 3}) == "gialint.toml:12:3");
  CHECK(to_string(FilePlace{"rules/x.lua", 4}) == "rules/x.lua:4");
  CHECK(to_string(FilePlace{"--preset"}) == "--preset");
  CHECK(to_string(FilePlace{"a:b.txt", 1, 1}) == "a:b.txt:1:1");
  CHECK(to_string(FilePlace()).empty());
}

TEST_CASE("places stand in the order of the files", "[text]") {
  CHECK(FilePlace{"a.lua", 9} < FilePlace{"a.lua", 10});
  CHECK(FilePlace{"a.lua", 10} < FilePlace{"b.lua", 1});
  CHECK(FilePlace{"a.lua"} < FilePlace{"a.lua", 1});
}

TEST_CASE("a failure is told in the language of who reads it", "[text]") {
  const Failure failure = {{"a.txt", 7}, {"没有", "none"}};
  CHECK(to_string(failure, Language::zh) == "a.txt:7: 没有");
  CHECK(to_string(failure, Language::en) == "a.txt:7: none");
  CHECK(to_string(Failure{{}, {"没有", "none"}}, Language::en) == "none");
  CHECK(with_place(failure) == Bilingual{"a.txt:7: 没有", "a.txt:7: none"});
}

TEST_CASE("a result is a value or the failure that kept us from it", "[text]") {
  const Result<int> seven(7);
  REQUIRE(seven.ok());
  CHECK(*seven == 7);
  const Result<int> none(Failure{{"a"}, {"没有", "none"}});
  REQUIRE_FALSE(none);
  CHECK(none.failure().where.path == "a");
}

}  // namespace
}  // namespace gialint
