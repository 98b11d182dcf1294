#include "engine/office/word_drawing.hpp"

#include <catch2/catch.hpp>

#include "tests/office/drawn_dump.hpp"

namespace gialint {
namespace {

std::string row(const std::string& cells, std::string_view properties = {}) {
  return std::string("<w:tr><w:trPr>").append(properties).append("</w:trPr>").append(cells).append("</w:tr>");
}

std::string table(const std::string& rows) { return "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid>" + rows + "</w:tbl>"; }

std::string numbered(std::string_view text, int level) {
  return word_paragraph(text,
                        "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"7\"/></w:numPr>");
}

constexpr std::string_view official_numbering =
    "<w:abstractNum w:abstractNumId=\"0\">"
    "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
    "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%2.\"/></w:lvl>"
    "<w:lvl w:ilvl=\"2\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"●\"/></w:lvl>"
    "</w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"0\"/></w:num>";

}  // namespace

TEST_CASE("automatic numbers are drawn in front of their text", "[office]") {
  CHECK(dump_of({numbered("总体情况", 0) + numbered("主动公开。", 1) + numbered("2023年。", 1) + numbered("项目", 2) +
                     numbered("", 0) + numbered("其他", 0),
                 {},
                 std::string(official_numbering),
                 {},
                 {}}) == "P 一、|总体情况\nP 1.|主动公开。\nP 2. |2023年。\n* 项目\nP 二、\nP 三、|其他\n");
}

TEST_CASE("a paragraph's style gives it its number and its level", "[office]") {
  const std::string styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId "
      "w:val=\"7\"/></w:numPr>"
      "<w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"2\"><w:name w:val=\"heading 2\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/>"
      "<w:numId w:val=\"7\"/></w:numPr></w:pPr></w:style>";
  CHECK(dump_of({word_paragraph("总体情况", "<w:pStyle w:val=\"1\"/>") +
                     word_paragraph("一节", "<w:pStyle w:val=\"2\"/>") +
                     word_paragraph("不编号", "<w:pStyle w:val=\"1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") +
                     word_paragraph("不是标题", "<w:pStyle w:val=\"1\"/><w:outlineLvl w:val=\"9\"/>"),
                 styles,
                 std::string(official_numbering),
                 {},
                 {}}) == "H1 一、|总体情况\nH2 1.|一节\nH1 不编号\nP 二、|不是标题\n");
}

TEST_CASE("a deleted paragraph is not counted", "[office]") {
  const std::string deleted =
      "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"7\"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>"
      "<w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>";
  CHECK(dump_of({numbered("甲", 0) + deleted + numbered("乙", 0), {}, std::string(official_numbering), {}, {}}) ==
        "P 一、|甲\nP 二、|乙\n");
}

TEST_CASE("rows keep their cells' columns and spans", "[office]") {
  CHECK(dump_of(
            table(row(word_cell("标签", "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>") +
                      word_cell("申请人情况", "<w:gridSpan w:val=\"2\"/>")) +
                  row(word_cell("", "<w:gridSpan w:val=\"2\"/><w:vMerge/>") + word_cell("自然人") + word_cell("总计")) +
                  row(word_cell("三、", "<w:vMerge w:val=\"restart\"/>") + word_cell("（一）") + word_cell("1") +
                      word_cell("")) +
                  row(word_cell("x", "<w:vMerge w:val=\"continue\"/>") + word_cell("（二）") + word_cell("2") +
                      word_cell("3")))) ==
        "T0 标签⇥申请人情况 [0+2x2] [2+2]\n"
        "T0 ⇥自然人⇥总计 [0+2^] [2] [3]\n"
        "T0 三、⇥（一）⇥1⇥ [0x2] [1] [2] [3]\n"
        "T0 ⇥（二）⇥2⇥3 [0^] [1] [2] [3]\n");
}

TEST_CASE("rows may leave out columns, be deleted, hidden, or lose a cell", "[office]") {
  CHECK(dump_of(table(row(word_cell("1") + word_cell("2")) + row(word_cell("3"), "<w:gridBefore w:val=\"1\"/>") +
                      row(word_cell("4") + word_cell("5"), "<w:del/>") +
                      row(word_cell("6") + word_cell("7"), "<w:hidden/>") +
                      row(word_cell("8", "<w:cellDel/>") + word_cell("9") + word_cell("0", "<w:cellIns/>")))) ==
        "T0 1⇥2 [0] [1]\nT0 3 [1]\nT0 9⇥0 [0] [1]\n");
}

TEST_CASE("cells merged in the old way are one", "[office]") {
  CHECK(dump_of(table(row(word_cell("甲", "<w:hMerge w:val=\"restart\"/>") +
                          word_cell("乙", "<w:hMerge w:val=\"continue\"/>") + word_cell("丙")) +
                      row(word_cell("1") + word_cell("2") + word_cell("3")))) ==
        "T0 甲↵乙⇥丙 [0+2] [2]\nT0 1⇥2⇥3 [0] [1] [2]\n");
}

TEST_CASE("a merge that nothing begins is a cell", "[office]") {
  CHECK(dump_of(table(row(word_cell("1", "<w:vMerge/>") + word_cell("2")) +
                      row(word_cell("3", "<w:vMerge/>") + word_cell("4")))) == "T0 1⇥2 [0x2] [1]\nT0 ⇥4 [0^] [1]\n");
}

TEST_CASE("paragraphs of a cell stand in one line, tabs in it are blanks", "[office]") {
  CHECK(dump_of(table(row("<w:tc>" + word_paragraph("要求行政机关") + word_paragraph("") + word_paragraph("重新出具") +
                          "</w:tc>" + "<w:tc><w:p><w:r><w:t>3</w:t><w:tab/><w:t>4</w:t></w:r></w:p></w:tc>"))) ==
        "T0 要求行政机关↵重新出具⇥3 4 [0] [1]\n");
}

TEST_CASE("labels in cells may be numbered", "[office]") {
  CHECK(dump_of({table(row("<w:tc>" + numbered("属于国家秘密", 1) + "</w:tc>" + word_cell("0")) +
                       row("<w:tc>" + numbered("其他", 1) + "</w:tc>" + word_cell("0"))),
                 {},
                 std::string(official_numbering),
                 {},
                 {}}) == "T0 1.属于国家秘密⇥0 [0] [1]\nT0 2.其他⇥0 [0] [1]\n");
}

TEST_CASE("a table that arranges a page is what it holds", "[office]") {
  const std::string data = table(row(word_cell("1") + word_cell("2")));
  CHECK(dump_of(table(row("<w:tc>" + word_paragraph("某局年报") + data + word_paragraph("") + "</w:tc>"))) ==
        "P 某局年报\nT0 1⇥2 [0] [1]\nP\n");
  CHECK(dump_of(table(row("<w:tc>" + word_paragraph("左") + data + word_paragraph("") + "</w:tc>" +
                          word_cell("右")))) == "P 左\nT0 1⇥2 [0] [1]\nP\nP 右\n");
  const std::string prose(1'200, 'p');
  CHECK(dump_of(table(row("<w:tc>" + word_paragraph("标题") + word_paragraph(prose) + "</w:tc>" + word_cell("右")))) ==
        "P 标题\nP " + prose + "\nP 右\n");
}

TEST_CASE("tables that follow each other are two", "[office]") {
  CHECK(dump_of(table(row(word_cell("1") + word_cell("2"))) + table(row(word_cell("3") + word_cell("4")))) ==
        "T0 1⇥2 [0] [1]\nT1 3⇥4 [0] [1]\n");
}

TEST_CASE("a note mark behind a figure is left out, other raised text is not", "[office]") {
  const auto raised = [](std::string_view text) {
    return std::string(R"(<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>)")
        .append(text)
        .append("</w:t></w:r>");
  };
  CHECK(dump_of("<w:p><w:r><w:t>3</w:t></w:r>" + raised("1") + raised("[2]") + "<w:r><w:t>件，1</w:t></w:r>" +
                raised("st") + "<w:r><w:t>，m</w:t></w:r>" + raised("2") + "</w:p>") == "P 3件，1st，m2\n");
  CHECK(dump_of("<w:p><w:r><w:t>３</w:t></w:r>" + raised("１") + "<w:r><w:t>件，4</w:t></w:r>" + raised("【注1】") +
                "<w:r><w:t>件，5</w:t></w:r>" + raised("①") + "<w:r><w:t>件</w:t></w:r></w:p>") ==
        "P ３件，4件，5件\n");
}

TEST_CASE("what hangs on a cell stands behind its table", "[office]") {
  CHECK(dump_of(table(row("<w:tc><w:p><w:r><w:t>1</w:t></w:r><w:r><w:pict><w:txbxContent>" + word_paragraph("印章") +
                          "</w:txbxContent></w:pict></w:r></w:p></w:tc>" + word_cell("2"))) +
                word_paragraph("后")) == "T0 1⇥2 [0] [1]\nP 印章\nP 后\n");
}

TEST_CASE("a million runs are a line", "[office]") {
  std::string body = "<w:p>";
  for (int i = 0; i < 200'000; ++i) body += "<w:r><w:t>一</w:t></w:r>";
  body += "</w:p>";
  const Result<WordDocument> document = read_word_document(word_file({body, {}, {}, {}, {}}));
  REQUIRE(document.ok());
  CHECK(document->drawn.text.size() == 600'001);
  CHECK(document->drawn.pieces.size() == 200'000);
}

}  // namespace gialint
