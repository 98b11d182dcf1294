#include "engine/readers/source_lines.hpp"

#include <catch2/catch.hpp>

#include "tests/support/forms.hpp"

namespace gialint {

TEST_CASE("a line is all of it, or what the frames around it leave", "[readers]") {
  const SourceText source = test::source_text("甲\n|乙|\n||丙||\n丁");
  SourceLines lines(source);
  CHECK(lines.count() == 4);
  CHECK(lines.text(1) == "甲");
  CHECK(lines.text(3) == "||丙||");
  CHECK(lines.unframe(2, {{5, 8}, {11, 16}}));
  CHECK(lines.text(1) == "甲");
  CHECK(lines.text(2) == "乙");
  CHECK(lines.text(3) == "|丙|");
  CHECK(lines.text(4) == "丁");
  CHECK(lines.unframe(3, {{12, 15}}));
  CHECK(lines.text(2) == "乙");
  CHECK(lines.text(3) == "丙");
  CHECK(lines.text(4) == "丁");
}

}  // namespace gialint
