#include "engine/claims/shares.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

Mention percentage(const char* text) {
  Mention mention;
  mention.kind = MentionKind::percentage;
  mention.value = mention.low = mention.high = *Decimal::parse(text);
  mention.step = *Decimal::scaled(1, mention.value.scale());
  return mention;
}

Mention count(std::int64_t value) {
  Mention mention;
  mention.value = mention.low = mention.high = Decimal(value);
  return mention;
}

TEST_CASE("a percentage may be rounded or cut off at its last digit", "[claims]") {
  CHECK(is_share(percentage("4.34"), 35, 805));  // 4.348
  CHECK(is_share(percentage("4.35"), 35, 805));
  CHECK_FALSE(is_share(percentage("4.36"), 35, 805));
  CHECK_FALSE(is_share(percentage("4.33"), 35, 805));
  CHECK(is_share(percentage("45.3"), 59, 130));  // 45.38
  CHECK(is_share(percentage("0.7"), 1, 130));    // 0.77
  CHECK(is_share(percentage("42.86"), 42, 98));
  CHECK_FALSE(is_share(percentage("33.9"), 258, 805));
  CHECK(is_share(percentage("0"), 0, 0));
  CHECK_FALSE(is_share(percentage("5"), 1, 0));
}

TEST_CASE("the share that should be printed has as many digits", "[claims]") {
  CHECK(share_of(258, 805, *Decimal::parse("0.1")) == Decimal::parse("32"));
  CHECK(share_of(275, 805, *Decimal::parse("0.1")) == Decimal::parse("34.2"));
  CHECK(share_of(1, 3, 1) == Decimal(33));
  CHECK_FALSE(share_of(1, 0, 1).has_value());
}

TEST_CASE("growth is checked both ways, in per cent and in number", "[claims]") {
  CHECK(check_growth(Decimal(22), Decimal(31), percentage("29"), false)->agrees);
  CHECK_FALSE(check_growth(Decimal(22), Decimal(31), percentage("31"), false)->agrees);
  CHECK_FALSE(check_growth(Decimal(22), Decimal(31), percentage("29"), true)->agrees);
  CHECK(check_growth(Decimal(28), Decimal(31), count(3), false)->agrees);
  CHECK(check_growth(Decimal(28), Decimal(31), count(4), false)->expected == Decimal(3));
  CHECK_FALSE(check_growth(Decimal(28), Decimal(0), count(4), true).has_value());
}

}  // namespace
}  // namespace gialint
