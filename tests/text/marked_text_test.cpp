#include "engine/text/marked_text.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("marks are taken out of a text and their places kept", "[text]") {
  const Result<MarkedText> marked = MarkedText::parse("本年新收 ⟦1:5⟦a:8⟧⟧ 件⟦b:⟧，⟦无⟧");
  REQUIRE(marked.ok());
  CHECK(marked->text == "本年新收 58 件，无");
  REQUIRE(marked->marks.size() == 4);
  CHECK(marked->mark("1")->span == Span{13, 15});
  CHECK(marked->mark("a")->span == Span{14, 15});
  CHECK(marked->mark("b")->span == Span{19, 19});
  CHECK(marked->mark("c") == nullptr);
  CHECK(marked->marks[3].label.empty());
}

TEST_CASE("a mark that is not closed, or not opened, is refused", "[text]") {
  CHECK_FALSE(MarkedText::parse("⟦1:58").ok());
  CHECK_FALSE(MarkedText::parse("58⟧").ok());
}

}  // namespace
}  // namespace gialint
