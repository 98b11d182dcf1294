#include "engine/toml/fields.hpp"

#include <string>

#include <catch2/catch.hpp>

using namespace gialint;

namespace {

/// Reads a table as a made-up part of a program would, and gives the first fault.
std::string fault_in(const std::string& toml) {
  const Result<TomlTable> root = parse_toml(toml, "x.toml");
  REQUIRE(root.ok());
  TomlFaults faults("x.toml");
  TomlFields fields(*root, faults);
  fields.text("name");
  fields.integer_or("count", 0, 10, 3);
  fields.boolean_or("on", true);
  fields.choice_if_any("level", {"error", "warning", "off"});
  fields.texts_if_any("words");
  fields.text_lists_if_any("groups");
  fields.table_lists_if_any("grid");
  for (const TomlTable* table : fields.tables_if_any("item")) {
    TomlFields item(*table, faults);
    item.text("id");
    item.integer("rank", 1, 9);
    item.finish();
  }
  if (const TomlTable* table = fields.table_if_any("sub")) {
    TomlFields sub(*table, faults);
    sub.texts("files");
    sub.table("rules");
    sub.finish();
  }
  fields.finish();
  return faults.none() ? "" : to_string(faults.first(), Language::zh);
}

}  // namespace

TEST_CASE("the first thing wrong in a table is named with its place", "[toml]") {
  const char* cases[][2] = {
      {"name = 'a'", ""},
      {"name = 'a'\ncount = 10\non = false\nlevel = 'off'\nwords = ['一']\ngroups = [['a'], []]\n[[item]]\nid = "
       "'x'\nrank = 9",
       ""},
      {"name = 1", "x.toml:1:8: \"name\" 应为字符串，这里是整数"},
      {"name = 'a'\ncount = 11", "x.toml:2:9: \"count\" 应在 0 与 10 之间，这里是 11"},
      {"name = 'a'\ncount = 1.5", "x.toml:2:9: \"count\" 应为整数，这里是小数或时刻"},
      {"name = 'a'\non = 'yes'", "x.toml:2:6: \"on\" 应为布尔值（true 或 false），这里是字符串"},
      {"name = 'a'\nlevel = 'warn'", "x.toml:2:9: \"level\" 不能是 \"warn\"，可用：error、warning、off"},
      {"name = 'a'\nlevel = 'eror'",
       "x.toml:2:9: \"level\" 不能是 \"eror\"，可用：error、warning、off；是否想写 \"error\"？"},
      {"name = 'a'\nlevel = 2026-06-30", "x.toml:2:9: \"level\" 应为字符串，这里是日期"},
      {"name = 'a'\nwords = 'a'", "x.toml:2:9: \"words\" 应为字符串数组，这里是字符串"},
      {"name = 'a'\nwords = ['词', true]", "x.toml:2:15: \"words\" 的每一项应为字符串，这里是布尔值"},
      {"name = 'a'\ngroups = ['词']", "x.toml:2:11: \"groups\" 应为字符串数组，这里是字符串"},
      {"name = 'a'\ngrid = {}", "x.toml:2:8: \"grid\" 应为数组的数组，这里是表"},
      {"name = 'a'\ngrid = [[1]]", "x.toml:2:10: \"grid\" 的每一项应为表，这里是整数"},
      {"name = 'a'\nitem = {}", "x.toml:2:8: \"item\" 应为表的数组（[[…]]），这里是表"},
      {"name = 'a'\nitem = [[]]", "x.toml:2:9: \"item\" 的每一项应为表，这里是数组"},
      {"name = 'a'\nsub = []", "x.toml:2:7: \"sub\" 应为表，这里是数组"},
  };
  for (const auto& [toml, fault] : cases) {
    CAPTURE(toml);
    CHECK(fault_in(toml) == fault);
  }
}

TEST_CASE("an unknown key names its nearest neighbour, or all keys when none is near", "[toml]") {
  CHECK(fault_in("name = 'a'\n\"coumt\" = 1") == "x.toml:2:1: 未知的键 \"coumt\"；是否想写 \"count\"？");
  CHECK(fault_in("name = 'a'\nwrods = []") == "x.toml:2:1: 未知的键 \"wrods\"；是否想写 \"words\"？");
  CHECK(fault_in("name = 'a'\n[[item]]\nid = 'x'\nrank = 1\nfrob.nicate = 1") ==
        "x.toml:5:1: 未知的键 \"frob\"；可用的键：id、rank");
}

TEST_CASE("a missing key is a fault of its table, unless a misspelt one explains it", "[toml]") {
  CHECK(fault_in("count = 1") == "x.toml:1:1: 缺少键 \"name\"");
  CHECK(fault_in("nane = 'a'") == "x.toml:1:1: 未知的键 \"nane\"；是否想写 \"name\"？");
  CHECK(fault_in("name = 'a'\n\n[[item]]\n") == "x.toml:3:1: 缺少键 \"id\"、\"rank\"");
  CHECK(fault_in("name = 'a'\n[sub]\nfiles = []") == "x.toml:2:1: 缺少键 \"rules\"");
}

TEST_CASE("of several faults the first in the file is named", "[toml]") {
  CHECK(fault_in("on = 1\nname = 2\nwords = 3") == "x.toml:1:6: \"on\" 应为布尔值（true 或 false），这里是整数");
}

TEST_CASE("what was read is what stands in the file", "[toml]") {
  const Result<TomlTable> root = parse_toml("a = 'x'\nb = 7\nc = ['一', '二']\nd = [['p', 'q'], ['r']]\n", "x.toml");
  REQUIRE(root.ok());
  TomlFaults faults("x.toml");
  TomlFields fields(*root, faults);
  CHECK(fields.text("a") == "x");
  CHECK(fields.text_or("missing", "y") == "y");
  CHECK(fields.integer("b", 0, 9) == 7);
  CHECK(fields.integer_or("missing", 0, 9, 4) == 4);
  CHECK(fields.boolean_or("missing", true));
  CHECK(fields.plain_texts_if_any("c") == std::vector<std::string>{"一", "二"});
  CHECK(fields.texts("c")[1].place == Position{3, 11});
  REQUIRE(fields.text_lists_if_any("d").size() == 2);
  CHECK(fields.text_lists_if_any("d")[1][0].text == "r");
  CHECK(fields.field_if_any("missing") == nullptr);
  CHECK(faults.none());
}
