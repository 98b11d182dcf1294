#include "engine/office/word_events.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "tests/office/word_files.hpp"

namespace gialint {
namespace {

/// The text that is left when alternatives are decided.
std::string text_of(const std::string& content) {
  const std::string xml = word_part("document", content);
  std::string text;
  WordEvents events(xml);
  while (const XmlEvent* const event = events.next()) text += event->text;
  if (events.fault()) text += " (broken)";
  return text;
}

}  // namespace

TEST_CASE("of alternatives the first choice that is understood is taken", "[office]") {
  CHECK(
      text_of("1<mc:AlternateContent><mc:Choice Requires=\"wps\">2</mc:Choice><mc:Choice Requires=\"wps\">3</mc:Choice>"
              "<mc:Fallback>4</mc:Fallback></mc:AlternateContent>5") == "125");
  CHECK(text_of("<mc:AlternateContent><mc:Choice Requires=\"wps new\">2</mc:Choice><mc:Choice Requires=\" w14 wps "
                "\">3</mc:Choice>"
                "<mc:Fallback>4</mc:Fallback></mc:AlternateContent>") == "3");
  CHECK(text_of("<mc:AlternateContent><mc:Choice Requires=\"new\">2</mc:Choice><mc:Fallback>4</mc:Fallback>"
                "</mc:AlternateContent>") == "4");
  CHECK(text_of("<mc:AlternateContent><mc:Choice>2</mc:Choice></mc:AlternateContent>3") == "3");
}

TEST_CASE("alternatives stand in each other", "[office]") {
  CHECK(text_of("<mc:AlternateContent><mc:Choice Requires=\"wps\">1<mc:AlternateContent><mc:Choice "
                "Requires=\"new\">2</mc:Choice>"
                "<mc:Fallback>3</mc:Fallback></mc:AlternateContent>4</mc:Choice><mc:Fallback>5</mc:Fallback>"
                "</mc:AlternateContent>6") == "1346");
}

TEST_CASE("a choice outside of alternatives is left out", "[office]") {
  CHECK(text_of("1<mc:Choice Requires=\"wps\">2</mc:Choice>3") == "13");
}

TEST_CASE("children come one by one, and the end's bytes are known", "[office]") {
  const std::string xml = word_part("document", "<w:p><w:r/>text</w:p><w:tbl/>");
  WordEvents events(xml);
  REQUIRE(events.next()->name == "document");
  REQUIRE(events.next_child()->name == "p");
  REQUIRE(events.next_child()->name == "r");
  CHECK(events.next_child() == nullptr);
  CHECK(xml.substr(events.end().begin, events.end().size()) == "<w:r/>");
  CHECK(events.next_child() == nullptr);
  CHECK(xml.substr(events.end().begin, events.end().size()) == "</w:p>");
  REQUIRE(events.next_child()->name == "tbl");
  events.skip_element();
  CHECK(xml.substr(events.end().begin, events.end().size()) == "<w:tbl/>");
  CHECK(events.next_child() == nullptr);
}

TEST_CASE("values of properties", "[office]") {
  const auto flag = [](const std::string& attributes) {
    const std::string xml = word_part("document", "<w:vanish " + attributes + "/>");
    WordEvents events(xml);
    events.next();
    return word_flag(*events.next());
  };
  CHECK(flag(""));
  CHECK(flag("w:val=\"1\""));
  CHECK(flag("w:val=\"true\""));
  CHECK_FALSE(flag("w:val=\"0\""));
  CHECK_FALSE(flag("w:val=\"false\""));
  CHECK_FALSE(flag("val=\"off\""));
  CHECK(word_integer("12") == 12);
  CHECK(word_integer("-3") == -3);
  CHECK_FALSE(word_integer(""));
  CHECK_FALSE(word_integer("1x"));
  CHECK_FALSE(word_integer("99999999999"));
}

}  // namespace gialint
