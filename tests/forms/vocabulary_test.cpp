#include "engine/forms/vocabulary.hpp"

#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/forms/lexicon.hpp"
#include "tests/support/forms.hpp"

namespace gialint {
namespace {

using Words = std::vector<std::string>;

Result<Lexicon> lexicon_with(const std::string& more, Lexicon base = {}) {
  return read_lexicon("schema = \"gialint-lexicon/1\"\n" + more, "words.toml", std::move(base));
}

Lexicon national() {
  Lexicon all;
  for (const std::string file : {"measures.toml", "words.toml", "rows.toml"}) {
    Result<Lexicon> read = read_lexicon(test::read_project_file("rules/lexicon/" + file), file, std::move(all));
    if (!read.ok()) FAIL(to_string(read.failure(), Language::zh));
    all = std::move(*read);
  }
  return all;
}

TEST_CASE("choices of a word are written out, brackets within brackets too", "[forms]") {
  CHECK(written_out("公开") == Words{"公开"});
  CHECK(written_out("[政府|政务|]信息") == Words{"政府信息", "政务信息", "信息"});
  CHECK(written_out("[a|b[c|]]d") == Words{"ad", "bcd", "bd"});
  CHECK(written_out("[|a]") == Words{"a"});
  CHECK(written_out("").empty());
}

TEST_CASE("the longest word is found, with all its labels", "[forms]") {
  Result<Lexicon> lexicon = lexicon_with(R"(
[vocabulary.thing]
request = ["申请", "公开申请"]
[vocabulary.act]
publish = ["公开"]
[vocabulary.mark]
noun = ["公开", "公开申请表"]
)");
  REQUIRE(lexicon.ok());
  const Vocabulary& words = lexicon->vocabulary;
  CHECK(words.size() == 4);
  const std::string text = "公开申请人公开";
  const Vocabulary::Found first = words.longest_at(text, 0);
  REQUIRE(first.labels != nullptr);
  CHECK(first.size == std::string("公开申请").size());
  CHECK(first.labels->thing == Thing::request);
  CHECK(first.labels->act == Act::none);
  CHECK(first.labels->is_content());
  const Vocabulary::Found last = words.longest_at(text, std::string("公开申请人").size());
  REQUIRE(last.labels != nullptr);
  CHECK(last.labels->act == Act::publish);
  CHECK(last.labels->has(WordMark::noun));
  CHECK_FALSE(last.labels->has(WordMark::neutral));
  CHECK(words.describe(*last.labels) == "act=publish noun");
  CHECK(words.longest_at(text, std::string("公开申请").size()).labels == nullptr);
  CHECK(words.labels_of("公开申请") == first.labels);
  CHECK(words.labels_of("公开申") == nullptr);
}

TEST_CASE("a part of an outcome knows its whole", "[forms]") {
  Result<Lexicon> lexicon = lexicon_with("[vocabulary.outcome]\n\"later.part\" = [\"甲\"]\nlater = [\"乙\"]\n");
  REQUIRE(lexicon.ok());
  const Vocabulary& words = lexicon->vocabulary;
  const RequestOutcome part = words.labels_of("甲")->outcome;
  const RequestOutcome whole = words.labels_of("乙")->outcome;
  CHECK(words.is_part(part));
  CHECK(words.whole_of(part) == whole);
  CHECK_FALSE(words.is_part(whole));
}

TEST_CASE("the words that the program ships say what every rule speaks of", "[forms]") {
  const Lexicon all = national();
  CHECK(all.vocabulary.size() > 5000);
  std::uint64_t marks = 0;
  std::set<std::uint16_t> acts;
  std::set<std::uint16_t> barriers;
  for (const char* const word : {"收到", "未", "均", "上年", "申请"}) CHECK(all.vocabulary.labels_of(word) != nullptr);
  const std::string text = test::read_project_file("rules/lexicon/words.toml");
  for (std::size_t at = 0; at < text.size();) {
    const Vocabulary::Found found = all.vocabulary.longest_at(text, at);
    if (found.labels != nullptr) {
      marks |= found.labels->marks;
      acts.insert(static_cast<std::uint16_t>(found.labels->act));
      barriers.insert(static_cast<std::uint16_t>(found.labels->barrier));
    }
    do ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80);
  }
  CHECK(marks == (std::uint64_t{1} << static_cast<unsigned>(WordMark::count)) - 1);
  for (auto act = static_cast<std::uint16_t>(Act::receive); act <= static_cast<std::uint16_t>(Act::happen); ++act)
    CHECK(acts.contains(act));
  for (std::uint16_t barrier = 1; barrier < static_cast<std::uint16_t>(Barrier::known); ++barrier)
    CHECK(barriers.contains(barrier));
  CHECK(all.frames.named.size() > 40);
}

}  // namespace
}  // namespace gialint
