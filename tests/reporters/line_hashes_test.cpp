#include "reporters/line_hashes.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

std::vector<std::string> hashes_of(std::string bytes) {
  const Result<SourceText> source = SourceText::from_bytes("a.txt", std::move(bytes));
  REQUIRE(source.ok());
  return line_hashes(*source);
}

// The values are those of the algorithm in github/codeql-action, src/fingerprints.ts.
TEST_CASE("a line's hash is the one that GitHub computes", "[reporters]") {
  CHECK(hashes_of("本年新收政府信息公开申请数量\t9\t3\t13\n") ==
        std::vector<std::string>{"", "1ca64ecf5b68dd2b:1", "c129715d7a2bc9a3:1"});
  CHECK(hashes_of("本年新收政府信息公开申请数量\t9\t3\t13") == std::vector<std::string>{"", "1406be28c988b15:1"});
  CHECK(hashes_of(std::string(250, 'x') + "\ny\n") ==
        std::vector<std::string>{"", "52b56201ffb58620:1", "c33be7e0cf7c3ca:1", "c129715d7a2bc9a3:1"});
}

TEST_CASE("a line's hash counts the byte order mark, every line end and UTF-16 units", "[reporters]") {
  CHECK(hashes_of("\xEF\xBB\xBF"
                  "a\r\n\r\n𠮷 b\rc\n\n") == std::vector<std::string>{"", "ad579360d855a817:1", "f3efe7df41228d85:1",
                                                                      "498c5d3e6adde1cf:1", "2a9159bd01820062:1",
                                                                      "3c5bef55b72b93c9:1", "c129715d7a2bc9a3:1"});
}

TEST_CASE("equal lines are told apart by an ordinal", "[reporters]") {
  const std::string line = std::string(120, 'x') + "\n";
  const std::vector<std::string> hashes = hashes_of(line + line + "end\n");
  REQUIRE(hashes.size() == 5);
  CHECK(hashes[1] == "52b56201ffb58620:1");
  CHECK(hashes[2] == "52b56201ffb58620:2");
}

TEST_CASE("a file that GitHub would misread gets no line hashes", "[reporters]") {
  CHECK(hashes_of("\xC4\xEA\xB1\xA8\xA3\xBA\xB1\xBE\xC4\xEA\xB6\xC8\xD6\xB9\n").empty());  // GB18030
  CHECK(hashes_of("一、总体情况，二、主动公开\xFF三、收到申请，四、复议诉讼，五、问题，六、其他\n").empty());
}

}  // namespace
}  // namespace gialint
