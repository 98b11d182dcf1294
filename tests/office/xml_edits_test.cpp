#include "engine/office/xml_edits.hpp"

#include <catch2/catch.hpp>

namespace gialint {

TEST_CASE("edits are made at the places of the text as it was", "[office]") {
  XmlEdits edits;
  CHECK(edits.empty());
  edits.insert(3, "C");
  edits.insert(0, "A");
  edits.erase({1, 2});
  edits.insert(3, "D");
  edits.erase({4, 6});
  edits.insert(4, "E");
  edits.insert(6, "F");
  CHECK(edits.applied("012345") == "A02CD3EF");
  CHECK(XmlEdits().applied("012") == "012");
}

TEST_CASE("tags have names, prefixes and ends", "[office]") {
  const std::string_view xml = R"(<w:p w:a="1>2" b='"'><c/></w:p>)";
  CHECK(tag_name(xml, 0) == "w:p");
  CHECK(tag_prefix("w:p") == "w:");
  CHECK(tag_prefix("p").empty());
  CHECK(xml.substr(0, tag_end(xml, 0)) == R"(<w:p w:a="1>2" b='"'>)");
  CHECK(tag_name(xml, tag_end(xml, 0)) == "c");
  CHECK(tag_name(xml, static_cast<std::uint32_t>(xml.rfind('<'))) == "w:p");
  CHECK(tag_end("<w:p", 0) == 4);
  CHECK(tag_name("<", 0).empty());
}

TEST_CASE("text is escaped, and what XML cannot hold is left out", "[office]") {
  CHECK(xml_escaped("“一”<2 & \"3\">\x01\n") == "“一”&lt;2 &amp; &quot;3&quot;&gt;\n");
}

TEST_CASE("elements are put in at the end of the root", "[office]") {
  const auto appended = [](std::string xml, std::string_view elements) {
    return append_to_root(xml, elements) ? xml : "no root";
  };
  CHECK(appended("<a><a/>1</a>\n", "<b/>") == "<a><a/>1<b/></a>\n");
  CHECK(appended("<?xml version=\"1.0\"?><x:a xmlns:x='1'/>", "<b/>") ==
        "<?xml version=\"1.0\"?><x:a xmlns:x='1'><b/></x:a>");
  CHECK(appended("", "<b/>") == "no root");
  CHECK(appended("<a>", "<b/>") == "no root");
  CHECK(root_name("<!-- x --><x:a xmlns:x='1'/>") == "x:a");
  CHECK(root_name("x").empty());
}

}  // namespace gialint
