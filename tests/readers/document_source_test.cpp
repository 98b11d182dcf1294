#include "engine/readers/document_source.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "tests/office/word_files.hpp"
#include "tests/support/block_dump.hpp"

namespace gialint {
namespace {

const std::string body = word_paragraph("某局2023年报") + "<w:tbl><w:tr>" + word_cell("行政许可") + word_cell("7") +
                         "</w:tr><w:tr>" + word_cell("行政处罚") + word_cell("3") + "</w:tr></w:tbl>";

std::string document() { return word_file({body, {}, {}, {}, {}}); }

Failure failure_of(std::string bytes, const ReadOptions& options = {}) {
  const Result<DocumentSource> source = DocumentSource::open("a.docx", std::move(bytes), options);
  REQUIRE_FALSE(source.ok());
  return source.failure();
}

bool mentions(const Failure& failure, std::string_view words) {
  return to_string(failure, Language::zh).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a Word document is told by its bytes, whatever its name and whatever texts are read as", "[readers]") {
  for (const std::optional<Format> format :
       {std::optional<Format>(), std::optional(Format::word), std::optional(Format::plain)}) {
    const Result<DocumentSource> source = DocumentSource::open("报告.txt", document(), {format});
    REQUIRE(source.ok());
    CHECK(source->format_or_detected() == Format::word);
    CHECK(source->text->path() == "报告.txt");
    CHECK(source->text->text() == "某局2023年报\n行政许可\t7\n行政处罚\t3\n");
    CHECK(source->text->is_drawn());
    CHECK(source->text->byte_count() == document().size());
    REQUIRE(source->drawn != nullptr);
    const std::vector<Block> blocks = read_blocks(*source, Format::word);
    CHECK(test::first_wrong_place(*source->text, blocks) == "");
    REQUIRE(blocks.size() == 2);
    CHECK(std::get<Grid>(blocks[1]).rows.size() == 2);
  }
}

TEST_CASE("characters that nobody sees are no part of a document's blocks", "[readers]") {
  const std::string table =
      "<w:tbl><w:tr>" + word_cell("行政\u200B许可") + word_cell("\u202D1\u00AD2\u202C") + "</w:tr></w:tbl>";
  const Result<DocumentSource> source =
      DocumentSource::open("a.docx", word_file({word_paragraph("\u200E") + table, {}, {}, {}, {}}), {});
  REQUIRE(source.ok());
  const std::vector<Block> blocks = read_blocks(*source, Format::word);
  CHECK(test::first_wrong_place(*source->text, blocks) == "");
  REQUIRE(blocks.size() == 1);
  const GridRow& row = std::get<Grid>(blocks[0]).rows.at(0);
  REQUIRE(row.cells.size() == 2);
  CHECK(row.cells[0].text.text() == "行政许可");
  CHECK(row.cells[1].text.text() == "12");
}

TEST_CASE("a text is opened as a text", "[readers]") {
  const Result<DocumentSource> source = DocumentSource::open("a.docx", "# 某局年报\n", {});
  REQUIRE(source.ok());
  CHECK(source->drawn == nullptr);
  CHECK_FALSE(source->text->is_drawn());
  CHECK_FALSE(source->format.has_value());
  CHECK(source->format_or_detected() == Format::markdown);
  CHECK(DocumentSource::open("a.docx", "# 某局年报\n", {Format::plain})->format_or_detected() == Format::plain);
}

TEST_CASE("what is no Word document is told with what it is", "[readers]") {
  using namespace std::string_literals;
  CHECK(mentions(failure_of("年报", {Format::word}), "Word"));
  CHECK(mentions(failure_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(600, '\0')), "另存为 .docx"));
  CHECK(mentions(failure_of("{\\rtf1 a}"), "另存为 .docx"));
  CHECK(mentions(failure_of(document().substr(0, 300)), "损坏"));
  CHECK(mentions(failure_of(document(), {std::nullopt, std::nullopt, 100}), "100 字节"));
  CHECK(mentions(failure_of("", {}), "空"));
}

TEST_CASE("an old document is converted where somebody can, and nothing else is", "[readers]") {
  using namespace std::string_literals;
  std::string asked;
  ReadOptions options;
  options.to_docx = [&](std::string_view, std::string_view ending) -> Result<std::string> {
    asked += ending;
    return document();
  };
  for (const std::string& old : {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(600, '\0'), "{\\rtf1 a}"s}) {
    const Result<DocumentSource> source = DocumentSource::open("a.doc", old, options);
    REQUIRE(source.ok());
    CHECK(source->drawn != nullptr);
  }
  CHECK(DocumentSource::open("a.docx", document(), options).ok());
  CHECK(DocumentSource::open("a.txt", "某局年报", options).ok());
  CHECK(asked == ".doc.rtf");
  options.to_docx = [](std::string_view, std::string_view) -> Result<std::string> {
    return Failure{{}, {"不行", "no"}};
  };
  CHECK(mentions(failure_of("{\\rtf1 a}", options), "不行"));
}

}  // namespace gialint
