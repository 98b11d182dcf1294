#include "tests/generator/documents.hpp"

#include <string>

#include <catch2/catch.hpp>
#include <expat.h>

#include "tests/generator/docx.hpp"
#include "tests/generator/zip.hpp"

namespace gialint::generator {
namespace {

std::uint32_t number_at(const std::string& bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = size; i-- > 0;)
    value = value << 8U | static_cast<unsigned char>(bytes.at(at + static_cast<std::size_t>(i)));
  return value;
}

/// The entries of an archive by its central directory, as programs find them.
std::vector<ZipEntry> entries_of(const std::string& archive) {
  std::vector<ZipEntry> entries;
  const std::size_t end = archive.rfind("PK\x05\x06");
  std::size_t at = number_at(archive, end + 16, 4);
  for (std::uint32_t left = number_at(archive, end + 10, 2); left > 0; --left) {
    REQUIRE(archive.substr(at, 4) == "PK\x01\x02");
    const std::uint32_t size = number_at(archive, at + 24, 4);
    const std::uint32_t name = number_at(archive, at + 28, 2);
    const std::size_t local = number_at(archive, at + 42, 4);
    REQUIRE(archive.substr(local, 4) == "PK\x03\x04");
    entries.push_back({archive.substr(at + 46, name), archive.substr(local + 30 + name, size)});
    at += 46 + name;
  }
  CHECK(at == end);
  return entries;
}

/// How many elements of this name well-formed XML has.
std::size_t elements(const std::string& xml, const std::string& name) {
  struct Count {
    std::string name;
    std::size_t found = 0;
  } count{name};
  const XML_Parser parser = XML_ParserCreate("UTF-8");
  XML_SetUserData(parser, &count);
  XML_SetElementHandler(
      parser,
      [](void* data, const XML_Char* element, const XML_Char**) {
        auto& counted = *static_cast<Count*>(data);
        if (counted.name == element) ++counted.found;
      },
      nullptr);
  const bool whole = XML_Parse(parser, xml.data(), static_cast<int>(xml.size()), 1) == XML_STATUS_OK;
  XML_ParserFree(parser);
  REQUIRE(whole);
  return count.found;
}

TEST_CASE("an archive holds its entries and their checksums", "[generator]") {
  const std::string archive = zip({{"a.txt", "123456789"}, {"b/c.txt", ""}});
  const std::vector<ZipEntry> entries = entries_of(archive);
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].name == "a.txt");
  CHECK(entries[0].bytes == "123456789");
  CHECK(entries[1].name == "b/c.txt");
  CHECK(entries[1].bytes.empty());
  CHECK(number_at(archive, 14, 4) == 0xCBF43926U);  // the check value of CRC-32/ISO-HDLC
}

TEST_CASE("a .docx holds every cell of the report once, and merged cells in each row that they cover", "[generator]") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    INFO("seed " << seed);
    const Document document = make_document(seed);
    std::size_t cells = 0;
    std::size_t covered = 0;
    std::size_t rows = 0;
    for (const PrintedSection& section : document.draft.report.sections) {
      for (const PrintedTable& table : section.tables) {
        rows += table.rows.size();
        for (const PrintedRow& row : table.rows) {
          for (const PrintedCell& cell : row.cells) {
            ++cells;
            covered += cell.rows - 1;
          }
        }
      }
    }
    std::size_t found = 0;
    for (const ZipEntry& entry : entries_of(docx(document.draft.report, document.page))) {
      found += elements(entry.bytes, "w:tc");
      if (entry.name != "word/document.xml") continue;
      CHECK(elements(entry.bytes, "w:tr") == rows);
      CHECK(elements(entry.bytes, "w:tc") >= cells);
      CHECK(elements(entry.bytes, "w:vMerge") >= covered);
    }
    CHECK(found >= cells + covered);
  }
}

TEST_CASE("on a page every number has room", "[generator]") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    INFO("seed " << seed);
    const Document document = make_document(seed);
    for (const PrintedSection& section : document.draft.report.sections) {
      for (const PrintedTable& table : section.tables) {
        double all = 0;
        for (const double width : column_widths(document.page, table)) {
          CHECK(width > 2 * document.page.cell_padding + document.page.table_size / 2);
          all += width;
        }
        CHECK(all == Approx(document.page.text_width()));
      }
    }
  }
}

}  // namespace
}  // namespace gialint::generator
