#include "engine/readers/html.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <catch2/catch.hpp>

#include "engine/readers/reader.hpp"
#include "tests/support/block_dump.hpp"
#include "tests/support/forms.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

std::string read(const std::string& html) {
  const SourceText source = test::source_text(html);
  const std::vector<Block> blocks = read_html(source);
  CHECK(test::first_wrong_place(source, blocks) == "");
  return test::dump(blocks);
}

/// The cells of the first grid as "column+columns×rows:text".
std::string cells(const std::string& html) {
  const SourceText source = test::source_text(html);
  std::string out;
  for (const Block& block : read_html(source)) {
    const auto* grid = std::get_if<Grid>(&block);
    if (grid == nullptr) continue;
    for (const GridRow& row : grid->rows) {
      for (const GridCell& cell : row.cells) {
        out += std::to_string(cell.column);
        if (cell.column_span != 1 || cell.row_span != 1) {
          out += "+" + std::to_string(cell.column_span) + "x" + std::to_string(cell.row_span);
        }
        out += ":" + std::string(cell.text.text()) + " ";
      }
      out += "/ ";
    }
  }
  return out;
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("HTML paragraphs, headings, lines and list items are text blocks", "[readers]") {
  CHECK(read("<h1>标题</h1><p>甲</p><h3>三</h3>") == "H1 标题\nT 甲\nH3 三\n");
  CHECK(read("<p>甲<br>乙<br/><br>丙") == "T 甲\nT 乙\nT 丙\n");
  CHECK(read("<ul><li>甲<li><p>乙</p><p>丙</p></ul>丁") == "L 甲\nL 乙\nT 丙\nT 丁\n");
  CHECK(read("<div>甲<div>乙</div>丙</div>") == "T 甲\nT 乙\nT 丙\n");
  CHECK(read("<pre>甲  乙\n丙</pre>") == "T 甲  乙\nT 丙\n");
  CHECK(read("<p>一<b>、总</b>体<a href=x>情</a>况</p>") == "T 一、总体情况\n");
  CHECK(read("<span style='display: block'>甲</span><span>乙</span>") == "T 甲\nT 乙\n");
}

TEST_CASE("a heading broken into lines is one heading", "[readers]") {
  CHECK(read("<h1>某某局<br>2023年年度报告</h1>") == "H1 某某局2023年年度报告\n");
}

TEST_CASE("a source's own line breaks do not show between Chinese characters", "[readers]") {
  CHECK(read("<p>\r\n  政府信息\r\n  公开<b>\n工作</b>\n</p>") == "T 政府信息公开工作\n");
}

TEST_CASE("a line break and a paragraph's start are told apart", "[readers]") {
  const SourceText source = test::source_text("<p>甲<br>乙<br><br>丙</p><p>丁");
  std::string after;
  for (const Block& block : read_html(source)) after += std::get<TextBlock>(block).after_blank ? '1' : '0';
  CHECK(after == "1011");
}

TEST_CASE("what a browser does not show is left out", "[readers]") {
  CHECK(read("<head><title>题</title></head><script>a</script><style>b</style><!-- c --><p>甲") == "T 甲\n");
  CHECK(read("<p hidden>a</p><p style='DISPLAY : none'>b</p><template>c</template><noscript>d</noscript>甲") ==
        "T 甲\n");
  CHECK(read("<select><option>a</select><textarea>b</textarea><iframe>c</iframe><svg><text>d</text></svg>甲") ==
        "T 甲\n");
  CHECK(read("<nav>首页</nav><p>甲</p><footer>备案</footer>") == "T 甲\n");
}

TEST_CASE("Word's marks leave its text", "[readers]") {
  CHECK(read("<!--[if gte mso 9]><xml><w:a>x</w:a></xml><![endif]--><p class=MsoNormal><![if !supportLists]><span\n"
             "style='mso-list:Ignore'>一、</span><![endif]><span lang=EN-US>2023</span>年<o:p></o:p></p>"
             "<p><o:p>&nbsp;</o:p></p>") == "T 一、2023年\n");
}

TEST_CASE("a table with data is a grid", "[readers]") {
  CHECK(read("<table><tr><th>信息内容<th>数量<tr><td>规章<td>1</table>") == "|信息内容|数量|\n|规章|1|\n");
  CHECK(read("<table><caption>第一表</caption><tbody><tr><td>甲</td><td>&nbsp;</td><td></td></tr></table>") ==
        "T 第一表\n|甲|||\n");
  CHECK(read("<table><tbody><tr><td>甲<td>1</tbody><tfoot><tr><td>丙<td>3</tfoot><thead><tr><td>乙<td>2</table>") ==
        "|乙|2|\n|甲|1|\n|丙|3|\n");
  CHECK(read("<table><tr></tr><tr><td>甲<td>1</table>") == "|甲|1|\n");
}

TEST_CASE("what a cell holds is one text", "[readers]") {
  CHECK(read("<table><tr><td><p>结果</p><p>维持</p><td>总<br>计</table>") == "|结果维持|总计|\n");
  CHECK(read("<table><tr><td>甲<td><span>1</span><span>2</span></table>") == "|甲|12|\n");
  CHECK(read("<table><tr><td>申请\n   情况<td> 1 </table>") == "|申请情况|1|\n");
  CHECK(read("<table><tr><td>甲<td>1<br>2</table>") == "|甲|1 2|\n");
}

TEST_CASE("columns follow the table model: covered places are no cells", "[readers]") {
  CHECK(cells("<table><tr><td rowspan=2>甲<td>1<td>2<tr><td>3<td>4<tr><td>5<td>6<td>7</table>") ==
        "0+1x2:甲 1:1 2:2 / 1:3 2:4 / 0:5 1:6 2:7 / ");
  CHECK(cells("<table><tr><td colspan=2 rowspan=2>甲<td>乙<tr><td>丙<tr><td>1<td>2<td>3</table>") ==
        "0+2x2:甲 2:乙 / 2:丙 / 0:1 1:2 2:3 / ");
  CHECK(cells("<table><tr><td>甲<td rowspan=3>乙<td>丙<tr><td>1<td>2<tr><td>3<td>4</table>") ==
        "0:甲 1+1x3:乙 2:丙 / 0:1 2:2 / 0:3 2:4 / ");
}

TEST_CASE("spans are clamped as the standard clamps them", "[readers]") {
  CHECK(cells("<table><tr><td rowspan=0>甲<td>1<tr><td>2</table>") == "0+1x2:甲 1:1 / 1:2 / ");
  CHECK(cells("<table><tr><td rowspan=99999999999>甲<td>1<tr><td>2</table>") == "0+1x2:甲 1:1 / 1:2 / ");
  CHECK(cells("<table><tr><td colspan=0>甲<td colspan=-3>1<td colspan=x>2</table>") == "0:甲 1:1 2:2 / ");
  CHECK(cells("<table><tr><td colspan=5000>甲<td>1</table>") == "0+1000x1:甲 1000:1 / ");
  CHECK(cells("<table><thead><tr><td rowspan=9>甲<td>1</thead><tr><td>2<td>3</table>") == "0:甲 1:1 / 0:2 1:3 / ");
}

TEST_CASE("a table for layout is read as what its cells hold", "[readers]") {
  CHECK(read("<table><tr><td>甲</td></tr></table>") == "T 甲\n");
  CHECK(read("<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>") == "T 甲\nT 乙\n");
  CHECK(read("<table><tr><td>栏目</td><td><p>正文</p><table><tr><td>甲<td>1</table></td></tr></table>") ==
        "T 栏目\nT 正文\n|甲|1|\n");
  const std::string prose = repeated("长长的正文。", 40);
  CHECK(read("<table><tr><td>栏目<td><p>" + prose + "</p><p>" + prose + "</p></table>") ==
        "T 栏目\nT " + prose + "\nT " + prose + "\n");
  // A frame around one cell's text takes nothing from the table that holds it.
  CHECK(read("<table><tr><td>甲<td><table><tr><td>1</table></table>") == "|甲|1|\n");
}

TEST_CASE("text between the rows of a table stays where it stands", "[readers]") {
  CHECK(read("前<table><tr><td>甲<td>1</tr>中<b>间</b><tr><td>乙<td>2</tr></table>后") ==
        "T 前\n|甲|1|\nT 中\nT 间\n|乙|2|\nT 后\n");
}

TEST_CASE("a blank cell has its place behind its tag", "[readers]") {
  const SourceText source = test::source_text("<table><tr><td>甲</td><td> &nbsp;</td></tr></table>");
  const std::vector<Block> blocks = read_html(source);
  REQUIRE(blocks.size() == 1);
  const GridCell& cell = std::get<Grid>(blocks[0]).rows[0].cells[1];
  CHECK(cell.text.empty());
  CHECK(cell.span.empty());
  CHECK(source.text().substr(cell.span.begin, 8) == " &nbsp;<");
}

TEST_CASE("a number split over spans knows all of its bytes", "[readers]") {
  const SourceText source = test::source_text("<table><tr><td>甲<td><b>1</b><i>2</i></table>");
  const std::vector<Block> blocks = read_html(source);
  REQUIRE(blocks.size() == 1);
  CHECK(source.slice(std::get<Grid>(blocks[0]).rows[0].cells[1].span) == "1</b><i>2");
}

TEST_CASE("how deep a block's container is shared with the one before it", "[readers]") {
  const SourceText source =
      test::source_text("<div><p>甲</p><p>乙<br>丙</p><table><tr><td>1<td>2</table></div><div>丁</div>");
  std::string depths;
  for (const Block& block : read_html(source)) {
    depths += std::to_string(std::visit([](const auto& each) { return each.shared_depth; }, block));
  }
  // html, body, div: 甲's depths are those of the page's start.
  CHECK(depths == "03432");
}

TEST_CASE("a page nested too deep to be parsed still gives its text", "[readers]") {
  const std::string deep = repeated("<div>", 100'000);
  CHECK(read("<h2>题</h2><p>甲</p>" + deep + "乙<br>丙&nbsp;丁<script>x</script><table><tr><td>戊<td>1") ==
        "H2 题\nT 甲\nT 乙\nT 丙\u00A0丁\nT 戊\nT 1\n");
}

TEST_CASE("every text of every fixture is the source at its place", "[readers]") {
  std::size_t pages = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(fs::path(GIALINT_SOURCE_DIR) / "fixtures/reports")) {
    if (entry.path().extension() != ".html") continue;
    ++pages;
    std::ifstream in(entry.path(), std::ios::binary);
    const Result<SourceText> source = SourceText::from_bytes(
        entry.path().filename().string(), {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()});
    REQUIRE(source);
    CHECK(detect_format(source->text()) == Format::html);
    const std::vector<Block> blocks = read_html(*source);
    CHECK(test::first_wrong_place(*source, blocks) == "");
    CHECK(test::first_wrong_character(*source, blocks) == "");
  }
  CHECK(pages >= 5);
}

}  // namespace gialint
