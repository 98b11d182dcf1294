#include "engine/text/decimal.hpp"

#include <limits>
#include <string>

#include <catch2/catch.hpp>

using gialint::Decimal;

namespace {

Decimal decimal(std::string_view text) {
  const auto value = Decimal::parse(text);
  REQUIRE(value.has_value());
  return *value;
}

}  // namespace

TEST_CASE("a decimal is read from digits and printed without needless zeros") {
  struct Case {
    const char* text;
    const char* printed;
  };
  const Case cases[] = {{"0", "0"},           {"12", "12"},
                        {"-3", "-3"},         {"+2", "2"},
                        {"0.25", "0.25"},     {"-0.25", "-0.25"},
                        {"3.50", "3.5"},      {"3.00", "3"},
                        {"007", "7"},         {"-0", "0"},
                        {"0.05", "0.05"},     {"100", "100"},
                        {"0.000", "0"},       {"999999999999999999", "999999999999999999"},
                        {"-10.01", "-10.01"}, {"0.00000000000000001", "0.00000000000000001"}};
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(to_string(decimal(c.text)) == c.printed);
  }
}

TEST_CASE("what is no decimal is not read as one") {
  for (const char* text : {"", "-", "+", ".", ".5", "5.", "1.2.3", "1,234", "１２", "1 2", "--1", "1e3", "abc", "1-",
                           "1234567890123456789", "0.1234567890123456789"}) {
    CAPTURE(text);
    CHECK_FALSE(Decimal::parse(text).has_value());
  }
}

TEST_CASE("equal decimals have equal members, however they are written") {
  CHECK(decimal("3.50").units() == 35);
  CHECK(decimal("3.50").scale() == 1);
  CHECK(decimal("3.00") == Decimal(3));
  CHECK(decimal("3.00").integer() == 3);
  CHECK_FALSE(decimal("3.01").integer().has_value());
  CHECK(Decimal::scaled(350, 2) == decimal("3.5"));
  CHECK_FALSE(Decimal::scaled(1, 19).has_value());
  CHECK_FALSE(Decimal::scaled(1, -1).has_value());
}

TEST_CASE("decimals are ordered by value") {
  CHECK(decimal("0.1") < decimal("0.11"));
  CHECK(decimal("-1") < decimal("-0.5"));
  CHECK(decimal("2") > decimal("1.999"));
  CHECK(decimal("0.10") == decimal("0.1"));
  CHECK(decimal("999999999999999999") > decimal("0.00000000000000001"));
  CHECK(Decimal(std::numeric_limits<std::int64_t>::min()) < decimal("0.00000000000000001"));
}

TEST_CASE("sums, differences and products are exact") {
  CHECK(add(decimal("0.1"), decimal("0.2")) == decimal("0.3"));
  CHECK(add(decimal("0.5"), decimal("0.5"))->is_integer());
  CHECK(subtract(decimal("1"), decimal("0.99")) == decimal("0.01"));
  CHECK(subtract(Decimal(3), Decimal(5))->is_negative());
  CHECK(multiply(decimal("1.53"), Decimal(10000)) == Decimal(15300));
  CHECK(multiply(decimal("-0.5"), decimal("0.5")) == decimal("-0.25"));
  CHECK(multiply(Decimal(0), decimal("0.123"))->is_zero());
}

TEST_CASE("a result over 18 digits is no result") {
  const Decimal most = decimal("999999999999999999");
  CHECK_FALSE(add(most, Decimal(1)).has_value());
  CHECK_FALSE(subtract(Decimal(-1), most).has_value());
  CHECK_FALSE(multiply(most, Decimal(2)).has_value());
  CHECK_FALSE(multiply(most, most).has_value());
  CHECK_FALSE(add(most, decimal("0.1")).has_value());
  CHECK_FALSE(multiply(decimal("0.000000001"), decimal("0.0000000001")).has_value());
  const Decimal least(std::numeric_limits<std::int64_t>::min());
  CHECK_FALSE(add(least, least).has_value());
  CHECK_FALSE(multiply(least, least).has_value());
  CHECK(subtract(most, most) == Decimal(0));
}
