#include "engine/text/sentence.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("a sentence is said in both languages with its values in place", "[text]") {
  constexpr Sentence too_many("{} 里有 {} 个，{}", "{} holds {}: {}");
  constexpr Sentence turned("{0} 早于 {1}", "{1} comes after {0}");
  constexpr Sentence plain("没有", "none");
  CHECK(too_many.with("a.txt", 7, plain) == Bilingual{"a.txt 里有 7 个，没有", "a.txt holds 7: none"});
  CHECK(turned.with("甲", std::string("乙")) == Bilingual{"甲 早于 乙", "乙 comes after 甲"});
  CHECK(Bilingual(plain) == Bilingual{"没有", "none"});
  CHECK(plain.with() == Bilingual{"没有", "none"});
  CHECK(too_many.values() == 3);
  CHECK(turned.values() == 2);
}

TEST_CASE("doubled braces stand for themselves, and values are taken as they are", "[text]") {
  constexpr Sentence braces("应为 {{ zh = …, en = {} }}", "{{ zh = …, en = {} }} expected");
  CHECK(braces.values() == 1);
  CHECK(braces.with("{}") == Bilingual{"应为 { zh = …, en = {} }", "{ zh = …, en = {} } expected"});
}

TEST_CASE("words are listed as each language does", "[text]") {
  CHECK(listed({}) == Bilingual());
  CHECK(listed({"a"}) == Bilingual{"a", "a"});
  CHECK(listed({"a", "b", "c"}) == Bilingual{"a、b、c", "a, b, c"});
  CHECK(alternatives({"a", "b", "c"}) == Bilingual{"a、b 或 c", "a, b or c"});
  CHECK(alternatives({"a", "b"}) == Bilingual{"a 或 b", "a or b"});
}

TEST_CASE("the nearest known name is proposed", "[text]") {
  CHECK(did_you_mean("rlues", {"rules", "lang"}) == Bilingual{"；是否想写 \"rules\"？", "; did you mean \"rules\"?"});
  CHECK(did_you_mean("xyzzy", {"rules", "lang"}) == Bilingual());
}

}  // namespace
}  // namespace gialint
