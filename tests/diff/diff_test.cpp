#include "engine/diff/diff.hpp"

#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

using Items = std::vector<std::string_view>;

/// "-a +b  c": the items that the steps take, with their signs.
std::string shown(const Items& first, const Items& second) {
  std::string text;
  for (const DiffStep& step : diff_steps(first, second)) {
    text += step.sign;
    text += step.sign == '+' ? second.at(step.second) : first.at(step.first);
  }
  return text;
}

TEST_CASE("what goes stands before what comes", "[diff]") {
  CHECK(shown({"a", "b", "c"}, {"a", "x", "y", "c"}) == " a-b+x+y c");
  CHECK(shown({"a", "b", "c", "d"}, {"x", "c", "y"}) == "-a-b+x c-d+y");
}

TEST_CASE("a list may be empty", "[diff]") {
  CHECK(diff_steps({}, {}).empty());
  CHECK(shown({"a", "b"}, {}) == "-a-b");
  CHECK(shown({}, {"a", "b"}) == "+a+b");
}

TEST_CASE("a step says how many items of both lists come before it", "[diff]") {
  const std::vector<DiffStep> steps = diff_steps({"a", "b"}, {"b", "c"});
  CHECK(steps == std::vector<DiffStep>{{'-', 0, 0}, {' ', 1, 0}, {'+', 2, 1}});
}

/// The length of the longest list that both have as a part, by trying all parts of the first.
std::size_t longest_common(const Items& first, const Items& second) {
  std::size_t longest = 0;
  for (std::size_t part = 0; part < (std::size_t{1} << first.size()); ++part) {
    Items items;
    for (std::size_t i = 0; i < first.size(); ++i) {
      if ((part >> i & 1U) != 0) items.push_back(first[i]);
    }
    auto at = second.begin();
    const bool fits = std::all_of(items.begin(), items.end(), [&](std::string_view item) {
      at = std::find(at, second.end(), item);
      return at != second.end() && (++at, true);
    });
    if (fits) longest = std::max(longest, items.size());
  }
  return longest;
}

Items list_of(unsigned number, std::size_t length) {
  static constexpr std::string_view letters[] = {"a", "b", "c"};
  Items items;
  for (std::size_t i = 0; i < length; ++i, number /= 3) items.push_back(letters[number % 3]);
  return items;
}

TEST_CASE("the steps lead from each list to each other one, and are the fewest", "[diff]") {
  for (unsigned a = 0; a < 243; ++a) {
    for (unsigned b = 0; b < 81; ++b) {
      const Items first = list_of(a, 5);
      const Items second = list_of(b, 4);
      Items before;
      Items after;
      std::size_t common = 0;
      for (const DiffStep& step : diff_steps(first, second)) {
        if (step.sign != '+') before.push_back(first.at(step.first));
        if (step.sign != '-') after.push_back(second.at(step.second));
        if (step.sign == ' ') ++common;
      }
      REQUIRE(before == first);
      REQUIRE(after == second);
      REQUIRE(common == longest_common(first, second));
    }
  }
}

}  // namespace
}  // namespace gialint
