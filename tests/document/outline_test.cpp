#include "engine/document/outline.hpp"

#include <catch2/catch.hpp>

#include "tests/support/outlines.hpp"

namespace gialint {
namespace {

/// "id:numeral:title" of every section, a trailing "?" where the wording is altered, "~" where it deviates, "!" where
/// the section is out of order.
std::string sections(const std::string& text) {
  const test::ReadOutline read = test::read_outline(text);
  std::string out;
  for (const Section& section : read.outline.sections) {
    if (!out.empty()) out += " ";
    out += section.id + ":" + std::string(read.source.slice(section.numeral)) + ":" +
           std::string(read.source.slice(section.title));
    if (section.match == WordingMatch::altered) out += "?";
    if (section.match == WordingMatch::deviant) out += "~";
    if (!section.in_order) out += "!";
  }
  return out;
}

}  // namespace

TEST_CASE("a heading is recognised through every noise around it", "[document]") {
  CHECK(sections("一、总体情况\n") == "overall:一、:总体情况");
  CHECK(sections("3、  收到和处理政府信息公开申请情况\n") == "requests:3、:收到和处理政府信息公开申请情况");
  CHECK(sections("3．收到和处理政府信息公开申请情况\n") == "requests:3．:收到和处理政府信息公开申请情况");
  CHECK(sections("三. 收到和处理政府信息公开申请情况\n") == "requests:三.:收到和处理政府信息公开申请情况");
  CHECK(sections("三、\t收到和处理政府信息公开申请情况\n") == "requests:三、:收到和处理政府信息公开申请情况");
  CHECK(sections("三 收到和处理政府信息公开申请情况\n") == "requests:三:收到和处理政府信息公开申请情况");
  CHECK(sections("(三) 收到和处理政府信息公开申请情况\n") == "requests:(三):收到和处理政府信息公开申请情况");
  CHECK(sections("第三部分 收到和处理政府信息公开申请情况\n") == "requests:第三部分:收到和处理政府信息公开申请情况");
  CHECK(sections("## 三、收到和处理政府信息公开申请情况\n") == "requests:三、:收到和处理政府信息公开申请情况");
  CHECK(sections("**一、总体情况**\n") == "overall:一、:总体情况");
  CHECK(sections("一、总体情况：\n") == "overall:一、:总体情况");
  CHECK(sections("总体情况\n") == "overall::总体情况");
  CHECK(sections("一、 总 体 情 况\n") == "overall:一、:总 体 情 况");
  CHECK(sections("　　二、主动公开政府信息情况\n") == "active_disclosure:二、:主动公开政府信息情况");
}

TEST_CASE("a heading may be glued to its first sentence", "[document]") {
  CHECK(sections("一、总体情况。2023年，我局认真落实。\n") == "overall:一、:总体情况");
  CHECK(sections("一、总体情况 2023年，我局认真落实。\n") == "overall:一、:总体情况");
  const test::ReadOutline read = test::read_outline("一、总体情况。2023年，我局认真落实。\n");
  REQUIRE(read.outline.sections.size() == 1);
  REQUIRE(read.paragraphs.sections[0].size() == 1);
  CHECK(read.paragraphs.sections[0][0].text.text() == "2023年，我局认真落实。");
}

TEST_CASE("a heading that a margin broke is put together again", "[document]") {
  CHECK(sections("四、因政府信息公开工作被申请行政复议、提起行政\n诉讼情况\n无\n") ==
        "review_litigation:四、:因政府信息公开工作被申请行政复议、提起行政\n诉讼情况");
  CHECK(sections("五、\n存在的主要问题及改进情况\n不足。\n") == "problems:五、:存在的主要问题及改进情况");
  CHECK(sections("一、总体\n要求明确\n") == "");
}

TEST_CASE("the Regulation's own wordings are accepted, others are recognised as deviations", "[document]") {
  CHECK(sections("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况\n") ==
        "review_litigation:四、:因政府信息公开工作被申请行政复议、提起行政诉讼情况");
  CHECK(sections("六、需要其他报告的事项\n") == "other_matters:六、:需要其他报告的事项~");
  CHECK(sections("三、收到和处理政府信息公升申请情况\n") == "requests:三、:收到和处理政府信息公升申请情况?");
}

TEST_CASE("table rows, lists and sub-headings are no section headings", "[document]") {
  const std::string rows =
      "一、本年新收政府信息公开申请数量 0 0 0 0 0 0 0\n二、上年结转政府信息公开申请数量 0\n"
      "三、本年度办理结果\n四、结转下年度继续办理 0 0 0 0 0 0 0\n";
  CHECK(sections("一、总体情况\n" + rows) == "overall:一、:总体情况");
  CHECK(
      sections("一、总体情况\n（一）主动公开情况\n（二）主动公开政府信息情况。2020年。\n二、主动公开政府信息情况\n") ==
      "overall:一、:总体情况 active_disclosure:二、:主动公开政府信息情况");
  CHECK(sections("1、信息公开的内容不高；\n2、总体情况较好，有待提高。\n") == "");
  CHECK(sections("一、总体情况\n二、主动公开政府信息情况\n（三）政府信息管理情况\n（六）其他事项\n") ==
        "overall:一、:总体情况 active_disclosure:二、:主动公开政府信息情况");
}

TEST_CASE("a table of contents does not stand for the sections", "[document]") {
  const std::string contents = "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n";
  const std::string text =
      contents + "前言。\n一、总体情况\n正文。\n二、主动公开政府信息情况\n表。\n三、收到和处理政府信息公开申请情况\n";
  const test::ReadOutline read = test::read_outline(text);
  REQUIRE(read.outline.sections.size() == 3);
  CHECK(read.outline.sections[0].heading.begin > contents.size());
  REQUIRE(read.paragraphs.sections[0].size() == 1);
  CHECK(read.paragraphs.sections[0][0].text.text() == "正文。");
}

TEST_CASE("a section out of order is found and said to be so", "[document]") {
  CHECK(sections("一、总体情况\n文。\n五、存在的主要问题及改进情况\n文。\n二、主动公开政府信息情况\n文。\n"
                 "三、收到和处理政府信息公开申请情况\n文。\n六、其他需要报告的事项\n无\n") ==
        "overall:一、:总体情况 problems:五、:存在的主要问题及改进情况! active_disclosure:二、:主动公开政府信息情况 "
        "requests:三、:收到和处理政府信息公开申请情况 other_matters:六、:其他需要报告的事项");
}

TEST_CASE("a heading inside a run of tab lines parts two tables", "[document]") {
  const test::ReadOutline read =
      test::read_outline("二、主动公开政府信息情况\n规章\t0\t0\n三、收到和处理政府信息公开申请情况\t\n自然人\t0\n");
  REQUIRE(read.outline.sections.size() == 2);
  CHECK(read.outline.sections[1].id == "requests");
  CHECK(read.outline.sections[0].block_count == 1);
  CHECK(read.outline.sections[1].block_count == 1);
}

TEST_CASE("levels come from the format's headings", "[document]") {
  const test::ReadOutline read = test::read_outline("## 一、总体情况\n文。\n#### 二、主动公开政府信息情况\n");
  REQUIRE(read.outline.sections.size() == 2);
  CHECK(read.outline.sections[0].level == 2);
  CHECK(read.outline.sections[1].level == 4);
  CHECK(read.source.slice(read.outline.sections[1].line) == "#### 二、主动公开政府信息情况");
  CHECK(read.source.slice(read.outline.sections[1].heading) == "二、主动公开政府信息情况");
}

TEST_CASE("what stands outside of the sections' container is not part of the report", "[document]") {
  const auto last_paragraph = [](const std::string& text) {
    const test::ReadOutline read = test::read_outline(text);
    const std::vector<Paragraph>& paragraphs = read.paragraphs.sections.back();
    return paragraphs.empty() ? std::string() : std::string(paragraphs.back().text.text());
  };
  const std::string report =
      "<div><p>一、总体情况</p><p>甲。</p></div><div><p>六、其他需要报告的事项</p><p>乙。</p></div>";
  CHECK(last_paragraph("<body><div>" + report + "</div><div><p>上一篇：丙</p></div></body>") == "乙。");
  CHECK(last_paragraph("<body>" + report + "<div><p>丁。</p></div></body>") == "丁。");
  CHECK(last_paragraph("<p>五、存在的主要问题及改进情况</p><p>六、其他需要报告的事项</p><div>无。</div>") == "无。");
  CHECK(last_paragraph("一、总体情况\n甲。\n六、其他需要报告的事项\n乙。\n\n丙。\n") == "丙。");
}

TEST_CASE("headings that name a section once more are told with it", "[document]") {
  const auto repeats = [](const std::string& text) {
    const test::ReadOutline read = test::read_outline(text);
    std::string out;
    for (const Section& section : read.outline.sections) {
      for (const Span again : section.repeats)
        out += section.id + "@" + std::to_string(read.source.lines().line_of(again.begin)) + " ";
    }
    return out;
  };
  const std::string end = "五、存在的主要问题及改进情况\n乙。\n六、其他需要报告的事项\n无\n";
  CHECK(repeats("一、总体情况\n甲。\n" + end).empty());
  CHECK(repeats("一、总体情况\n甲。\n" + end + "六、其他需要报告的事项\n无\n") == "other_matters@7 ");
  CHECK(repeats("<h2>总体情况</h2><p>甲。</p>\n<h2>其他需要报告的事项</h2>\n<h2>其他需要报告的事项</h2><p>无</p>\n") ==
        "other_matters@3 ");
  CHECK(repeats(
            "一、总体情况\n甲。\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n六、其他需要报告的事项\n无\n") ==
        "other_matters@5 ");
  // A table of contents, a head inside a section, another sort of number.
  CHECK(repeats("一、总体情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n一、总体情况\n甲。\n" + end)
            .empty());
  CHECK(repeats("一、总体情况\n5.存在的主要问题及改进情况\n甲。\n" + end).empty());
}

TEST_CASE("a picture behind a heading is known", "[document]") {
  const auto pictures = [](const std::string& text) {
    std::string out;
    for (const Section& section : test::read_outline(text).outline.sections) out += section.before_picture ? "p" : "-";
    return out;
  };
  CHECK(pictures("<h2>一、总体情况</h2><p><img src=\"a.png\"></p><h2>六、其他需要报告的事项</h2><p>无</p>") == "p-");
  CHECK(pictures("<h2><img src=\"a.png\">一、总体情况</h2><p>甲<img src=\"a.png\"></p><p>乙</p>") == "-");
  CHECK(pictures("# 一、总体情况\n\n![](a.png)\n\n# 六、其他需要报告的事项\n\n无\n") == "p-");
  CHECK(pictures("# 一、总体情况\n\n<img src=\"a.png\">\n\n# 六、其他需要报告的事项\n\n无\n") == "p-");
}

TEST_CASE("headings without end take no longer each", "[document]") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "一、总体情况\n四、因政府信息公开工作被申请行政复议、提起行政\n诉讼情况\n";
  const test::ReadOutline read = test::read_outline(text);
  REQUIRE(read.outline.sections.size() == 2);
  CHECK(read.outline.blocks.size() == 200'000);
}

}  // namespace gialint
