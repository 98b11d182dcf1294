#include "engine/office/word_reader.hpp"

#include <catch2/catch.hpp>

#include "tests/office/drawn_dump.hpp"

namespace gialint {
namespace {

std::string run(std::string_view text, std::string_view properties = {}) {
  return std::string("<w:r><w:rPr>").append(properties).append("</w:rPr><w:t>").append(text).append("</w:t></w:r>");
}

std::string field(std::string_view instruction, std::string_view result) {
  return std::string(R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>)")
      .append(instruction)
      .append(R"(</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>)")
      .append(result)
      .append(R"(<w:r><w:fldChar w:fldCharType="end"/></w:r>)");
}

std::string paragraph(const std::string& content) { return "<w:p>" + content + "</w:p>"; }

Story story_of(const std::string& body) {
  static const WordStyles styles;
  Result<Story> story = read_story(word_part("document", "<w:body>" + body + "</w:body>"), styles, "word/document.xml");
  REQUIRE(story.ok());
  return std::move(*story);
}

}  // namespace

TEST_CASE("tracked changes are accepted", "[office]") {
  CHECK(dump_of(paragraph(run("共收到申请") + "<w:del><w:r><w:delText>3</w:delText></w:r></w:del><w:ins>" + run("5") +
                          "</w:ins>" + run("件。"))) == "P 共收到申请5件。\n");
  CHECK(dump_of(paragraph("<w:moveFrom>" + run("搬走") + "</w:moveFrom>" + run("留下")) +
                paragraph("<w:moveTo>" + run("搬来") + "</w:moveTo>")) == "P 留下\nP 搬来\n");
  // An insertion that was deleted again.
  CHECK(dump_of(paragraph(run("1") + "<w:ins><w:del>" + run("2") + "</w:del></w:ins>" + run("3"))) == "P 13\n");
}

TEST_CASE("a paragraph whose mark was deleted goes on with the next", "[office]") {
  const std::string deleted = "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>";
  CHECK(dump_of(paragraph(deleted + run("前")) + paragraph(run("后"))) == "P 前后\n");
  CHECK(dump_of(paragraph(deleted + "<w:del>" + run("没有了") + "</w:del>") +
                word_paragraph("下一段", "<w:outlineLvl w:val=\"0\"/>")) == "H1 下一段\n");
  CHECK(dump_of(paragraph(run("甲")) + paragraph(deleted + "<w:del>" + run("没有了") + "</w:del>")) == "P 甲\n");
}

TEST_CASE("tracked changes are counted by kind", "[office]") {
  const Story story = story_of(paragraph("<w:ins>" + run("1") + "</w:ins><w:del>" + run("2") + "</w:del><w:moveFrom>" +
                                         run("3") + "</w:moveFrom><w:moveTo>" + run("3") + "</w:moveTo>") +
                               "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + word_cell("4") + "</w:tr></w:tbl>");
  CHECK(story.changes.insertions == 1);
  CHECK(story.changes.deletions == 2);
  CHECK(story.changes.moves == 1);
  CHECK(story.changes.any());
  CHECK_FALSE(story_of(paragraph(run("1", "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>"))).changes.any());
}

TEST_CASE("hidden and struck out text is not there", "[office]") {
  CHECK(dump_of(paragraph(run("看得见") + run("看不见", "<w:vanish/>") + run("划掉", "<w:strike/>") +
                          run("划两道", "<w:dstrike/>") + run("还在", "<w:strike w:val=\"0\"/>"))) == "P 看得见还在\n");
}

TEST_CASE("the blanks around a text that does not preserve them are nothing", "[office]") {
  CHECK(dump_of("<w:p><w:r><w:t>\n  2023年\n</w:t></w:r><w:r><w:t xml:space=\"preserve\"> 3 件</w:t></w:r></w:p>") ==
        "P 2023年 3 件\n");
  CHECK(dump_of("<w:p><w:r><w:t> </w:t></w:r><w:r><w:t>&#32;&amp; </w:t></w:r></w:p>") == "P &\n");
  CHECK(dump_of("<w:p><w:r><w:t xml:space=\"preserve\">1\n2</w:t></w:r></w:p>") == "P 1 2\n");
}

TEST_CASE("references and CDATA are their characters", "[office]") {
  CHECK(dump_of("<w:p><w:r><w:t>A&amp;B&lt;&#x5E74;<![CDATA[<c>]]></w:t></w:r></w:p>") == "P A&B<年<c>\n");
}

TEST_CASE("breaks, tabs, hyphens and symbols are characters", "[office]") {
  CHECK(
      dump_of("<w:p><w:r><w:t>某局</w:t><w:br/><w:t>年度报告</w:t><w:tab/><w:t>1</w:t><w:noBreakHyphen/><w:softHyphen/>"
              "<w:br w:type=\"page\"/><w:t>2</w:t></w:r></w:p>") == "P 某局↵年度报告⇥1-↵2\n");
  CHECK(dump_of("<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:sym w:font=\"Wingdings 2\" w:char=\"00A3\"/>"
                "<w:sym w:font=\"Wingdings\" w:char=\"oops\"/></w:r></w:p>") == "P ☑□▪\n");
  CHECK(dump_of(paragraph(run("\xEF\x83\xBE是", "<w:rFonts w:ascii=\"Wingdings\"/>") +
                          run("þ", "<w:rFonts w:ascii=\"Wingdings\"/>"))) == "P ☑是☑\n");
}

TEST_CASE("of a field only its result is text", "[office]") {
  CHECK(dump_of(paragraph(run("共") + field(" =SUM(ABOVE) ", run("42")) + run("件"))) == "P 共42件\n");
  CHECK(dump_of(paragraph("<w:fldSimple w:instr=\"PAGE\">" + run("7") + "</w:fldSimple>")) == "P 7\n");
  // A field in the instruction of another.
  CHECK(dump_of(paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + field("REF a", run("里面")) +
                          "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run("外面") +
                          "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + run("后"))) == "P 外面后\n");
  // One without a result shows nothing.
  CHECK(dump_of(paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>EQ</w:instrText></w:r>" + run("不算") +
                          "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + run("后"))) == "P 后\n");
}

TEST_CASE("a field that never ends hides nothing", "[office]") {
  CHECK(dump_of(paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>" +
                          run("正文一")) +
                paragraph(run("正文二"))) == "P 正文一\nP 正文二\n");
  CHECK(dump_of(paragraph("<w:r><w:fldChar w:fldCharType=\"end\"/><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
                          run("正文"))) == "P 正文\n");
}

TEST_CASE("the boxes and lists of a form show their choice", "[office]") {
  const auto form = [](const std::string& data) {
    return "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>" + data +
           "</w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
  };
  CHECK(
      dump_of(paragraph(
          form("<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>") + run("是") +
          form("<w:checkBox><w:default w:val=\"0\"/></w:checkBox>") + run("否") +
          form(
              "<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"甲\"/><w:listEntry w:val=\"乙\"/></w:ddList>"))) ==
      "P ☑是□否乙\n");
}

TEST_CASE("a table of contents is no text of the report", "[office]") {
  CHECK(
      dump_of(paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r>"
                        "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
                        run("一、总体情况1")) +
              paragraph(run("二、主动公开2") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>") +
              paragraph(run("一、总体情况"))) == "P\nP\nP 一、总体情况\n");
  CHECK(dump_of("<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of "
                "Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>" +
                paragraph(run("目录")) + "</w:sdtContent></w:sdt>" + paragraph(run("正文"))) == "P 正文\n");
}

TEST_CASE("a text box is read once, behind its paragraph", "[office]") {
  const std::string box = "<w:txbxContent>" + word_paragraph("某局文件") + "</w:txbxContent>";
  CHECK(dump_of("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><a:graphic><wps:txbx>" + box +
                "</wps:txbx></a:graphic></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box +
                "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run("正文。") + "</w:p>" +
                word_paragraph("下一段")) == "P 正文。\nP 某局文件\nP 下一段\n");
  CHECK(dump_of("<w:p><w:r><w:pict><v:textbox>" + box + "</v:textbox></w:pict></w:r></w:p>") == "P\nP 某局文件\n");
}

TEST_CASE("content controls and other wrappers are looked into at every level", "[office]") {
  const auto control = [](const std::string& content) {
    return "<w:sdt><w:sdtPr><w:alias w:val=\"名\"/></w:sdtPr><w:sdtContent>" + content + "</w:sdtContent></w:sdt>";
  };
  CHECK(dump_of(
            control(word_paragraph("块")) + paragraph(run("日期：") + control(run("2024年"))) + "<w:tbl>" +
            control("<w:tr>" + control(word_cell("格")) + "<w:tc>" + control(word_paragraph("内")) + "</w:tc></w:tr>") +
            "</w:tbl>") == "P 块\nP 日期：2024年\nT0 格⇥内 [0] [1]\n");
  CHECK(dump_of("<w:customXml>" +
                paragraph("<w:hyperlink r:id=\"a\">" + run("网址") + "</w:hyperlink><w:smartTag>" + run("2023") +
                          "</w:smartTag>" + run("年") + "<w:bdo>" + run("号") + "</w:bdo>") +
                "</w:customXml>") == "P 网址2023年号\n");
  CHECK(dump_of(paragraph("<w:r><w:ruby><w:rt>" + run("hàn") + "</w:rt><w:rubyBase>" + run("汉") +
                          "</w:rubyBase></w:ruby></w:r>")) == "P 汉\n");
}

TEST_CASE("notes and comments of others leave no trace", "[office]") {
  CHECK(dump_of(paragraph(
            run("申请3") +
            "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"2\"/></w:r>" +
            "<w:commentRangeStart w:id=\"1\"/>" + run("件") +
            "<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r>")) == "P 申请3件\n");
}

TEST_CASE("formulas are their characters", "[office]") {
  CHECK(dump_of(paragraph(run("共") + "<m:oMath><m:r><m:t>3</m:t></m:r><m:r><m:t>+2</m:t></m:r></m:oMath>" +
                          run("件"))) == "P 共3+2件\n");
}

TEST_CASE("pictures and what Word would only insert are told", "[office]") {
  const Story story =
      story_of(word_paragraph("一") +
               "<w:p><w:r><w:drawing><a:blip r:embed=\"r\"/><a:blip r:embed=\"r\"/></w:drawing></w:r></w:p>"
               "<w:altChunk r:id=\"x\"/>" +
               paragraph("<w:r><w:object><v:imagedata/></w:object></w:r>"));
  CHECK(story.pictures == std::vector<std::uint32_t>{1, 2});
  CHECK(story.chunks == 1);
}

TEST_CASE("places of runs and paragraphs are bytes of the part", "[office]") {
  const std::string body =
      "<w:p w:id=\"1\"><w:pPr><w:jc/></w:pPr><w:r "
      "w:id=\"2\"><w:rPr><w:b/></w:rPr><w:t>一</w:t></w:r></w:p><w:p/><w:p></w:p>";
  const std::string xml = word_part("document", "<w:body>" + body + "</w:body>");
  const Result<Story> read = read_story(xml, WordStyles(), "word/document.xml");
  REQUIRE(read.ok());
  const auto slice = [&](Span span) { return xml.substr(span.begin, span.size()); };
  REQUIRE(read->paragraphs.size() == 3);
  const ParagraphPlace& first = read->paragraphs[0];
  CHECK(slice({first.content, first.content_end}) == R"(<w:r w:id="2"><w:rPr><w:b/></w:rPr><w:t>一</w:t></w:r>)");
  CHECK(slice(first.element).substr(0, 13) == R"(<w:p w:id="1")");
  CHECK(slice({first.content_end, first.element.end}) == "</w:p>");
  CHECK(read->paragraphs[1].empty_element);
  CHECK(slice(read->paragraphs[1].element) == "<w:p/>");
  CHECK_FALSE(read->paragraphs[2].empty_element);
  CHECK(read->paragraphs[2].content == read->paragraphs[2].content_end);
  REQUIRE(read->runs.size() == 1);
  CHECK(slice(read->runs[0].start_tag) == R"(<w:r w:id="2">)");
  CHECK(slice(read->runs[0].properties) == "<w:rPr><w:b/></w:rPr>");
  CHECK(slice(read->runs[0].element).ends_with("</w:r>"));
}

TEST_CASE("what is drawn in a shape hangs on the run that holds the shape", "[office]") {
  const Story story = story_of(
      "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>内</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>");
  const auto& outer = std::get<StoryParagraph>(story.body.items.at(0).value);
  const auto& inner = std::get<StoryParagraph>(outer.boxes.at(0).items.at(0).value);
  REQUIRE(inner.pieces.size() == 1);
  CHECK(inner.pieces[0].run == 0);
  CHECK_FALSE(story.runs[0].divisible);
  CHECK(story.paragraphs[outer.place].box_run == no_index);
  CHECK(story.paragraphs[inner.place].box_run == 0);
}

TEST_CASE("a part that is broken or nested too deeply fails with its name", "[office]") {
  const WordStyles styles;
  const Result<Story> broken = read_story("<w:document>", styles, "word/document.xml");
  REQUIRE_FALSE(broken.ok());
  CHECK(broken.failure().what.zh.find("word/document.xml") != std::string::npos);

  std::string tables;
  for (int i = 0; i < 20'000; ++i) tables += "<w:tbl><w:tr><w:tc>";
  const Result<Story> deep = read_story(word_part("document", "<w:body>" + tables), styles, "word/document.xml");
  REQUIRE_FALSE(deep.ok());
  CHECK(deep.failure().what.zh.find("太深") != std::string::npos);
}

}  // namespace gialint
