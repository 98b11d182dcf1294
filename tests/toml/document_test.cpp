#include "engine/toml/document.hpp"

#include <string>

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace gialint;

namespace {

/// One line per field: place of the key, key, place of the value, value; tables indent their fields.
void dump(const TomlValue& value, const std::string& indent, std::string& out);

void dump(const TomlTable& table, const std::string& indent, std::string& out) {
  for (const TomlField& field : table.fields) {
    out += fmt::format("{}{}:{} {} = {}:{} ", indent, field.place.line, field.place.column, field.key,
                       field.value.place.line, field.value.place.column);
    dump(field.value, indent + "  ", out);
  }
}

void dump(const TomlValue& value, const std::string& indent, std::string& out) {
  if (const auto* boolean = std::get_if<bool>(&value.data)) {
    out += *boolean ? "true\n" : "false\n";
  } else if (const auto* integer = std::get_if<std::int64_t>(&value.data)) {
    out += fmt::format("{}\n", *integer);
  } else if (const auto* text = std::get_if<std::string>(&value.data)) {
    out += fmt::format("\"{}\"\n", *text);
  } else if (const auto* date = std::get_if<TomlDate>(&value.data)) {
    out += fmt::format("{}-{:02}-{:02}\n", date->year, date->month, date->day);
  } else if (const auto* items = std::get_if<TomlArray>(&value.data)) {
    out += "array\n";
    for (const TomlValue& item : *items) {
      out += fmt::format("{}{}:{} ", indent, item.place.line, item.place.column);
      dump(item, indent + "  ", out);
    }
  } else if (const auto* table = std::get_if<TomlTable>(&value.data)) {
    out += fmt::format("table at {}:{}\n", table->place.line, table->place.column);
    dump(*table, indent, out);
  } else {
    out += "other\n";
  }
}

std::string dump(std::string_view toml) {
  const Result<TomlTable> table = parse_toml(toml, "x.toml");
  if (!table) {
    return to_string(table.failure(), Language::zh) + "\n";
  }
  std::string out;
  dump(*table, "", out);
  return out;
}

}  // namespace

TEST_CASE("values keep the order of the file and their places in code points", "[toml]") {
  const std::string toml = R"(schema = 1
"规则" = { "总计/一" = "警告", on = true }
a.b = -7
until = 2026-06-30
list = ["一", "二",
  "三"]
ratio = 0.5
[z]
key = ''
[[override]]
x = 1
[[override]]
x = 2
)";
  CHECK(dump(toml) == R"(1:1 schema = 1:10 1
2:1 规则 = 2:8 table at 2:8
  2:10 总计/一 = 2:19 "警告"
  2:25 on = 2:30 true
3:1 a = 3:1 table at 3:1
  3:3 b = 3:7 -7
4:1 until = 4:9 2026-06-30
5:1 list = 5:8 array
  5:9 "一"
  5:14 "二"
  6:3 "三"
7:1 ratio = 7:9 other
8:2 z = 8:1 table at 8:1
  9:1 key = 9:7 ""
10:3 override = 10:1 array
  10:1 table at 10:1
    11:1 x = 11:5 1
  12:1 table at 12:1
    13:1 x = 13:5 2
)");
}

TEST_CASE("a byte order mark and Windows line ends shift no column", "[toml]") {
  CHECK(dump("\xEF\xBB\xBF中 = 1\r\nb = 2\r\n").find("x.toml:1:1") != std::string::npos);
  CHECK(dump("\xEF\xBB\xBF\"中\" = 1\r\nb = 2\r\n") == "1:1 中 = 1:7 1\n2:1 b = 2:5 2\n");
}

TEST_CASE("what is no TOML fails with its place", "[toml]") {
  const char* wrong[][2] = {
      {"a = \n", "x.toml:1:5: "},         {"a = 1\n\"规则\" = [1,\n", "x.toml:2:12: "},
      {"a = 1\na = 2\n", "x.toml:2:5: "}, {"totals/balance = 1\n", "x.toml:1:7: "},
      {"a = \"\xFF\"\n", "x.toml:1:5: "}, {"a = 2026-02-30\n", "x.toml:1:15: "},
      {"a = “b”\n", "x.toml:1:5: "},      {"a = 1，\n", "x.toml:1:6: "},
      {"b = 1\n[=]\n", "x.toml:2:2: "},   {"[[ =]]\n", "x.toml:1:4: "},
      {"b = 1\nc = ]\n", "x.toml:2:5: "}, {"a = [[1], \"、\",\n[2]、[3]]", "x.toml:2:4: "},
  };
  for (const auto& [toml, where] : wrong) {
    CAPTURE(toml);
    CHECK(dump(toml).rfind(std::string(where) + "不是合法的 TOML：", 0) == 0);
  }
}

TEST_CASE("nesting without end is refused, however it is written", "[toml]") {
  const auto repeat = [](std::string_view text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) {
      out += text;
    }
    return out;
  };
  const std::string endless[] = {"x = " + repeat("[", 100'000),      "x = " + repeat("{a=", 100'000),
                                 repeat("a.", 300'000) + "a = 1",    repeat("\"a\" . ", 300'000) + "a = 1",
                                 "[" + repeat("a.", 300'000) + "a]", "x = {" + repeat("a.", 300'000) + "a = 1}"};
  for (const std::string& toml : endless) {
    CAPTURE(toml.substr(0, 20));
    CHECK_FALSE(parse_toml(toml, "x.toml").ok());
  }
}

TEST_CASE("strings of several lines hold what they hold", "[toml]") {
  const std::string toml = "a = \"\"\"\n\\\n  [、]\\\"\"、\"\"\"\"\nb = '''\\'''\nc = [\n[1],\n[2]]\n[ d ] # 、\n";
  CHECK(dump(toml) ==
        "1:1 a = 1:5 \"[、]\"\"、\"\"\n4:1 b = 4:5 \"\\\"\n5:1 c = 5:5 array\n  6:1 array\n    6:2 1\n"
        "  7:1 array\n    7:2 2\n8:3 d = 8:1 table at 8:1\n");
}

TEST_CASE("dots in strings and comments are no keys", "[toml]") {
  const std::string dots(1000, '.');
  CHECK(parse_toml("a = \"\\\"" + dots + "\" # " + dots + "\nb = '" + dots + "'\n", "x.toml").ok());
}
