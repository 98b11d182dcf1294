#include "engine/office/word_document.hpp"

#include <catch2/catch.hpp>

#include "tests/office/drawn_dump.hpp"

namespace gialint {

TEST_CASE("a document is read from its bytes", "[office]") {
  CHECK(dump_of(word_paragraph("某局2023年政府信息公开工作年度报告") + word_paragraph("正文。")) ==
        "P 某局2023年政府信息公开工作年度报告\nP 正文。\n");
}

TEST_CASE("a Strict document and one without the usual prefix are read as well", "[office]") {
  std::vector<ZipChange> entries = word_entries({word_paragraph("x"), {}, {}, {}, {}});
  entries[2].content =
      R"(<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><body><p><r><t>严格</t></r></p></body></document>)";
  const Result<WordDocument> document = read_word_document(zip_archive_of(entries));
  REQUIRE(document.ok());
  CHECK(drawn_dump(document->drawn) == "P 严格\n");
}

TEST_CASE("a document without a character fails", "[office]") {
  for (const std::string& body : {std::string(), word_paragraph(""), word_paragraph(" ")}) {
    const Result<WordDocument> document = read_word_document(word_file({body, {}, {}, {}, {}}));
    REQUIRE_FALSE(document.ok());
    CHECK(document.failure().what.zh.find("没有文字") != std::string::npos);
  }
}

TEST_CASE("a part that expands beyond the limit fails, whatever it declares", "[office]") {
  const std::string bytes = word_file({word_paragraph(std::string(100'000, 'x')), {}, {}, {}, {}});
  CHECK(read_word_document(bytes, {100, 200'000}).ok());
  const Result<WordDocument> document = read_word_document(bytes, {100, 50'000});
  REQUIRE_FALSE(document.ok());
  CHECK(document.failure().what.zh.find("word/document.xml") != std::string::npos);
}

TEST_CASE("a document that is cut off or changed anywhere never crashes", "[office]") {
  const std::string bytes =
      word_file({word_paragraph("某局") + "<w:tbl><w:tr>" + word_cell("1") + word_cell("2") + "</w:tr></w:tbl>",
                 "<w:style/>",
                 "<w:num/>",
                 {},
                 {}});
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    CHECK_FALSE(read_word_document(bytes.substr(0, i)).ok());
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] + 1);
    const Result<WordDocument> document = read_word_document(changed);
    if (document.ok()) CHECK_FALSE(document->drawn.lines.empty());
  }
}

TEST_CASE("a document of pictures alone holds no text", "[office]") {
  const std::string picture = "<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>";
  CHECK_FALSE(read_word_document(word_file({picture + picture, {}, {}, {}, {}})).ok());
  CHECK(read_word_document(word_file({picture + word_paragraph("文") + picture, {}, {}, {}, {}})).ok());
}

}  // namespace gialint
