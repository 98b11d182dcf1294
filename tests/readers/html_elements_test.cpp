#include "engine/readers/html_elements.hpp"

#include <catch2/catch.hpp>

namespace gialint {

TEST_CASE("elements are known by their lower-case names", "[readers]") {
  CHECK((html_traits("td") & html::scope) != 0);
  CHECK((html_traits("td") & html::block) != 0);
  CHECK((html_traits("br") & html::empty_element) != 0);
  CHECK((html_traits("b") & html::formatting) != 0);
  CHECK(html_traits("span") == html::leaves_foreign);
  CHECK(html_traits("o:p") == 0);
  CHECK(html_traits("TD") == 0);
  CHECK(html_traits(lower_name("TD")) == html_traits("td"));
}

TEST_CASE("a tag's name counts in any case", "[readers]") {
  CHECK(is_tag("TABLE", "table"));
  CHECK_FALSE(is_tag("tables", "table"));
  CHECK(holds_raw_text("Script"));
  CHECK_FALSE(holds_raw_text("p"));
}

}  // namespace gialint
