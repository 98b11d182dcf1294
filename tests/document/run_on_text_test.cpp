#include "engine/document/run_on_text.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "tests/support/outlines.hpp"

namespace gialint {
namespace {

/// The ids of the sections found, each with a blank behind it.
std::string section_ids(const std::string& text) {
  std::string ids;
  for (const Section& section : test::read_outline(text).outline.sections) ids += section.id + " ";
  return ids;
}

TEST_CASE("a text that lost its line ends is parted at its headings", "[document]") {
  const std::string line =
      "青石县民政局2023年政府信息公开工作年度报告 我局编制本报告。 一、总体情况 （一）公开5条。 "
      "二、主动公开政府信息情况 "
      "第二十条第（一）项 信息内容";
  CHECK(section_ids(line + "\n") == "overall active_disclosure ");
  const test::ReadOutline read = test::read_outline(line + "\n");
  REQUIRE(read.outline.title);
  CHECK(read.outline.title->organ_name == "青石县民政局");
  REQUIRE(read.paragraphs.sections.size() == 2);
  CHECK(read.paragraphs.sections[0].front().text.text() == "（一）公开5条。");
  // Neither behind a colon, where they are told of, nor one alone.
  CHECK(section_ids("报告分为：一、总体情况；二、主动公开政府信息情况。\n").empty());
  CHECK(section_ids("我局认真落实。 二、主动公开政府信息情况 见下表。\n").empty());
}

}  // namespace
}  // namespace gialint
