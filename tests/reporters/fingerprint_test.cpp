#include "reporters/fingerprint.hpp"

#include <set>
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

Diagnostic diagnostic(std::string rule, std::string place, std::string message_id) {
  Diagnostic made;
  made.rule = std::move(rule);
  made.place = std::move(place);
  made.message_id = std::move(message_id);
  return made;
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

TEST_CASE("a fingerprint says nothing of line, wording or severity", "[reporters]") {
  Diagnostic first = diagnostic("totals/sum", "requests/total", "differs");
  Diagnostic moved = first;
  moved.span = {70, 80};
  moved.message = "other numbers";
  moved.severity = Severity::error;
  Fingerprints before;
  Fingerprints after;
  CHECK(before.next(first) == after.next(moved));
  CHECK(Fingerprints().next(first) == "792bd2b7197bb41a459030a6d5405d74");
}

TEST_CASE("diagnostics of another rule, place or message, and later equal ones, differ", "[reporters]") {
  Fingerprints fingerprints;
  const std::set<std::string> all = {
      fingerprints.next(diagnostic("a/b", "p", "m")), fingerprints.next(diagnostic("a/b", "p", "m")),
      fingerprints.next(diagnostic("a/c", "p", "m")), fingerprints.next(diagnostic("a/b", "q", "m")),
      fingerprints.next(diagnostic("a/b", "p", "n")),
  };
  CHECK(all.size() == 5);
  for (const std::string& one : all) CHECK(one.size() == 32);
}

}  // namespace
}  // namespace gialint
