#include "engine/office/comment_anchors.hpp"

#include <catch2/catch.hpp>

#include "tests/office/anchored_text.hpp"
#include "tests/office/drawn_dump.hpp"

namespace gialint {
namespace {

struct Anchored {
  WordDocument document;
  AnchoredPart part;
};

/// A document of `parts` with a comment on each of `texts` (the first place of it) or, where one begins with "@", at
/// that byte of the drawn text.
Anchored anchored(const WordParts& parts, const std::vector<std::string>& texts) {
  Result<WordDocument> document = read_word_document(word_file(parts));
  REQUIRE(document.ok());
  std::vector<CommentAnchor> anchors;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Span span;
    if (texts[i].starts_with("@")) {
      span.begin = span.end = static_cast<std::uint32_t>(std::stoul(texts[i].substr(1)));
    } else {
      const std::size_t at = document->drawn.text.find(texts[i]);
      REQUIRE(at != std::string::npos);
      span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + texts[i].size())};
    }
    anchors.push_back({std::to_string(i), span});
  }
  AnchoredPart part = with_anchors(document->xml, document->drawn, anchors);
  return {std::move(*document), std::move(part)};
}

Anchored anchored(const std::string& body, const std::vector<std::string>& texts) {
  return anchored(WordParts{body, {}, {}, {}, {}}, texts);
}

/// What stands in the body, with short marks: [0 … 0] for a comment's range with its reference.
std::string body_of(const std::string& xml) {
  std::string body = xml.substr(xml.find("<w:body>") + 8);
  body.erase(body.find("</w:body>"));
  const auto replace = [&](const std::string& from, const std::string& to) {
    for (std::size_t at = body.find(from); at != std::string::npos; at = body.find(from, at))
      body.replace(at, from.size(), to);
  };
  for (const char* const id : {"0", "1", "2"}) {
    const std::string mark = std::string(" w:id=\"") + id + "\"/>";
    replace("<w:commentRangeStart" + mark, std::string("[") + id);
    replace("<w:commentRangeEnd" + mark + "<w:r><w:commentReference" + mark + "</w:r>", std::string(id) + "]");
  }
  return body;
}

/// Every comment encloses its text exactly, and the text of the document is what it was.
void check_exact(const Anchored& anchored, const std::vector<std::string>& texts) {
  const auto found = anchored_text(anchored.part.xml);
  CHECK(found.size() == texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    CAPTURE(texts[i], body_of(anchored.part.xml));
    CHECK(anchored.part.exact[i]);
    REQUIRE(found.count(std::to_string(i)) == 1);
    CHECK(found.at(std::to_string(i)) == texts[i]);
  }
  std::vector<ZipChange> entries = word_entries({"x", {}, {}, {}, {}});
  entries[2].content = anchored.part.xml;
  const Result<WordDocument> again = read_word_document(zip_archive_of(entries));
  REQUIRE(again.ok());
  CHECK(again->drawn.text == anchored.document.drawn.text);
}

}  // namespace

TEST_CASE("a comment on a whole run stands around it", "[office]") {
  const Anchored result = anchored("<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r></w:p>", {"甲"});
  CHECK(body_of(result.part.xml) == "<w:p>[0<w:r><w:t>甲</w:t></w:r>0]<w:r><w:t>乙</w:t></w:r></w:p>");
  check_exact(result, {"甲"});
}

TEST_CASE("a run is divided where its text is, and both halves look alike", "[office]") {
  const Anchored result =
      anchored("<w:p><w:r w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:t>本年止件数。</w:t></w:r></w:p>", {"年止"});
  CHECK(body_of(result.part.xml) ==
        "<w:p><w:r w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:t>本</w:t></w:r>[0<w:r "
        "w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:t>年止</w:t></w:r>"
        "0]<w:r w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:t>件数。</w:t></w:r></w:p>");
  check_exact(result, {"年止"});
}

TEST_CASE("a comment reaches over runs, paragraphs and cells", "[office]") {
  check_exact(anchored("<w:p><w:r><w:t>一二</w:t></w:r><w:hyperlink><w:r><w:t>三四</w:t></w:r></"
                       "w:hyperlink><w:ins><w:r><w:t>五六</w:t></w:r>"
                       "</w:ins></w:p>",
                       {"二三四五"}),
              {"二三四五"});
  const Anchored over = anchored(word_paragraph("甲乙") + word_paragraph("丙丁"), {"乙\n丙"});
  CHECK(anchored_text(over.part.xml).at("0") == "乙丙");
  CHECK(over.part.exact[0]);
  const Anchored row = anchored("<w:tbl><w:tr>" + word_cell("12") + word_cell("34") + "</w:tr></w:tbl>", {"2\t3"});
  CHECK(anchored_text(row.part.xml).at("0") == "23");
}

TEST_CASE("comments share places and stand in each other", "[office]") {
  const std::vector<std::string> texts = {"二三", "一二三四", "三", "二三四"};
  check_exact(anchored("<w:p><w:r><w:t>一二三四五</w:t></w:r></w:p>", texts), texts);
  const std::vector<std::string> behind = {"一二", "三四", "五"};
  check_exact(anchored("<w:p><w:r><w:t>一二三四五</w:t></w:r></w:p>", behind), behind);
}

TEST_CASE("blanks at the edges of a division are kept, others are not brought back", "[office]") {
  check_exact(anchored("<w:p><w:r><w:t>一 二 三</w:t></w:r></w:p>", {" 二 "}), {" 二 "});
  check_exact(anchored("<w:p><w:r><w:t xml:space=\"preserve\"> 一 二 三 </w:t></w:r></w:p>", {"二"}), {"二"});
  check_exact(anchored("<w:p><w:r><w:t>\n  一二三\n  </w:t></w:r></w:p>", {"二"}), {"二"});
  // Not to be divided without one or the other: the comment is on the run.
  const Anchored whole = anchored("<w:p><w:r><w:t> 一 二 </w:t></w:r></w:p>", {"二"});
  CHECK_FALSE(whole.part.exact[0]);
  CHECK(body_of(whole.part.xml) == "<w:p>[0<w:r><w:t> 一 二 </w:t></w:r>0]</w:p>");
}

TEST_CASE("references, symbols and breaks are divided at their edges", "[office]") {
  check_exact(anchored("<w:p><w:r><w:t>一&amp;二&lt;三</w:t></w:r></w:p>", {"&二"}), {"&二"});
  const Anchored mixed = anchored(
      "<w:p><w:r><w:t>一</w:t><w:br/><w:t>二三</w:t><w:sym w:font=\"Wingdings\" "
      "w:char=\"F0FE\"/><w:t>四</w:t></w:r></w:p>",
      {"三☑"});
  CHECK(body_of(mixed.part.xml) ==
        "<w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t></w:r>[0<w:r><w:t>三</w:t>"
        "<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>0]<w:r><w:t>四</w:t></w:r></w:p>");
  CHECK(mixed.part.exact[0]);
}

TEST_CASE("what cannot be divided is commented as a whole", "[office]") {
  for (const char* const text : {"一<![CDATA[二]]>三", "一二<!-- 注 -->三"}) {
    const Anchored result = anchored(std::string("<w:p><w:r><w:t>") + text + "</w:t></w:r></w:p>", {"二三"});
    CAPTURE(text);
    CHECK_FALSE(result.part.exact[0]);
    CHECK(anchored_text(result.part.xml).at("0") == "一二三");
  }
  const Anchored box = anchored("<w:p><w:r><w:t>前</w:t></w:r><w:r><w:pict><w:txbxContent>" + word_paragraph("文件头") +
                                    "</w:txbxContent></w:pict></w:r></w:p>",
                                {"件"});
  CHECK_FALSE(box.part.exact[0]);
  CHECK(body_of(box.part.xml).find("</w:r>[0<w:r><w:pict>") != std::string::npos);
  const Anchored formula = anchored("<w:p><m:oMath><m:r><m:t>3+2</m:t></m:r></m:oMath></w:p>", {"3+2"});
  CHECK(body_of(formula.part.xml) == "<w:p>[0<m:oMath><m:r><m:t>3+2</m:t></m:r></m:oMath>0]</w:p>");
  CHECK(formula.part.exact[0]);
}

TEST_CASE("what is missing is marked where it would stand", "[office]") {
  const std::string body = word_paragraph("一二") + "<w:p/>" + word_paragraph("三");
  CHECK(body_of(anchored(body, {"@0"}).part.xml).find("<w:p>[00]<w:r>") == 0);
  CHECK(body_of(anchored("<w:p><w:r><w:t>一二</w:t></w:r></w:p>", {"@3"}).part.xml) ==
        "<w:p><w:r><w:t>一</w:t></w:r>[00]<w:r><w:t>二</w:t></w:r></w:p>");
  CHECK(body_of(anchored(body, {"@6"}).part.xml).find("</w:r>[00]</w:p>") != std::string::npos);
  CHECK(body_of(anchored(body, {"@7", "@7"}).part.xml).find("<w:p>[00][11]</w:p>") != std::string::npos);
  // At the end of the text.
  const Anchored end = anchored(body, {"@12"});
  CHECK(end.part.exact[0]);
  CHECK(body_of(end.part.xml).ends_with("</w:r>[00]</w:p>"));
  // A blank cell.
  const Anchored cell = anchored("<w:tbl><w:tr>" + word_cell("1") + "<w:tc><w:p><w:pPr><w:jc/></w:pPr></w:p></w:tc>" +
                                     word_cell("2") + "</w:tr></w:tbl>",
                                 {"@2"});
  CHECK(body_of(cell.part.xml).find("<w:pPr><w:jc/></w:pPr>[00]</w:p>") != std::string::npos);
  CHECK(cell.part.exact[0]);
}

TEST_CASE("a comment on an automatic number is on the paragraph that it numbers", "[office]") {
  const std::string numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
      "<w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum>"
      "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
  const std::string body = word_paragraph("总体情况", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>");
  const Anchored number = anchored({body, {}, numbering, {}, {}}, {"一、"});
  CHECK(anchored_text(number.part.xml).at("0") == "总体情况");
  CHECK_FALSE(number.part.exact[0]);
  const Anchored both = anchored({body, {}, numbering, {}, {}}, {"一、总体"});
  CHECK(anchored_text(both.part.xml).at("0") == "总体");
  CHECK(both.part.exact[0]);
}

TEST_CASE("documents of another prefix, or none, are marked in their own names", "[office]") {
  std::vector<ZipChange> entries = word_entries({"x", {}, {}, {}, {}});
  const auto marked = [&](const std::string& xml) {
    entries[2].content = xml;
    const Result<WordDocument> document = read_word_document(zip_archive_of(entries));
    REQUIRE(document.ok());
    return with_anchors(document->xml, document->drawn, {{"0", {3, 6}}}).xml;
  };
  const std::string other = marked(
      "<x:document "
      "xmlns:x=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><x:body><x:p><x:r><x:t>一二</x:t>"
      "</x:r></x:p></x:body></x:document>");
  CHECK(other.find("<x:commentRangeStart x:id=\"0\"/><x:r><x:t>二</x:t></x:r><x:commentRangeEnd "
                   "x:id=\"0\"/><x:r><x:commentReference x:id=\"0\"/></x:r>") != std::string::npos);
  const std::string none = marked(
      "<document "
      "xmlns=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><body><p><r><t>一二</t></r></p></body></document>");
  CHECK(anchored_text(none).at("0") == "二");
}

}  // namespace gialint
