#include "engine/tables/value_runs.hpp"

#include <catch2/catch.hpp>

#include "tests/tables/token_text.hpp"

namespace gialint {
namespace {

constexpr AlignmentCosts costs;

/// A run as "2 3 _ 若干": blanks as "_"; with its cost behind a bar; "none" when it is not usable.
std::string shown(const test::TokenText& read, const ValueRun& run) {
  if (!run.usable) return "none";
  std::string out;
  for (const std::uint32_t token : run.tokens) {
    if (!out.empty()) out += " ";
    out +=
        read.tokens[token].kind == Token::Kind::blank ? "_" : std::string(read.source.slice(read.tokens[token].span));
  }
  return out + "|" + std::to_string(run.cost);
}

/// The run behind the first token.
std::string values(const std::string& text, std::size_t wanted) {
  const test::TokenText read(text);
  return shown(read, read_values(read.tokens, 1, wanted, costs));
}

std::string with_words(const std::string& text, std::size_t wanted) {
  const test::TokenText read(text);
  return shown(read, read_values_with_words(read.tokens, 1, wanted, test::current_form(), costs));
}

}  // namespace

TEST_CASE("a row takes as many values as it has columns", "[tables]") {
  CHECK(values("规章 1 2 3 4\n", 3) == "1 2 3|0");
  CHECK(values("规章\n1\n2\n3\n", 3) == "1 2 3|0");
  CHECK(values("规章 1 2\n行政规范性文件 0\n", 3) == "1 2|" + std::to_string(costs.short_value));
}

TEST_CASE("the empty places of a grid are values where they make up the row's width", "[tables]") {
  CHECK(values("规章\t1\t\t3\n", 3) == "1 _ 3|" + std::to_string(costs.blank_value));
  CHECK(values("规章\t\t2\t3\n", 3) == "2 3|" + std::to_string(costs.blank_value));
  CHECK(values("规章\t\t\t\n", 3) == "_ _ _|" + std::to_string(3 * costs.blank_value));
  CHECK(values("规章\t\t\t1\t2\t3\n", 3) == "1 2 3|0");
  CHECK(values("行政许可\t7\t\t\n", 1) == "7|0");
}

TEST_CASE("words stand in a value's place where the row comes out right with them", "[tables]") {
  const std::string cost = "|" + std::to_string(costs.text_value);
  CHECK(with_words("规章 0 若干 0\n", 3) == "0 若干 0" + cost);
  CHECK(with_words("规章 若干 0 0\n", 3) == "若干 0 0" + cost);
  CHECK(with_words("规章\n0\n0\n不详\n行政规范性文件\n1\n2\n3\n", 3) == "0 0 不详" + cost);
  CHECK(with_words("行政许可 不详\n", 1) == "不详" + cost);
  CHECK(with_words("规章\n0\n0\n行政规范性文件\n1\n", 3) == "none");
  CHECK(with_words("规章 0 若干\n行政规范性文件 1 2 3\n", 3) == "none");
  CHECK(with_words("规章 0 0 0\n", 3) == "none");
  CHECK(with_words("规章 0 果 0\n", 3) == "none");
}

}  // namespace gialint
