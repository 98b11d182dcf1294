#include <catch2/catch.hpp>

#include "tests/support/outlines.hpp"

namespace gialint {
namespace {

/// "organ|year|core" of the title, "?" behind an altered core, "~" behind a deviant one; "none" when there is none.
std::string title(const std::string& text) {
  const test::ReadOutline read = test::read_outline(text);
  if (!read.outline.title) return "none";
  const Title& title = *read.outline.title;
  std::string out = title.organ_name + "|" + (title.year ? std::to_string(*title.year) : "") + "|" +
                    std::string(read.source.slice(title.core));
  if (title.match == WordingMatch::altered) out += "?";
  if (title.match == WordingMatch::deviant) out += "~";
  return out;
}

}  // namespace

TEST_CASE("a title gives organ, year and core", "[document]") {
  CHECK(title("青石县民政局2023年政府信息公开工作年度报告\n") == "青石县民政局|2023|政府信息公开工作年度报告");
  CHECK(title("青石县民政局 2023 年政府信息公开工作年度报告\n") == "青石县民政局|2023|政府信息公开工作年度报告");
  CHECK(title("# 青石县民政局２０２３年政府信息公开工作年度报告\n") == "青石县民政局|2023|政府信息公开工作年度报告");
  CHECK(title("2023年青石县民政局政府信息公开工作年度报告\n") == "青石县民政局|2023|政府信息公开工作年度报告");
  CHECK(title(" 2023年政府信息公开工作年度报告\n") == "|2023|政府信息公开工作年度报告");
  CHECK(title("青石县民政局2023年度政府信息公开工作年度报告\n") == "青石县民政局|2023|政府信息公开工作年度报告");
  CHECK(title("青石县民政局2023年政府信息公开年度报告\n") == "青石县民政局|2023|政府信息公开年度报告~");
  CHECK(title("白石镇人民政府2023年信息公开工作年度报告\n") == "白石镇人民政府|2023|信息公开工作年度报告~");
  CHECK(title("青石县人民政府政府信息公开工作年度报告（2023年）\n") == "青石县人民政府|2023|政府信息公开工作年度报告");
}

TEST_CASE("a title may be split over lines, or stand behind the first heading", "[document]") {
  CHECK(title("青石县民政局\n2023年政府信息公开工作年度报告\n") == "青石县民政局|2023|政府信息公开工作年度报告");
  CHECK(title("青石县民政局2023年\n政府信息公开工作\n年度报告\n") == "青石县民政局|2023|政府信息公开工作\n年度报告");
  CHECK(title("一、总体情况\n\n青石县民政局2021年政府信息公开工作年度报告\n\n2021年，我局认真落实。\n") ==
        "青石县民政局|2021|政府信息公开工作年度报告");
}

TEST_CASE("a narrow page breaks a title within its core", "[document]") {
  CHECK(title("青石县民政局2023年政府信息公开工作年度报\n告\n") == "青石县民政局|2023|政府信息公开工作年度报\n告");
  CHECK(title("青石县民政局2023年政府信息公开工作年度\n报告\n") == "青石县民政局|2023|政府信息公开工作年度\n报告");
  // What follows is no end of it.
  CHECK(title("青石县民政局2023年政府信息公开工作年度报\n公告\n") == "青石县民政局|2023|政府信息公开工作年度报?");
}

TEST_CASE("site furniture above a title names no organ", "[document]") {
  CHECK(title("发布时间：2024-01-12 来源：本站\n2023年政府信息公开工作年度报告\n") == "|2023|政府信息公开工作年度报告");
}

TEST_CASE("menus and links that name reports are not the title", "[document]") {
  const std::string menu = "首页 > 政府信息公开 > 政府信息公开年度报告\n政府信息公开工作年度报告\n";
  CHECK(title(menu + "青石县民政局2023年政府信息公开工作年度报告\n一、总体情况\n") ==
        "青石县民政局|2023|政府信息公开工作年度报告");
  CHECK(title("青石县民政局2022年政府信息公开工作年度报告\n青石县民政局2021年政府信息公开工作年度报告\n"
              "青石县民政局2023年政府信息公开工作年度报告\n发布时间：2024-01-"
              "12\n\n本报告由县民政局编制。\n\n一、总体情况\n") == "青石县民政局|2023|政府信息公开工作年度报告");
}

TEST_CASE("a title that comes again behind the text or a heading is the first one", "[document]") {
  const auto line_of = [](const std::string& text) {
    const test::ReadOutline read = test::read_outline(text);
    return read.source.position(read.outline.title->span.begin, ColumnUnit::utf8).line;
  };
  const std::string line = "青石县民政局2023年政府信息公开工作年度报告\n";
  CHECK(line_of(line + "\n" + line + "\n一、总体情况\n") == 3);
  CHECK(line_of(line + "\n本报告由县民政局编制。\n\n" + line + "\n一、总体情况\n") == 1);
  CHECK(line_of(line + "\n一、总体情况\n" + line) == 1);
}

TEST_CASE("a title damaged by a character is still the title", "[document]") {
  CHECK(title("青石县民政局 2022 年政府信息公开 开工作年度报告\n") == "青石县民政局|2022|政府信息公开 开工作年度报告?");
  CHECK(title("青石县民政局2022年政府信息公开工作告年度报\n").substr(0, 23) == "青石县民政局|2022");
}

TEST_CASE("a sentence or a list that names the report is not its title", "[document]") {
  CHECK(title("现公布2023年政府信息公开工作年度报告，供查阅。\n") == "none");
  CHECK(title("对标区政府信息公开工作年度报告的要求，坚持总结。\n") == "none");
  CHECK(title("2023年政府信息公开工作年度报告解读会纪要和工作安排说明\n") == "none");
  CHECK(title("会议纪要\n") == "none");
}

}  // namespace gialint
