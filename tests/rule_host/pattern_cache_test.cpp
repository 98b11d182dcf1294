#include "engine/rule_host/pattern_cache.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace gialint::lua {

TEST_CASE("a pattern is compiled once", "[rule_host]") {
  PatternCache cache;
  CHECK(cache.find("a+") == nullptr);
  const Result<const Search*> first = cache.compile("a+", PatternCompile::now);
  REQUIRE(first.ok());
  CHECK(cache.find("a+") == *first);
  CHECK_FALSE(cache.compile("(", PatternCompile::now).ok());
  CHECK(cache.compile("(", PatternCompile::deferred).ok());
}

TEST_CASE("patterns that every report needs outlast those that one report gave rise to", "[rule_host]") {
  PatternCache cache;
  const Search* const often = *cache.compile("a+", PatternCompile::now);
  REQUIRE(cache.compile("b+", PatternCompile::now).ok());
  for (int number = 0; number < 1000; ++number) {
    REQUIRE(cache.compile("c" + std::to_string(number), PatternCompile::deferred).ok());
    if (number % 100 == 0) REQUIRE(cache.find("a+") == often);
  }
  CHECK(cache.find("a+") == often);
  CHECK(cache.find("b+") == nullptr);
}

TEST_CASE("an expression costs no less than what is known before it is compiled", "[rule_host]") {
  PatternCache cache;
  const std::string expression = "(公开|办结){1,20}";
  const Search* const search = *cache.compile(expression, PatternCompile::now);
  CHECK(PatternCache::least_price(expression) > PatternCache::least_price("a"));
  CHECK(search->price > PatternCache::least_price(expression));
  PatternCache deferred;
  CHECK((*deferred.compile(expression, PatternCompile::deferred))->price == PatternCache::least_price(expression));
}

}  // namespace gialint::lua
