#include "engine/document/paragraphs.hpp"

#include <catch2/catch.hpp>

#include "engine/document/wording.hpp"
#include "tests/support/outlines.hpp"

namespace gialint {
namespace {

/// The paragraphs of section 一, one a line; sub-headings begin with "#".
std::string paragraphs(const std::string& text) {
  const test::ReadOutline read = test::read_outline("一、总体情况\n" + text);
  std::string out;
  for (const Paragraph& paragraph : read.paragraphs.sections.at(0)) {
    out += (paragraph.heading ? "#" : "") + std::string(paragraph.text.text()) + "\n";
  }
  return out;
}

const std::string long_line =
    "一年来，我局积极落实完善规章制度和工作流程，建立主动公开、依申请公开等相关工作制度，有部署、有检查，有落";

}  // namespace

TEST_CASE("lines that a margin broke are one paragraph, a blank line between them or not", "[document]") {
  CHECK(paragraphs(long_line + "\n实，促进了工作。\n") == long_line + "实，促进了工作。\n");
  CHECK(paragraphs(long_line + "\n\n实，促进了工作。\n") == long_line + "实，促进了工作。\n");
  CHECK(paragraphs(long_line + "实。\n\n第二段。\n") == long_line + "实。\n第二段。\n");
}

TEST_CASE("sub-headings and list items begin paragraphs of their own", "[document]") {
  CHECK(paragraphs("（一）主动公开情况\n卫滨区认真落实。\n") == "#（一）主动公开情况\n卫滨区认真落实。\n");
  CHECK(paragraphs("（一）依据《政府信息公开信息处理费管理办法》收取信息处理费的情况\n\n2022年度，未收取。\n") ==
        "#（一）依据《政府信息公开信息处理费管理办法》收取信息处理费的情况\n2022年度，未收取。\n");
  CHECK(paragraphs(long_line + "\n（二）依申请公开情况\n") == long_line + "\n#（二）依申请公开情况\n");
  CHECK(paragraphs("1、内容不高；\n2、知晓率较低。\n") == "1、内容不高；\n2、知晓率较低。\n");
}

TEST_CASE("places of a joined paragraph lead back to both lines", "[document]") {
  const std::string text = "一、总体情况\n" + long_line + "\n\n实，促进了工作。\n";
  const test::ReadOutline read = test::read_outline(text);
  const Paragraph& paragraph = read.paragraphs.sections.at(0).at(0);
  const auto at = static_cast<std::uint32_t>(paragraph.text.text().find("落实，促进"));
  const Span source = paragraph.text.source({at, at + static_cast<std::uint32_t>(std::string("落实").size())});
  CHECK(read.source.slice(source) == "落\n\n实");
}

TEST_CASE("lines inside a table are no prose", "[document]") {
  const SourceText source =
      test::source_text("三、收到和处理政府信息公开申请情况\n自然人 总计\n一、本年新收 0 0\n表后一句话。\n");
  const OutlineReader reader(test::editions());
  const Outline outline = reader.read(read_blocks(source, Format::plain));
  const auto begin = static_cast<std::uint32_t>(source.text().find("自然人"));
  const auto end = static_cast<std::uint32_t>(source.text().find("\n表后"));
  const Paragraphs paragraphs = read_paragraphs(outline, {{begin, end}}, {});
  REQUIRE(paragraphs.sections.at(0).size() == 1);
  CHECK(paragraphs.sections[0][0].text.text() == "表后一句话。");
}

TEST_CASE("a line that holds several tables is no prose", "[document]") {
  const SourceText source = test::source_text(
      "二、主动公开政府信息情况\n第二十条第（五）项 行政许可 0 第二十条第（六）项 行政处罚 0 行政强制 "
      "0\n表后一句话，说明情况。\n");
  const OutlineReader reader(test::editions());
  const Outline outline = reader.read(read_blocks(source, Format::plain));
  const auto at = [&](const char* words) { return static_cast<std::uint32_t>(source.text().find(words)); };
  const Paragraphs paragraphs = read_paragraphs(
      outline, {{at("第二十条第（五）"), at(" 第二十条第（六）")}, {at("第二十条第（六）"), at("\n表后")}}, {});
  REQUIRE(paragraphs.sections.at(0).size() == 1);
  CHECK(paragraphs.sections[0][0].text.text() == "表后一句话，说明情况。");
}

TEST_CASE("what a page break left is no prose, and parts no sentence", "[document]") {
  const SourceText source = test::source_text(
      "一、总体情况\n本机关认真贯彻落实《中华人民共和国政府信息公开条例》，加强组织\n- 3 -\n领导，完善制度。\n");
  const OutlineReader reader(test::editions());
  const Outline outline = reader.read(read_blocks(source, Format::plain));
  const Paragraphs paragraphs = read_paragraphs(outline, {}, {2});
  REQUIRE(paragraphs.sections.at(0).size() == 1);
  CHECK(paragraphs.sections[0][0].text.text() ==
        "本机关认真贯彻落实《中华人民共和国政府信息公开条例》，加强组织领导，完善制度。");
}

TEST_CASE("a line that begins with a decimal begins no item", "[document]") {
  for (const char* text : {"1.主动公开", "1．2023年，我局", "3. 3件", "1.2023年1月"}) {
    CAPTURE(text);
    CHECK(starts_with_enumerator(text));
  }
  for (const char* text : {"84.07万元", "3.5件", "12．30元", "0.5"}) {
    CAPTURE(text);
    CHECK_FALSE(starts_with_enumerator(text));
  }
}

TEST_CASE("enumerators and clause marks are told from words", "[document]") {
  for (const char* text :
       {"（一）主动", "(1) 主动", "一、主动", "3．主动", "1. 主动", "2)主动", "①主动", "一是规范", "**2. 依申请"}) {
    CAPTURE(text);
    CHECK(starts_with_enumerator(text));
  }
  for (const char* text : {"2023年", "一年来", "（以下简称）", "十分重视", "3件", "", "12345热线"}) {
    CAPTURE(text);
    CHECK_FALSE(starts_with_enumerator(text));
  }
  CHECK(ends_with_punctuation("工作。”"));
  CHECK(ends_with_punctuation("如下："));
  CHECK_FALSE(ends_with_punctuation("落实，"));
  CHECK_FALSE(ends_with_punctuation("落"));
  CHECK(has_clause_mark("规范，有序"));
  CHECK_FALSE(has_clause_mark("行政复议、行政诉讼情况"));
}

}  // namespace gialint
