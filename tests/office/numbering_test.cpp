#include "engine/office/numbering.hpp"

#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/office/word_files.hpp"

namespace gialint {
namespace {

std::string level(int index, std::string_view format, std::string_view text, std::string_view more = {}) {
  return "<w:lvl w:ilvl=\"" + std::to_string(index) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" +
         std::string(format) + "\"/><w:lvlText w:val=\"" + std::string(text) + "\"/>" + std::string(more) + "</w:lvl>";
}

std::string list(int number, int abstract, std::string_view more = {}) {
  return "<w:num w:numId=\"" + std::to_string(number) + "\"><w:abstractNumId w:val=\"" + std::to_string(abstract) +
         "\"/>" + std::string(more) + "</w:num>";
}

/// The levels that government documents are numbered with (GB/T 9704—2012, 7.3.3: 一、（一）1.（1）).
const std::string& official_levels() {
  static const std::string levels = "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "chineseCounting", "%1、") +
                                    level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.") +
                                    level(3, "decimal", "（%4）") + "</w:abstractNum>";
  return levels;
}

/// The numbers of paragraphs {list, level}, one after the other.
std::string numbers_of(const std::string& numbering, const std::vector<std::pair<int, std::size_t>>& paragraphs) {
  const Numbering read = Numbering::read(word_part("numbering", numbering));
  ListCounters counters(read);
  std::string all;
  for (const auto& [number, index] : paragraphs) {
    const std::optional<ListNumber> drawn = counters.count(number, index);
    all += (all.empty() ? "" : " ") + (!drawn ? "none" : drawn->bullet ? "bullet" : drawn->text);
  }
  return all;
}

}  // namespace

TEST_CASE("lower levels begin again behind each higher one", "[office]") {
  CHECK(numbers_of(official_levels() + list(7, 0),
                   {{7, 0}, {7, 1}, {7, 1}, {7, 2}, {7, 3}, {7, 2}, {7, 1}, {7, 2}, {7, 0}, {7, 1}}) ==
        "一、 （一） （二） 1. （1） 2. （三） 1. 二、 （一）");
}

TEST_CASE("lists of one definition go on counting together", "[office]") {
  CHECK(numbers_of(official_levels() + list(1, 0) + list(2, 0), {{1, 0}, {2, 0}, {1, 0}}) == "一、 二、 三、");
}

TEST_CASE("a list with a start of its own begins there, once", "[office]") {
  const std::string start = R"(<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>)";
  CHECK(numbers_of(official_levels() + list(1, 0) + list(2, 0, start), {{1, 0}, {2, 0}, {2, 0}, {1, 0}, {2, 0}}) ==
        "一、 五、 六、 七、 八、");
}

TEST_CASE("a list may define a level anew", "[office]") {
  const std::string own = "<w:lvlOverride w:ilvl=\"0\">" + level(0, "upperRoman", "%1)") + "</w:lvlOverride>";
  CHECK(numbers_of(official_levels() + list(1, 0, own), {{1, 0}, {1, 1}, {1, 0}}) == "I) （一） II)");
}

TEST_CASE("restarts as the level says", "[office]") {
  // Level 3 goes on through the document; level 2 begins again behind level 1 only, not behind level 0.
  const std::string levels = "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "decimal", "%1") +
                             level(1, "decimal", "%2") + level(2, "decimal", "%3", "<w:lvlRestart w:val=\"1\"/>") +
                             level(3, "decimal", "%4", "<w:lvlRestart w:val=\"0\"/>") + "</w:abstractNum>";
  CHECK(numbers_of(levels + list(1, 0),
                   {{1, 0}, {1, 1}, {1, 2}, {1, 3}, {1, 1}, {1, 2}, {1, 3}, {1, 0}, {1, 2}, {1, 3}}) ==
        "1 1 1 1 2 2 2 2 1 3");
}

TEST_CASE("numbers of several levels, and all of them as decimals", "[office]") {
  const std::string levels = "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "chineseCounting", "第%1章") +
                             level(1, "decimal", "%1.%2") + level(2, "decimal", "%1.%2.%3", "<w:isLgl/>") +
                             "</w:abstractNum>";
  CHECK(numbers_of(levels + list(1, 0), {{1, 0}, {1, 1}, {1, 2}, {1, 0}, {1, 1}, {1, 1}, {1, 2}}) ==
        "第一章 一.1 1.1.1 第二章 二.1 二.2 2.2.1");
  // Before its first item a level shows its start.
  CHECK(numbers_of(levels + list(1, 0), {{1, 1}, {1, 0}}) == "一.1 第一章");
}

TEST_CASE("bullets, formats of Word 2010, suffixes", "[office]") {
  const std::string levels =
      "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "bullet", "●") +
      "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><mc:AlternateContent><mc:Choice Requires=\"w14\">"
      "<w:numFmt w:val=\"custom\" w:format=\"001, 002, 003, ...\"/></mc:Choice><mc:Fallback><w:numFmt "
      "w:val=\"decimal\"/>"
      "</mc:Fallback></mc:AlternateContent><w:suff w:val=\"space\"/><w:lvlText w:val=\"%2\"/></w:lvl></w:abstractNum>";
  CHECK(numbers_of(levels + list(1, 0), {{1, 0}, {1, 1}, {1, 1}}) == "bullet 001 002");
  const Numbering read = Numbering::read(word_part("numbering", levels + list(1, 0)));
  REQUIRE(read.level(1, 1) != nullptr);
  CHECK(read.level(1, 1)->suffix == NumberSuffix::space);
}

TEST_CASE("a list may be that of a style", "[office]") {
  const std::string numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:styleLink w:val=\"公文\"/>" +
      level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"1\"/>") +
      level(1, "decimal", "%2.", "<w:pStyle w:val=\"2\"/>") +
      "</w:abstractNum><w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"公文\"/></w:abstractNum>" +
      list(1, 0) + list(2, 1);
  CHECK(numbers_of(numbering, {{2, 0}, {1, 0}}) == "一、 二、");
  const Numbering read = Numbering::read(word_part("numbering", numbering));
  CHECK(read.level_of_style(2, "2") == 1);
  CHECK_FALSE(read.level_of_style(2, "3"));
}

TEST_CASE("what is not there numbers nothing", "[office]") {
  CHECK(numbers_of(official_levels() + list(1, 0) + list(2, 9), {{3, 0}, {2, 0}, {1, 8}, {1, 99}, {1, 0}}) ==
        "none none none none 一、");
  CHECK(numbers_of("", {{0, 0}}) == "none");
  const Numbering broken = Numbering::read("<w:broken");
  CHECK(broken.level(1, 0) == nullptr);
}

}  // namespace gialint
