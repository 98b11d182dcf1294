#include "reporters/pages.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("a rule's page stands below the homepage", "[reporters]") {
  const std::string home(homepage());
  REQUIRE_FALSE(home.empty());
  CHECK(home.back() == '/');
  CHECK(page_of("sample/header-text") == home + "rules/sample/header-text");
}

}  // namespace
}  // namespace gialint
