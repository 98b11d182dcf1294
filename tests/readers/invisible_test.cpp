#include "engine/readers/invisible.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "engine/readers/reader.hpp"
#include "tests/support/block_dump.hpp"
#include "tests/support/forms.hpp"

namespace gialint {
namespace {

std::string read(const std::string& text, Format format) {
  const SourceText source = test::source_text(text);
  const std::vector<Block> blocks = read_blocks(source, format);
  CHECK(test::first_wrong_place(source, blocks) == "");
  return test::dump(blocks);
}

}  // namespace

TEST_CASE("what nobody sees is no part of numbers and labels", "[readers]") {
  CHECK(read("本年\u200B新收\u00AD1\u20602\u200E件\n", Format::plain) == "T 本年新收12件\n");
  CHECK(read("规\uFEFF章\t\u202D3\u202C\t\u200B\n", Format::plain) == "|规章|3||\n");
  CHECK(read("| 规&shy;章 | 1&#8203;2 |\n|---|---|\n", Format::markdown) == "|规章|12|\n");
  CHECK(read("<p>1&zwnj;2&lrm;</p><p>&#8203;</p>", Format::html) == "T 12\n");
}

TEST_CASE("a text that is not seen is no block", "[readers]") {
  CHECK(read("甲\n\u200E\u200F\n乙\n", Format::plain) == "T 甲\nT 乙\n");
}

TEST_CASE("text that stays keeps its place", "[readers]") {
  const SourceText source = test::source_text("1\u200B2");
  const std::vector<Block> blocks = read_blocks(source, Format::plain);
  REQUIRE(blocks.size() == 1);
  const auto& block = std::get<TextBlock>(blocks[0]);
  CHECK(block.text.text() == "12");
  CHECK(block.text.source({1, 2}) == Span{4, 5});
}

}  // namespace gialint
