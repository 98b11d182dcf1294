#include "engine/text/pattern.hpp"

#include <string>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

using gialint::Pattern;
using gialint::Span;

namespace {

Pattern pattern(std::string_view expression) {
  auto compiled = Pattern::compile(expression);
  REQUIRE(compiled.ok());
  return *compiled;
}

}  // namespace

TEST_CASE("a pattern finds Chinese text by bytes and groups") {
  const std::string text = "2023年共收到申请12件，其中公开3件";
  const Pattern counts = pattern(R"(\p{Han}+?(\d+)(件|条)(x)?)");
  const auto match = counts.find(text);
  REQUIRE(match.has_value());
  CHECK(text.substr(match->span.begin, match->span.size()) == "年共收到申请12件");
  REQUIRE(match->groups.size() == 3);
  REQUIRE(match->groups[0].has_value());
  CHECK(text.substr(match->groups[0]->begin, match->groups[0]->size()) == "12");
  CHECK(text.substr(match->groups[1]->begin, match->groups[1]->size()) == "件");
  CHECK_FALSE(match->groups[2].has_value());
  const auto second = counts.find(text, match->span.end);
  REQUIRE(second.has_value());
  CHECK(text.substr(second->span.begin, second->span.size()) == "其中公开3件");
  CHECK_FALSE(counts.find(text, second->span.end).has_value());
  CHECK_FALSE(counts.find(text, text.size() + 1).has_value());
  CHECK(counts.find_all(text).size() == 2);
  CHECK(counts.expression() == R"(\p{Han}+?(\d+)(件|条)(x)?)");
}

TEST_CASE("a dot is one character, not one byte") {
  CHECK(pattern("^.$").matches_whole("件"));
  CHECK(pattern(".").find_all("件a𠮷").size() == 3);
  CHECK(pattern("[一二三]").find_all("一四二").size() == 2);
}

TEST_CASE("the whole text must match where that is asked") {
  CHECK(pattern("公开|不予公开").matches_whole("不予公开"));
  CHECK_FALSE(pattern("公开").matches_whole("不予公开"));
  CHECK(pattern("(?i)abc").matches_whole("ABC"));
  CHECK(pattern("").matches_whole(""));
}

TEST_CASE("empty matches end, and an empty text has its places") {
  CHECK(pattern("x*").find_all("公开").size() == 3);
  const auto match = pattern("(a*)(b)?").find(std::string_view());
  REQUIRE(match.has_value());
  CHECK(match->span == Span{0, 0});
  CHECK(match->groups[0].has_value());
  CHECK_FALSE(match->groups[1].has_value());
}

TEST_CASE("more groups than usual are all given") {
  const auto match = pattern("(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)").find("xabcdefghijk");
  REQUIRE(match.has_value());
  REQUIRE(match->groups.size() == 11);
  CHECK(match->groups[10] == Span{11, 12});
}

TEST_CASE("a broken or too large expression is a failure that shows the piece") {
  const auto open_group = Pattern::compile("(公开");
  REQUIRE_FALSE(open_group.ok());
  CHECK(open_group.failure().what.zh.find("missing )") != std::string::npos);
  CHECK(open_group.failure().what.zh.find("(公开") != std::string::npos);
  const auto look_ahead = Pattern::compile("a(?=b)");
  REQUIRE_FALSE(look_ahead.ok());
  CHECK(look_ahead.failure().what.zh.find("(?=") != std::string::npos);
  CHECK_FALSE(Pattern::compile("((\\p{Han}{100}){100}){100}").ok());
  CHECK_FALSE(Pattern::compile("\xFF").ok());
}

TEST_CASE("a deferred pattern is compiled once, by the first of several threads") {
  const Pattern number = Pattern::deferred("(\\d+)件");
  CHECK(number.expression() == "(\\d+)件");
  std::vector<std::thread> threads;
  std::vector<std::size_t> found(4);
  for (std::size_t i = 0; i < found.size(); ++i) {
    threads.emplace_back([number, &found, i] { found[i] = number.find_all("1件2件3件").size(); });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(found == std::vector<std::size_t>(4, 3));
}

TEST_CASE("a pattern is copied and used by several threads at once") {
  const Pattern number = pattern("\\d+");
  std::vector<std::thread> threads;
  std::vector<std::size_t> found(4);
  for (std::size_t i = 0; i < found.size(); ++i) {
    threads.emplace_back([number, &found, i] { found[i] = number.find_all("1件2件3件").size(); });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(found == std::vector<std::size_t>(4, 3));
}

TEST_CASE("an expression costs what it compiles to") {
  CHECK(pattern("x").cost() < 10);
  CHECK(pattern("(?:.x){100}").cost() > 10 * pattern("(?:.x){5}").cost());
  CHECK(pattern("(x)(x)(x)(x)(x)(x)(x)(x)").cost() > pattern("xxxxxxxx").cost());
}
