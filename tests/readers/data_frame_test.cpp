#include "engine/readers/data_frame.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "engine/readers/reader.hpp"
#include "tests/support/block_dump.hpp"
#include "tests/support/forms.hpp"

namespace gialint {
namespace {

std::string read(const std::string& text, Format format = Format::plain) {
  const SourceText source = test::source_text(text);
  const std::vector<Block> blocks = read_blocks(source, format);
  CHECK(test::first_wrong_place(source, blocks) == "");
  return test::dump(blocks);
}

/// "text+columns/rows", where a cell spans more than its own place.
std::string spans(const std::string& text) {
  const SourceText source = test::source_text(text);
  const std::vector<Block> blocks = read_blocks(source, Format::plain);
  REQUIRE(blocks.size() == 1);
  std::string out;
  for (const GridRow& row : std::get<Grid>(blocks.front()).rows) {
    for (const GridCell& cell : row.cells) {
      out += std::string(cell.text.text());
      if (cell.column_span > 1) out += "+" + std::to_string(cell.column_span);
      if (cell.row_span > 1) out += "/" + std::to_string(cell.row_span);
      out += " ";
    }
    out += "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("words for nothing leave a cell blank", "[readers]") {
  CHECK(read("规章\tNaN\tNone\tnan\t无\n") == "|规章||||无|\n");
  CHECK(read("<table><tr><td>规章<td>NaN</table>", Format::html) == "|规章||\n");
}

TEST_CASE("a data frame's numbers of rows and columns are no cells", "[readers]") {
  CHECK(read("\t0\t1\n0\t信息内容\t数量\n1\t规章\t3\n2\t文件\t0\n") == "|信息内容|数量|\n|规章|3|\n|文件|0|\n");
  CHECK(read("|    | 0    | 1 |\n|---:|:-----|--:|\n|  0 | 内容 | 数量 |\n|  1 | 规章 | 3 |\n|  2 | 文件 | 1 |\n",
             Format::markdown) == "|内容|数量|\n|规章|3|\n|文件|1|\n");
  CHECK(read("0\t1\n内容\t数量\n规章\t3\n") == "|内容|数量|\n|规章|3|\n");
  CHECK(read("\t信息内容\t数量\n0\t规章\t3\n1\t文件\t0\n2\t许可\t0\n") ==
        "|信息内容|数量|\n|规章|3|\n|文件|0|\n|许可|0|\n");
}

TEST_CASE("figures that count by chance stay", "[readers]") {
  CHECK(read("0\t1\t2\n3\t4\t5\n") == "|0|1|2|\n|3|4|5|\n");
  CHECK(read("结果维持\t结果纠正\n0\t1\n") == "|结果维持|结果纠正|\n|0|1|\n");
  CHECK(read("规章\t0\n文件\t1\n许可\t2\n") == "|规章|0|\n|文件|1|\n|许可|2|\n");
}

TEST_CASE("where every number is written with .0, they are whole", "[readers]") {
  CHECK(read("规章\t3.0\t0.0\n文件\t12.0\tNaN\n") == "|规章|3|0|\n|文件|12||\n");
  CHECK(read("规章\t3\t40.0\n文件\t12\t1\n") == "|规章|3|40.0|\n|文件|12|1|\n");
  CHECK(read("收费\t3.0\n") == "|收费|3.0|\n");
}

TEST_CASE("a merged cell that is written for each place is one again", "[readers]") {
  CHECK(spans("第二十条\t第二十条\t第二十条\n内容\t处理数量\t处理数量\n许可\t2\t2\n") ==
        "第二十条+3 \n内容 处理数量+2 \n许可 2+2 \n");
  CHECK(spans("申请人情况\t申请人情况\t总计\n自然人\t企业\t总计\n2\t2\t4\n办理结果\t办理结果\t4\n") ==
        "申请人情况+2 总计/2 \n自然人 企业 \n2 2 4 \n办理结果+2 4 \n");
  CHECK(spans("表名\t表名\t表名\n办理结果\t予以公开\t1\n办理结果\t部分公开\t1\n") ==
        "表名+3 \n办理结果/2 予以公开 1 \n部分公开 1 \n");
}

TEST_CASE("like cells without that evidence are cells of their own", "[readers]") {
  CHECK(spans("规章\t0\t0\n文件\t无\t无\n") == "规章 0 0 \n文件 无 无 \n");
  CHECK(spans("规章\t尚未审结\t尚未审结\n文件\t0\t0\n") == "规章 尚未审结 尚未审结 \n文件 0 0 \n");
}

}  // namespace gialint
