#include "reporters/xml.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("marks of XML are written as references, and so are line ends and tabs", "[reporters]") {
  CHECK(xml_text("表 <a> & \"b\" ]]>") == "表 &lt;a&gt; &amp; &quot;b&quot; ]]&gt;");
  CHECK(xml_text("a\r\n\tb") == "a&#13;&#10;&#9;b");
  CHECK(xml_attribute("name", "\"<") == " name=\"&quot;&lt;\"");
}

TEST_CASE("what XML has no way to write is a replacement character", "[reporters]") {
  using namespace std::string_view_literals;
  CHECK(xml_text("a\0b\x1b[m\x08"sv) == "a\uFFFDb\uFFFD[m\uFFFD");
  CHECK(xml_text("\uFFFE|\uFFFF|\uFFFD|\U0010FFFF") == "\uFFFD|\uFFFD|\uFFFD|\U0010FFFF");
  CHECK(xml_text("\xED\xA0\x80 \xFF \xE4\xB8") == "\uFFFD\uFFFD\uFFFD \uFFFD \uFFFD\uFFFD");
}

}  // namespace
}  // namespace gialint
