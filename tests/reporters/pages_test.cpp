#include "reporters/pages.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("a rule's page stands below the homepage", "[reporters]") {
  CHECK(page_below("https://a.test/", "sample/header-text") == "https://a.test/rules/sample/header-text");
  CHECK(page_of("sample/header-text") == page_below(homepage(), "sample/header-text"));
}

TEST_CASE("without a homepage there is no page to link", "[reporters]") {
  CHECK(page_below("", "sample/header-text").empty());
}

}  // namespace
}  // namespace gialint
