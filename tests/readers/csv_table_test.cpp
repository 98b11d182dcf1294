#include "engine/readers/csv_table.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "engine/readers/plain.hpp"
#include "tests/support/block_dump.hpp"
#include "tests/support/forms.hpp"

namespace gialint {
namespace {

std::string read(const std::string& text) {
  const SourceText source = test::source_text(text);
  const std::vector<Block> blocks = read_plain(source);
  CHECK(test::first_wrong_place(source, blocks) == "");
  return test::dump(blocks);
}

}  // namespace

TEST_CASE("lines with the same commas are rows of values", "[readers]") {
  CHECK(read("上文\n信息内容,制发,废止\n规章,0,\n\"文件,其他\",\"1,234\",\"\"\n下文\n") ==
        "T 上文\n|信息内容|制发|废止|\n|规章|0||\n|文件,其他|1,234||\nT 下文\n");
  CHECK(read("甲,\"a\"\"b\",1\n乙,c,2\n丙,d,3\n") == "|甲|a\"b|1|\n|乙|c|2|\n|丙|d|3|\n");
}

TEST_CASE("commas of sentences and of thousands make no cells", "[readers]") {
  CHECK(read("a, b, c\nd, e, f\ng, h, i\n") == "T a, b, c\nT d, e, f\nT g, h, i\n");
  CHECK(read("规章 1,234,567\n文件 2,345,678\n许可 1,234 2,345\n") ==
        "T 规章 1,234,567\nT 文件 2,345,678\nT 许可 1,234 2,345\n");
  CHECK(read("甲,1,2\n乙,1,2\n") == "T 甲,1,2\nT 乙,1,2\n");
  CHECK(read("甲,1,2\n乙,1,2\n丙,1\n") == "T 甲,1,2\nT 乙,1,2\nT 丙,1\n");
}

}  // namespace gialint
