#include <catch2/catch.hpp>

#include "engine/tables/table.hpp"
#include "tests/tables/read_tables.hpp"

namespace gialint::test {

TEST_CASE("cells apart by blanks are read with their places", "[tables]") {
  const ReadTables result = read_tables(art20);
  CHECK(result.tables.edition->id == "2021");
  CHECK(row(result, "art20_1", "rules") == "1 2 3");
  CHECK(row(result, "art20_1", "normative_documents") == "4 5 6");
  CHECK(row(result, "art20_5", "administrative_license") == "7");
  CHECK(row(result, "art20_6", "administrative_penalty") == "8");
  CHECK(row(result, "art20_6", "administrative_coercion") == "9");
  CHECK(row(result, "art20_8", "administrative_fees") == "10.25");
  const Cell* cell = result.tables.table("art20_1")->cell("normative_documents", "repealed");
  REQUIRE(cell != nullptr);
  CHECK(result.read.source.slice(cell->span) == "5");
  CHECK_FALSE(result.tables.table("requests")->found);
}

TEST_CASE("the same table one cell a line, as tabs and as bars gives the same cells", "[tables]") {
  std::string lines = art20;
  std::string tabs = art20;
  std::string bars;
  for (char& c : lines) {
    if (c == ' ') c = '\n';
  }
  for (char& c : tabs) {
    if (c == ' ') c = '\t';
  }
  for (const char c : art20) {
    if (c == ' ') {
      bars += "|";
    } else if (c == '\n') {
      bars += "|\n";
    } else {
      bars += c;
    }
  }
  for (const std::string& text : {lines, tabs, bars}) {
    CAPTURE(text);
    const ReadTables result = read_tables(text);
    CHECK(row(result, "art20_1", "rules") == "1 2 3");
    CHECK(row(result, "art20_6", "administrative_coercion") == "9");
    CHECK(row(result, "art20_8", "administrative_fees") == "10.25");
  }
}

TEST_CASE("a label wrapped around its numbers is put together again", "[tables]") {
  const ReadTables result = read_tables(
      "三、收到和处理政府信息公开申请情况\n"
      "一、本年新收政府信息\n公开申请数量 3 0 0 0 0 0 3\n"
      "二、上年结转政府信息 1 0 0 0 0 0 1\n公开申请数量\n"
      "三\n、\n本\n年\n（一）予以公开 4 0 0 0 0 0 4\n度\n"
      "（二）部分公开（区分处理的，只计这一情形，\n不计其他情形） 0 0 0 0 0 0 0\n");
  CHECK(row(result, "requests", "new_received") == "3 0 0 0 0 0 3");
  CHECK(row(result, "requests", "carried_over") == "1 0 0 0 0 0 1");
  CHECK(row(result, "requests", "granted") == "4 0 0 0 0 0 4");
  CHECK(row(result, "requests", "partially_granted") == "0 0 0 0 0 0 0");
  CHECK(result.tables.table("requests")->row("carried_over")->label.match == WordingMatch::official);
}

TEST_CASE("a misprinted label or header is recognised as what it damages", "[tables]") {
  std::string text = art20;
  text.replace(text.find("本年废止件数"), std::string("本年废止件数").size(), "本年度止件数");
  text.replace(text.find("规章 1"), std::string("规章").size(), "政策文件");
  text.replace(text.find("行政规范性文件"), std::string("行政规范性文件").size(), "规范性文件");
  const ReadTables result = read_tables(text);
  const Table& table = *result.tables.table("art20_1");
  CHECK(table.columns[1].label.found);
  CHECK(table.columns[1].label.match == WordingMatch::altered);
  CHECK(result.read.source.slice(table.columns[1].label.span) == "本年度止件数");
  CHECK(label(result, "art20_1", "rules") == "政策文件");
  CHECK(table.row("rules")->label.match == WordingMatch::altered);
  CHECK(row(result, "art20_1", "rules") == "1 2 3");
  CHECK(table.row("normative_documents")->label.match == WordingMatch::deviant);
}

TEST_CASE("a missing row shifts nothing, and an extra one is set aside", "[tables]") {
  std::string text = art20;
  text.erase(text.find("行政处罚 8\n"), std::string("行政处罚 8\n").size());
  const ReadTables missing = read_tables(text);
  CHECK(row(missing, "art20_6", "administrative_penalty") == "?");
  CHECK(row(missing, "art20_6", "administrative_coercion") == "9");
  CHECK_FALSE(missing.tables.table("art20_6")->row("administrative_penalty")->found);

  std::string longer = art20;
  longer.insert(longer.find("行政规范性文件"), "其他主动公开的各类文件 7 7 7\n");
  const ReadTables extra = read_tables(longer);
  CHECK(row(extra, "art20_1", "rules") == "1 2 3");
  CHECK(row(extra, "art20_1", "normative_documents") == "4 5 6");
  REQUIRE(extra.tables.table("art20_1")->extra_rows.size() == 1);
  CHECK(extra.tables.table("art20_1")->extra_rows[0].values.size() == 3);
}

TEST_CASE("the title at the head of a page does not stand between a label and its figures", "[tables]") {
  std::string text = "青石县民政局2023年政府信息公开工作年度报告\n" + art20;
  text.replace(text.find("行政规范性文件 4"), std::string("行政规范性文件 ").size(),
               "行政规范性文件\n- 3 -\n青石县民政局2023年政府信息公开工作年度报告\n");
  CHECK(row(read_tables(text), "art20_1", "normative_documents") == "4 5 6");
}

TEST_CASE("a caption is no misprint of another caption", "[tables]") {
  std::string text = art20;
  text.erase(text.find("第二十条第（五）项"), text.find("第二十条第（六）项") - text.find("第二十条第（五）项"));
  const ReadTables result = read_tables(text);
  CHECK_FALSE(result.tables.table("art20_5")->headed);
  CHECK(result.tables.table("art20_6")->caption.match == WordingMatch::official);
}

TEST_CASE("the caption after a missing row is not that row", "[tables]") {
  const ReadTables result = read_tables(
      "二、主动公开政府信息情况\n第二十条第（一）项\t\t\t\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1"
      "\t2\t3\n"
      "第二十条第（五）项\t\t\t\n信息内容\t本年处理决定数量\t\t\n行政许可\t7\t\t\n");
  CHECK_FALSE(result.tables.table("art20_1")->row("normative_documents")->found);
  CHECK(row(result, "art20_5", "administrative_license") == "7");
  CHECK(result.tables.table("art20_5")->caption.found);
}

TEST_CASE("a header repeated after a page break is not glued to the next", "[tables]") {
  std::string text = art20;
  const std::string header = "信息内容 本年处理决定数量\n";
  text.insert(text.find(header), header);
  const ReadTables result = read_tables(text);
  CHECK(result.tables.table("art20_5")->columns[0].label.match == WordingMatch::official);
  CHECK(row(result, "art20_5", "administrative_license") == "7");
}

TEST_CASE("a row without its figures keeps its label to itself", "[tables]") {
  const ReadTables result = read_tables(
      "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n"
      "二、上年结转政府信息公开申请数量\n（一）予以公开 1 0 0 0 0 0 1\n（七）总计\n四、结转下年度继续办理 0 0 0 0 0 0 "
      "0\n");
  CHECK(row(result, "requests", "carried_over") == "_ _ _ _ _ _ _");
  CHECK(label(result, "requests", "carried_over") == "二、上年结转政府信息公开申请数量");
  CHECK(row(result, "requests", "granted") == "1 0 0 0 0 0 1");
  CHECK(row(result, "requests", "total_processed") == "_ _ _ _ _ _ _");
  CHECK(label(result, "requests", "carried_forward") == "四、结转下年度继续办理");
}

TEST_CASE("a row short of values, or with too many, is ambiguous", "[tables]") {
  std::string text = art20;
  text.replace(text.find("规章 1 2 3"), std::string("规章 1 2 3").size(), "规章 1 2");
  const ReadTables result = read_tables(text);
  CHECK(result.tables.table("art20_1")->row("rules")->ambiguous);
  CHECK_FALSE(result.tables.table("art20_1")->row("rules")->cells[0].counts());
  CHECK(row(result, "art20_1", "normative_documents") == "4 5 6");

  std::string longer = art20;
  longer.replace(longer.find("规章 1 2 3"), std::string("规章 1 2 3").size(), "规章 1 2 3 4");
  CHECK(read_tables(longer).tables.table("art20_1")->row("rules")->ambiguous);
}

TEST_CASE("the empty places of a grid are blank cells, merged cells are not", "[tables]") {
  const ReadTables result = read_tables(
      "二、主动公开政府信息情况\n第二十条第（一）项\t\t\t\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n"
      "规章\t1\t\t3\n行政规范性文件\t\t\t\n第二十条第（五）项\t\t\t\n信息内容\t本年处理决定数量\t\t\n行政许可\t7\t\t"
      "\n");
  CHECK(row(result, "art20_1", "rules") == "1 _ 3");
  CHECK(row(result, "art20_1", "normative_documents") == "_ _ _");
  CHECK(row(result, "art20_5", "administrative_license") == "7");
  CHECK_FALSE(result.tables.table("art20_1")->row("rules")->ambiguous);
}

TEST_CASE("a whole count printed with a point is known", "[tables]") {
  std::string text = art20;
  text.replace(text.find("行政许可 7"), std::string("行政许可 7").size(), "行政许可 7.0");
  const ReadTables result = read_tables(text);
  CHECK(result.tables.table("art20_5")->rows.front().cells.front().pointed);
  CHECK_FALSE(result.tables.table("art20_8")->rows.front().cells.front().pointed);  // money
  CHECK_FALSE(result.tables.table("art20_6")->rows.front().cells.front().pointed);
}

TEST_CASE("what stands for none is a dash", "[tables]") {
  std::string text = art20;
  text.replace(text.find("规章 1 2 3"), std::string("规章 1 2 3").size(), "规章 - / 无");
  CHECK(row(read_tables(text), "art20_1", "rules") == "- - -");
}

TEST_CASE("the edition is the one that fits, whatever the title's year", "[tables]") {
  const std::string old_form =
      "青石县民政局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（一）项\n"
      "信息内容 本年新制作数量 本年新公开数量 对外公开总数量\n规章 0 0 0\n规范性文件 1 1 2\n第二十条第（五）项\n"
      "信息内容 上一年项目数量 本年增/减 处理决定数量\n行政许可 3 -1 4\n其他对外管理服务事项 22 0 18\n"
      "第二十条第（六）项\n信息内容 上一年项目数量 本年增/减 处理决定数量\n行政处罚 4 +2 0\n行政强制 0 0 0\n";
  const ReadTables result = read_tables(old_form);
  CHECK(result.tables.edition->id == "2019");
  CHECK(row(result, "art20_5", "administrative_license") == "3 -1 4");
  CHECK(row(result, "art20_6", "administrative_penalty") == "4 2 0");
  CHECK(read_tables("青石县民政局2020年政府信息公开工作年度报告\n" + art20).tables.edition->id == "2021");
}

TEST_CASE("a table whose heading is missing is found under the heading before it", "[tables]") {
  const ReadTables result = read_tables(
      "三、收到和处理政府信息公开申请情况\n行政复议 行政诉讼\n结果维持 结果纠正 其他结果 尚未审结 总计\n"
      "未经复议直接起诉 复议后起诉\n1 0 0 0 1 0 0 0 0 0 0 0 0 2 2\n五、存在的主要问题及改进情况\n");
  CHECK(row(result, "review_litigation", "cases") == "1 0 0 0 1 0 0 0 0 0 0 0 0 2 2");
}

TEST_CASE("a header cell that spans rows is found wherever it is printed", "[tables]") {
  const ReadTables result = read_tables(
      "三、收到和处理政府信息公开申请情况\n"
      "(本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和)\t\t申请人情况\t\t\t\t\t\t总计\t\n"
      "\t\t自然人\t法人或其他组织\t\t\t\t\t\t\n\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\t\n"
      "一、本年新收政府信息公开申请数量\t\t1\t2\t3\t4\t5\t6\t21\t\n");
  CHECK(row(result, "requests", "new_received") == "1 2 3 4 5 6 21");
  for (const Column& column : result.tables.table("requests")->columns) {
    CAPTURE(column.id);
    CHECK(column.label.found);
    CHECK(column.label.match == WordingMatch::official);
  }
}

TEST_CASE("a part of the report on another form is read with that form", "[tables]") {
  std::string text = "青石县民政局2023年政府信息公开工作年度报告\n" + art20 + "三、收到和处理政府信息公开申请情况\n";
  for (const FormRow& form : editions().front().table("requests")->rows) text += form.label + " 0 0 0 0 0 0 0\n";
  const ReadTables result = read_tables(text);
  CHECK(result.tables.edition->id == "2021");
  CHECK(result.tables.table("art20_1")->edition->id == "2021");
  CHECK(result.tables.table("art20_1")->decisive);
  const Table& requests = *result.tables.table("requests");
  CHECK(requests.edition->id == "2019");
  CHECK(requests.decisive);
  CHECK(row(result, "requests", "other_processing") == "0 0 0 0 0 0 0");
  CHECK_FALSE(result.tables.table("review_litigation")->decisive);
}

TEST_CASE("a table under all headers of another form is on that form", "[tables]") {
  std::string text = art20;
  const std::string own = "本年制发件数 本年废止件数 现行有效件数";
  text.replace(text.find(own), own.size(), "本年新制作数量 本年新公开数量 对外公开总数量");
  const ReadTables result = read_tables(text);
  CHECK(result.tables.edition->id == "2021");
  const Table* table = result.tables.table("art20_1");
  REQUIRE(table != nullptr);
  CHECK(table->edition->id == "2019");
  CHECK(table->decisive);
  CHECK(row(result, "art20_1", "normative_documents") == "4 5 6");
  CHECK(result.tables.table("art20_5")->edition->id == "2021");
}

TEST_CASE("a column that is not there is missing, and the others keep their values", "[tables]") {
  std::string text = art20;
  text.replace(text.find(" 本年废止件数"), std::string(" 本年废止件数").size(), "");
  text.replace(text.find("规章 1 2 3"), std::string("规章 1 2 3").size(), "规章 1 3");
  text.replace(text.find("文件 4 5 6"), std::string("文件 4 5 6").size(), "文件 4 6");
  const ReadTables result = read_tables(text);
  const Table& table = *result.tables.table("art20_1");
  CHECK(row(result, "art20_1", "rules") == "1 ? 3");
  CHECK(row(result, "art20_1", "normative_documents") == "4 ? 6");
  CHECK(table.columns[1].missing);
  CHECK_FALSE(table.columns[1].label.lost);
  CHECK_FALSE(table.row("rules")->ambiguous);
}

// The row of eight figures makes the table look one column wider; the reading by seven joins what stands on two lines.
TEST_CASE("a reading that is not taken leaves nothing behind", "[tables]") {
  const ReadTables result = read_tables(
      "三、行政机关收到和处理政府信息公开申请情况\n"
      "      一、本年新收政府信息公开申请数量\n"
      "                                                             3\n"
      "       4             5             3               8          3    26\n"
      "       二、上年结转政府信息公开申请数量\n"
      "                                                              —\n"
      "        1             1             —               —          —    2\n"
      "             （一）予以公开\n"
      "                                                              —\n"
      "        —             —             —               —          —    —\n");
  for (const std::vector<Table>* tables : {&result.tables.tables, &result.tables.unreadable}) {
    for (const Table& table : *tables) {
      for (const Row& each : table.rows) {
        for (const Cell& cell : each.cells) CHECK(cell.span.end <= result.read.source.text().size());
      }
    }
  }
}

}  // namespace gialint::test
