#include "engine/office/word_package.hpp"

#include <catch2/catch.hpp>

#include "tests/office/word_files.hpp"

namespace gialint {
namespace {

using namespace std::string_view_literals;

std::string failure_of(const std::string& bytes) {
  const Result<WordPackage> package = WordPackage::open(bytes);
  return package.ok() ? "" : package.failure().what.zh;
}

bool says(const std::string& message, std::string_view words) { return message.find(words) != std::string::npos; }

std::string content_types_of(std::string_view part, std::string_view type) {
  return std::string(
             R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/)")
      .append(part)
      .append(R"(" ContentType=")")
      .append(type)
      .append(R"("/></Types>)");
}

std::string root_relationships(std::string_view target, std::string_view more = {}) {
  return std::string(
             R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" )"
             R"(Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target=")")
      .append(target)
      .append(R"("/>)")
      .append(more)
      .append("</Relationships>");
}

}  // namespace

TEST_CASE("the main part and its relations are found by what the package says", "[office]") {
  const std::string bytes = zip_archive_of(
      {{"[Content_Types].xml",
        content_types_of("doc/Text.xml", "application/vnd.ms-word.document.macroEnabled.main+xml")},
       {"_rels/.rels", root_relationships("/doc/Text.xml")},
       {"doc/text.xml", "<a/>"},
       {"doc/_rels/text.xml.rels",
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
        R"(<Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="../look/styles.xml"/>)"
        R"(<Relationship Id="c" Type="http://x/hyperlink" Target="http://example.org/" TargetMode="External"/></Relationships>)"},
       {"look/styles.xml", "<b/>"}});
  const Result<WordPackage> package = WordPackage::open(bytes);
  REQUIRE(package.ok());
  CHECK(package->main_part() == "doc/text.xml");
  CHECK(package->related("styles") == "look/styles.xml");
  CHECK(package->related("numbering").empty());
  CHECK(package->related("hyperlink").empty());
  REQUIRE(package->relationships().size() == 2);
  CHECK(package->relationships()[1].target == "http://example.org/");
  CHECK(*package->xml("look/styles.xml") == "<b/>");
  CHECK_FALSE(package->is_signed());
}

TEST_CASE("relations are found in a package whose entries are named with backslashes", "[office]") {
  const std::string bytes = zip_archive_of(
      {{"[Content_Types].xml",
        content_types_of("word/document.xml",
                         "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")},
       {"_rels\\.rels", root_relationships("word/document.xml")},
       {"word\\document.xml", "<a/>"},
       {"word\\_rels\\document.xml.rels",
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
        R"(<Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>)"},
       {"word\\styles.xml", "<b/>"}});
  const Result<WordPackage> package = WordPackage::open(bytes);
  REQUIRE(package.ok());
  CHECK(package->main_part() == "word\\document.xml");
  CHECK(package->related("styles") == "word\\styles.xml");
}

TEST_CASE("a signature is seen", "[office]") {
  const std::string bytes = zip_archive_of(
      {{"[Content_Types].xml", ""},
       {"_rels/.rels",
        root_relationships("word/document.xml",
                           R"(<Relationship Id="s" Type="http://schemas.openxmlformats.org/package/2006/)"
                           R"(relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/>)")},
       {"word/document.xml", "<a/>"}});
  const Result<WordPackage> package = WordPackage::open(bytes);
  REQUIRE(package.ok());
  CHECK(package->is_signed());
}

TEST_CASE("what is no Word document is told for what it is", "[office]") {
  const auto archive_with = [](std::string_view type) {
    return zip_archive_of({{"[Content_Types].xml", content_types_of("x.xml", type)},
                           {"_rels/.rels", root_relationships("x.xml")},
                           {"x.xml", "<a/>"}});
  };
  CHECK(says(failure_of(archive_with("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")),
             "Excel"));
  CHECK(says(
      failure_of(archive_with("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml")),
      "演示"));
  CHECK(says(failure_of(zip_archive_of({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", ""}})),
             ".odt"));
  CHECK(says(failure_of(zip_archive_of({{"OFD.xml", ""}})), "OFD"));
  CHECK(says(failure_of(zip_archive_of({{"年报.docx", ""}})), "ZIP"));
  CHECK(says(failure_of("{\\rtf1"), "RTF"));
  CHECK(says(failure_of("text"), "损坏"));
}

TEST_CASE("compound files are told apart by the names in their directory", "[office]") {
  const auto compound = [](std::string_view name) {
    std::string bytes(600, '\0');
    bytes.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv);
    for (const char c : name) bytes.append({c, '\0'});
    return bytes;
  };
  CHECK(says(failure_of(compound("WordDocument")), "另存为 .docx"));
  CHECK(says(failure_of(compound("EncryptedPackage")), "密码"));
  CHECK(says(failure_of(compound("Workbook")), "Excel"));
  CHECK(says(failure_of(compound("PowerPoint Document")), "演示"));
  CHECK(says(failure_of(compound("")), "另存为 .docx"));
}

TEST_CASE("files are told apart by their first bytes", "[office]") {
  CHECK(office_file("PK\x03\x04"sv) == OfficeFile::archive);
  CHECK(office_file("PK\x05\x06"sv) == OfficeFile::archive);
  CHECK(office_file("PK"sv) == OfficeFile::none);
  CHECK(office_file("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv) == OfficeFile::compound);
  CHECK(office_file("{\\rtf1\\ansi"sv) == OfficeFile::rich_text);
  CHECK(office_file("某局2023年"sv) == OfficeFile::none);
}

TEST_CASE("content types come by part, else by extension", "[office]") {
  const std::string xml =
      R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
      R"(<Default Extension="XML" ContentType="plain"/><Override PartName="/a/B.xml" ContentType="own"/></Types>)";
  CHECK(content_type(xml, "a/b.xml") == "own");
  CHECK(content_type(xml, "a/c.xml") == "plain");
  CHECK(content_type(xml, "a/c.png").empty());
}

TEST_CASE("parts in UTF-16 are read as well", "[office]") {
  CHECK(xml_as_utf8("<a>年</a>") == "<a>年</a>");
  CHECK(xml_as_utf8(std::string("\xFF\xFE<\0a\0>\0\x74\x5E"sv)) == "<a>年");
  CHECK(xml_as_utf8(std::string("\xFE\xFF\0<\xD8\x42\xDF\xB7"sv)) == "<𠮷");
  CHECK(xml_as_utf8(std::string("\0<\0a"sv)) == "<a");
  std::string declared("\xFF\xFE"sv);
  for (const char c : R"(<?xml version="1.0" encoding="UTF-16"?><a/>)"sv) declared.append({c, '\0'});
  CHECK(xml_as_utf8(declared) == R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><a/>)");
  CHECK(xml_as_utf8(std::string("<\0a\0\x42\xD8"sv)) == "<a\xEF\xBF\xBD");
}

TEST_CASE("where the relationships of a part stand", "[office]") {
  CHECK(relationships_part("") == "_rels/.rels");
  CHECK(relationships_part("word/document.xml") == "word/_rels/document.xml.rels");
}

}  // namespace gialint
