#include "engine/readers/word.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "engine/office/word_document.hpp"
#include "tests/office/word_files.hpp"
#include "tests/support/block_dump.hpp"
#include "tests/support/forms.hpp"

namespace gialint {
namespace {

DrawnDocument drawn(const WordParts& parts) {
  Result<WordDocument> document = read_word_document(word_file(parts));
  REQUIRE(document.ok());
  return std::move(document->drawn);
}

std::string read(const WordParts& parts) {
  const DrawnDocument document = drawn(parts);
  const std::vector<Block> blocks = read_word(document);
  CHECK(test::first_wrong_place(test::source_text(document.text), blocks) == "");
  return test::dump(blocks);
}

std::string read(const std::string& body) { return read(WordParts{body, {}, {}, {}, {}}); }

std::string runs(const std::string& content) { return "<w:p><w:r>" + content + "</w:r></w:p>"; }

}  // namespace

TEST_CASE("paragraphs are blocks, blank ones none", "[readers]") {
  CHECK(read(word_paragraph("某局2023年报") + word_paragraph("") + word_paragraph(" 正文。 ") +
             word_paragraph("总体情况", "<w:outlineLvl w:val=\"1\"/>")) == "T 某局2023年报\nT 正文。\nH2 总体情况\n");
}

TEST_CASE("a line break begins a block, in a heading it joins", "[readers]") {
  const std::string body =
      runs("<w:t>某局</w:t><w:br/><w:t>年度报告</w:t>") +
      "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>一、总体</w:t><w:br/><w:t>情况</w:t></w:r></w:p>";
  CHECK(read(body) == "T 某局\nT 年度报告\nH1 一、总体情况\n");
  const std::vector<Block> blocks = read_word(drawn({body, {}, {}, {}, {}}));
  CHECK(std::get<TextBlock>(blocks[0]).after_blank);
  CHECK_FALSE(std::get<TextBlock>(blocks[1]).after_blank);
}

TEST_CASE("an automatic number is part of its block, but no block by itself", "[readers]") {
  const std::string numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
      "w:val=\"chineseCounting\"/>"
      "<w:lvlText w:val=\"%1、\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/><w:lvlText "
      "w:val=\"●\"/></w:lvl>"
      "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
  const auto item = [](std::string_view text, int level) {
    return word_paragraph(text,
                          "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"1\"/></w:numPr>");
  };
  CHECK(read({item("总体情况", 0) + item("", 0) + item("项目", 1) + item("其他", 0), {}, numbering, {}, {}}) ==
        "T 一、总体情况\nL 项目\nT 三、其他\n");
}

TEST_CASE("a table is a grid of the cells that it shows", "[readers]") {
  const std::string body = "<w:tbl><w:tr>" +
                           word_cell("标签", "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>") +
                           word_cell("总计") + "</w:tr><w:tr>" + word_cell("", "<w:gridSpan w:val=\"2\"/><w:vMerge/>") +
                           "<w:tc>" + word_paragraph("1") + word_paragraph("2") + "</w:tc></w:tr></w:tbl>";
  CHECK(read(body) == "|标签|总计|\n|1 2|\n");
  const std::vector<Block> blocks = read_word(drawn({body, {}, {}, {}, {}}));
  const Grid& grid = std::get<Grid>(blocks.at(0));
  CHECK(grid.rows[0].cells[0].column_span == 2);
  CHECK(grid.rows[0].cells[0].row_span == 2);
  CHECK(grid.rows[0].cells[1].column == 2);
  CHECK(grid.rows[1].cells[0].column == 2);
}

TEST_CASE("a label over several lines of its cell is one label", "[readers]") {
  CHECK(read("<w:tbl><w:tr><w:tc>" + word_paragraph("要求行政机关确认或重新出") +
             runs("<w:t>具已获取</w:t><w:br/><w:t>信息</w:t>") + "</w:tc>" + word_cell("") + "</w:tr></w:tbl>") ==
        "|要求行政机关确认或重新出具已获取信息||\n");
}

TEST_CASE("tables that follow each other are two grids", "[readers]") {
  const std::string table = "<w:tbl><w:tr>" + word_cell("1") + word_cell("2") + "</w:tr></w:tbl>";
  CHECK(read_word(drawn({table + table, {}, {}, {}, {}})).size() == 2);
}

TEST_CASE("lines of tabs that follow each other are a grid, one by itself is text", "[readers]") {
  const std::string row = runs("<w:t>规章</w:t><w:tab/><w:t>0</w:t><w:tab/><w:t>1</w:t>");
  CHECK(read(row + row + word_paragraph("正文。") + runs("<w:t>一、</w:t><w:tab/><w:t>总体情况</w:t>")) ==
        "|规章|0|1|\n|规章|0|1|\nT 正文。\nT 一、\t总体情况\n");
  CHECK(read(runs("<w:tab/><w:t>缩进。</w:t>") + runs("<w:tab/><w:t>缩进。</w:t>")) == "T 缩进。\nT 缩进。\n");
}

TEST_CASE("a picture is marked in the text, and in no block", "[readers]") {
  const std::string picture = "<w:r><w:drawing><a:graphic><a:blip/></a:graphic></w:drawing></w:r>";
  const std::string body = "<w:p>" + picture + "</w:p>" + word_paragraph("一、总体情况") +
                           "<w:p><w:r><w:t>见下图</w:t></w:r>" + picture + "</w:p>";
  CHECK(drawn({body, {}, {}, {}, {}}).text == "\uFFFC\n一、总体情况\n见下图\uFFFC\n");
  CHECK(read(body) == "T 一、总体情况\nT 见下图\n");
}

}  // namespace gialint
