#include "engine/office/word_styles.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "tests/office/word_files.hpp"

namespace gialint {
namespace {

WordStyles styles_of(const std::string& content) { return WordStyles::read(word_part("styles", content)); }

}  // namespace

TEST_CASE("a style has what it is based on, and its own on top", "[office]") {
  const WordStyles styles = styles_of(
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"a\"/><w:pPr>"
      "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"mine\"><w:basedOn w:val=\"1\"/><w:pPr><w:outlineLvl "
      "w:val=\"1\"/></w:pPr>"
      "<w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr></w:style>");
  CHECK(styles.default_paragraph() == "a");
  const WordStyle& mine = styles.style("mine");
  CHECK(mine.paragraph.outline_level == 1);
  CHECK(mine.paragraph.number_id == 3);
  CHECK(mine.numbered_by == "1");
  CHECK(styles.font({}, "mine") == "Wingdings");
  CHECK_FALSE(styles.style("a").paragraph.outline_level);
  CHECK_FALSE(styles.style("none").paragraph.number_id);
}

TEST_CASE("a heading is known by its name where its level is not said", "[office]") {
  const WordStyles styles = styles_of(
      "<w:style w:type=\"paragraph\" w:styleId=\"2\"><w:name w:val=\"Heading 2\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"x\"><w:name w:val=\"heading 10\"/></w:style>");
  CHECK(styles.style("2").paragraph.outline_level == 1);
  CHECK_FALSE(styles.style("x").paragraph.outline_level);
}

TEST_CASE("hidden is a toggle that direct formatting overrides", "[office]") {
  const WordStyles styles = styles_of(
      "<w:style w:type=\"paragraph\" w:styleId=\"p\"><w:rPr><w:vanish/></w:rPr></w:style>"
      "<w:style w:type=\"character\" w:styleId=\"c\"><w:rPr><w:vanish/><w:dstrike/></w:rPr></w:style>");
  RunFormat run;
  CHECK(styles.is_hidden(run, "p"));
  CHECK_FALSE(styles.is_hidden(run, "none"));
  run.style = "c";
  CHECK_FALSE(styles.is_hidden(run, "p"));
  CHECK(styles.is_hidden(run, "none"));
  CHECK(styles.is_struck(run, "none"));
  run.hidden = false;
  CHECK_FALSE(styles.is_hidden(run, "none"));
}

TEST_CASE("a run's formatting is read without what it was before a tracked change", "[office]") {
  const std::string xml = word_part(
      "rPr",
      "<w:rStyle w:val=\"c\"/><w:rFonts w:hAnsi=\"Symbol\"/><w:strike w:val=\"0\"/><w:vertAlign w:val=\"superscript\"/>"
      "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>");
  WordEvents events(xml);
  events.next();
  const RunFormat format = read_run_format(events);
  CHECK(format.style == "c");
  CHECK(format.font == "Symbol");
  CHECK(format.struck == false);
  CHECK(format.raised == true);
  CHECK_FALSE(format.hidden);
}

TEST_CASE("styles that are based on each other end where the circle closes", "[office]") {
  const WordStyles styles = styles_of(
      "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"b\"><w:basedOn w:val=\"a\"/><w:pPr><w:outlineLvl "
      "w:val=\"2\"/></w:pPr></w:style>");
  CHECK(styles.style("a").paragraph.outline_level == 2);
  CHECK(WordStyles::read("broken <").default_paragraph().empty());
}

}  // namespace gialint
