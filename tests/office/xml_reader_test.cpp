#include "engine/office/xml_reader.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

/// Each event on a line, with the bytes that it stands on: "start a b=1 <a b='1'>".
std::string events_of(const std::string& xml) {
  std::string dump;
  XmlReader reader(xml);
  while (const XmlEvent* const event = reader.next()) {
    const std::string bytes = xml.substr(event->bytes.begin, event->bytes.size());
    if (event->kind == XmlKind::text) {
      dump += "text " + std::string(event->text) + " " + bytes + "\n";
      continue;
    }
    dump += (event->kind == XmlKind::start ? "start " : "end ") + std::string(event->name);
    for (const XmlAttribute& attribute : event->attributes) {
      dump.append(" ").append(attribute.name).append("=").append(attribute.value);
    }
    dump += " " + bytes + "\n";
  }
  if (const auto fault = reader.fault()) dump += "fault " + std::to_string(static_cast<int>(*fault)) + "\n";
  return dump;
}

std::optional<OfficeFault> fault_of(const std::string& xml, std::size_t* events = nullptr) {
  XmlReader reader(xml);
  std::size_t count = 0;
  while (reader.next() != nullptr) ++count;
  if (events != nullptr) *events = count;
  return reader.fault();
}

}  // namespace

TEST_CASE("every event knows its bytes", "[office]") {
  CHECK(events_of("<?xml version='1.0'?><a b='1&amp;2'><!-- no --><c/>一&lt;二</a>") ==
        "start a b=1&2 <a b='1&amp;2'>\n"
        "start c <c/>\n"
        "end c <c/>\n"
        "text 一 一\n"
        "text < &lt;\n"
        "text 二 二\n"
        "end a </a>\n");
}

TEST_CASE("a byte order mark counts among the bytes", "[office]") {
  CHECK(events_of("\xEF\xBB\xBF<a>1</a>") == "start a <a>\ntext 1 1\nend a </a>\n");
}

TEST_CASE("places are right however many events a part has", "[office]") {
  std::string xml = "<a>";
  for (int i = 0; i < 5000; ++i) xml += "<b i='" + std::to_string(i) + "'>" + std::to_string(i) + "</b>";
  xml += "</a>";
  XmlReader reader(xml);
  int seen = 0;
  while (const XmlEvent* const event = reader.next()) {
    if (event->kind != XmlKind::text) continue;
    REQUIRE(event->text == std::to_string(seen));
    REQUIRE(xml.substr(event->bytes.begin, event->bytes.size()) == event->text);
    ++seen;
  }
  CHECK(seen == 5000);
  CHECK_FALSE(reader.fault());
}

TEST_CASE("namespaces are known by what they are, whatever their prefix and edition", "[office]") {
  CHECK(xml_space("http://schemas.openxmlformats.org/wordprocessingml/2006/main") == XmlSpace::word);
  CHECK(xml_space("http://purl.oclc.org/ooxml/wordprocessingml/main") == XmlSpace::word);
  CHECK(xml_space("http://schemas.openxmlformats.org/officeDocument/2006/relationships") == XmlSpace::relationships);
  CHECK(xml_space("http://purl.oclc.org/ooxml/officeDocument/relationships") == XmlSpace::relationships);
  CHECK(xml_space("http://schemas.openxmlformats.org/package/2006/relationships") == XmlSpace::package);
  CHECK(xml_space("http://schemas.openxmlformats.org/drawingml/2006/main") == XmlSpace::drawing);
  CHECK(xml_space("http://schemas.openxmlformats.org/officeDocument/2006/math") == XmlSpace::math);
  CHECK(xml_space("http://example.org/wordprocessingml/2006/main") == XmlSpace::other);
  CHECK(xml_space("") == XmlSpace::none);

  XmlReader reader(
      "<d xmlns='http://purl.oclc.org/ooxml/wordprocessingml/main' "
      "xmlns:y='http://purl.oclc.org/ooxml/wordprocessingml/main' "
      "y:val='1' val='2' xml:space='preserve'/>");
  const XmlEvent* const event = reader.next();
  REQUIRE(event != nullptr);
  CHECK(event->is(XmlSpace::word, "d"));
  CHECK(event->attribute(XmlSpace::word, "val") == "1");
  CHECK(event->attribute(XmlSpace::none, "val") == "2");
  CHECK(event->attribute(XmlSpace::xml, "space") == "preserve");
  CHECK(event->attribute(XmlSpace::none, "none", "otherwise") == "otherwise");
}

TEST_CASE("a broken part gives what stands before the fault", "[office]") {
  CHECK(events_of("<a>1</b>") == "start a <a>\ntext 1 1\nfault 3\n");
  CHECK(fault_of("") == OfficeFault::damaged_part);
  CHECK(fault_of("<a>") == OfficeFault::damaged_part);
  CHECK(fault_of("<a/><b/>") == OfficeFault::damaged_part);
  CHECK(fault_of("<a>\xFF</a>") == OfficeFault::damaged_part);
  CHECK(fault_of("<a>&unknown;</a>") == OfficeFault::damaged_part);
  CHECK(fault_of("<w:a/>") == OfficeFault::damaged_part);
}

TEST_CASE("no document type is taken, so nothing expands", "[office]") {
  CHECK(fault_of("<!DOCTYPE a [<!ENTITY b 'bbbb'>]><a>&b;</a>") == OfficeFault::forbidden_doctype);
  CHECK(fault_of("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>") == OfficeFault::forbidden_doctype);
}

TEST_CASE("elements nested too deeply end the reading", "[office]") {
  std::string xml;
  for (std::size_t i = 0; i < XmlReader::most_depth; ++i) xml += "<a>";
  std::string ends;
  for (std::size_t i = 0; i < XmlReader::most_depth; ++i) ends += "</a>";
  CHECK_FALSE(fault_of(xml + ends));
  std::size_t events = 0;
  CHECK(fault_of("<a>" + xml + ends + "</a>", &events) == OfficeFault::too_deep);
  CHECK(events <= XmlReader::most_depth);
}

TEST_CASE("an element is passed over with all it holds", "[office]") {
  XmlReader reader("<a><b><c/>1<b>2</b></b><d/></a>");
  REQUIRE(reader.next()->name == "a");
  REQUIRE(reader.next()->name == "b");
  reader.skip_element();
  CHECK(reader.next()->name == "d");
}

TEST_CASE("a tag of megabytes is read in one go", "[office]") {
  const std::string value(4'000'000, 'v');
  const std::string xml = "<a b='" + value + "'/>";
  XmlReader reader(xml);
  const XmlEvent* const event = reader.next();
  REQUIRE(event != nullptr);
  CHECK(event->attribute(XmlSpace::none, "b") == value);
}

}  // namespace gialint
