#include "engine/forms/vocabulary_reader.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "engine/forms/lexicon.hpp"
#include "tests/support/forms.hpp"

namespace gialint {
namespace {

Result<Lexicon> lexicon_with(const std::string& more, Lexicon base = {}) {
  return read_lexicon("schema = \"gialint-lexicon/1\"\n" + more, "words.toml", std::move(base));
}

std::string failure_of(const std::string& more, Lexicon base = Lexicon()) {
  const Result<Lexicon> lexicon = lexicon_with(more, std::move(base));
  return lexicon.ok() ? "" : to_string(lexicon.failure(), Language::en);
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

TEST_CASE("a word with two values in one slot is refused, with both places", "[forms]") {
  CHECK(failure_of("[vocabulary.act]\nreceive = [\"收到\"]\nanswer = [\"[已|]收到\"]\n") ==
        "words.toml:4:11: \"收到\" is act = \"receive\" already, at words.toml:3:12");
  Result<Lexicon> base = lexicon_with("[vocabulary.act]\nreceive = [\"收到\"]\n");
  REQUIRE(base.ok());
  CHECK(failure_of("[vocabulary.act]\nreceive = [\"收到\"]\n", *base).empty());
  CHECK(failure_of("[vocabulary.thing]\nrequest = [\"收到\"]\n", *base).empty());
  CHECK(failure_of("[vocabulary.act]\nanswer = [\"收到\"]\n", *base) ==
        "words.toml:3:11: \"收到\" is act = \"receive\" already, at words.toml:3:12");
}

TEST_CASE("what is no word, no mark and no barrier is refused", "[forms]") {
  CHECK(failure_of("[vocabulary.mark]\nnowhere = [\"甲\"]\n") ==
        "words.toml:3:1: [vocabulary.mark] has no \"nowhere\"");
  CHECK(failure_of("[vocabulary.block]\nnowhere = [\"甲\"]\n") ==
        "words.toml:3:1: [vocabulary.block] has no \"nowhere\"");
  for (const std::string word : {"[甲", "甲]", "甲|乙", "[]", ""}) {
    CAPTURE(word);
    CHECK_THAT(failure_of("[vocabulary.mark]\nneg = [\"" + word + "\"]\n"), Catch::Contains("is no word"));
  }
}

TEST_CASE("a plugin adds words and takes words out", "[forms]") {
  Result<Lexicon> base = lexicon_with("[vocabulary.act]\nreceive = [\"[收|接]到\"]\n");
  REQUIRE(base.ok());
  Result<Lexicon> more =
      lexicon_with("[vocabulary]\nremove = [\"接到\"]\n[vocabulary.act]\nreceive = [\"收悉\"]\n", *base);
  REQUIRE(more.ok());
  CHECK(more->vocabulary.labels_of("收到") != nullptr);
  CHECK(more->vocabulary.labels_of("接到") == nullptr);
  CHECK(more->vocabulary.labels_of("收悉") != nullptr);
  CHECK(failure_of("[vocabulary]\nremove = [\"没有过\"]\n", *base) == "words.toml:3:11: there is no word \"没有过\"");
}

TEST_CASE("rows name things, acts and measures that exist", "[forms]") {
  const Lexicon all = national();
  const auto with_row = [&](const std::string& row) { return failure_of("[frames]\nrows = [" + row + "]\n", all); };
  CHECK(with_row(R"(["request", "receive", "requests.received"])").empty());
  CHECK_THAT(with_row(R"(["wish", "receive", "requests.received"])"), Catch::Contains("no thing \"wish\""));
  CHECK_THAT(with_row(R"(["request", "wish", "requests.received"])"), Catch::Contains("no act \"wish\""));
  CHECK_THAT(with_row(R"(["request", "receive", "wish"])"), Catch::Contains("no measure \"wish\""));
  CHECK_THAT(with_row(R"(["request", "receive", "requests.received", "wish"])"),
             Catch::Contains("weak, ambiguous or money"));
  CHECK_THAT(with_row(R"(["request", "block", "requests.{block}"])"), Catch::Contains("in braces"));
  CHECK_THAT(with_row(R"(["request"])"), Catch::Contains("a row names"));
}

TEST_CASE("rows of a plugin stand in front", "[forms]") {
  const Result<Lexicon> more =
      lexicon_with("[frames]\nrows = [[\"request\", \"receive\", \"requests.new\"]]\n", national());
  REQUIRE(more.ok());
  const FrameRows::Row& first = more->frames.rows.front();
  CHECK(first.thing == Thing::request);
  CHECK(first.act == Act::receive);
  CHECK(more->measures[first.states.measure].id == "requests.new");
}

}  // namespace
}  // namespace gialint
