#include "engine/tables/label_letters.hpp"

#include <catch2/catch.hpp>

#include "tests/tables/read_tables.hpp"

namespace gialint::test {
namespace {

/// The labels that are not as the form words them, as printed.
std::string misprinted(const std::string& text) {
  const ReadTables result = read_tables(text);
  std::string out;
  const auto add = [&](const Label& label) {
    if (label.lost) out += "[lost]";
    if (label.found && label.match == WordingMatch::altered) out += "[" + label.text + "]";
  };
  for (const Table& table : result.tables.tables) {
    for (const Column& column : table.columns) add(column.label);
    for (const Heading& group : table.headings) add(group.label);
    for (const Row& row : table.rows) add(row.label);
  }
  return out;
}

std::string rows(const std::string& group, const std::string& third) {
  return requests_heading + "1.本机关不掌握相关政府信息 0 0 0 0 0 0 0\n2.没有现成信息需要另行制作 1 0 0 0 0 0 1\n" +
         group + "\n3.补正后申请内容仍不" + third + " 0 2 0 0 0 0 2\n四、结转下年度继续办理 0 0 0 0 0 0 0\n";
}

}  // namespace

TEST_CASE("labels that lack what is left over or what others have too many of are as the form words them", "[tables]") {
  CHECK(misprinted(rows("（四）无法提", "明供确")).empty());
  CHECK(misprinted(rows("（四）无法提供", "明确")).empty());
}

TEST_CASE("a letter that nothing wants, or that is nowhere, is a misprint", "[tables]") {
  CHECK(misprinted(rows("（四）无法提", "明示确")) == "[（四）无法提][3.补正后申请内容仍不明示确]");
  CHECK(misprinted(rows("（四）无法提供", "明碓")) == "[3.补正后申请内容仍不明碓]");
}

}  // namespace gialint::test
