#include "engine/forms/edition.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "tests/support/forms.hpp"

using namespace gialint;
using test::read_edition;
using test::read_project_file;

namespace {

Edition edition_of(const std::string& name) {
  Result<Edition> edition = read_edition(read_project_file("rules/editions/" + name), name);
  if (!edition) {
    FAIL(to_string(edition.failure(), Language::zh));
  }
  return std::move(*edition);
}

EditionFile file(const std::string& name, const std::string& text) { return {name, *parse_toml(text, name)}; }

std::vector<std::string> identity_ids(const Edition& edition) {
  std::vector<std::string> ids;
  for (const FormIdentity& identity : edition.identities) {
    ids.push_back(identity.id);
  }
  return ids;
}

std::size_t cells(const Edition& edition) {
  std::size_t count = 0;
  for (const FormTable& table : edition.tables) {
    count += table.rows.size() * table.columns.size();
  }
  return count;
}

/// The smallest whole edition: two sections, one table of two columns, one sum.
const std::string small = R"(schema = "gialint-edition/1"
id = "x"
name = "名"
first_report_year = 2021
last_report_year = 0
[document]
number = "号"
title = "题"
legal_basis = "法"
[title]
pattern = "{organ}{year}年报"
core = "年报"
[[sections]]
id = "prose"
order = 1
numeral = "一"
title = "情况"
kind = "text"
[[sections]]
id = "figures"
order = 2
numeral = "二"
title = "数字"
kind = "table"
tables = ["t"]
[[tables]]
id = "t"
section = "figures"
label_columns = 1
header_rows = 2
header = [
  [{ text = "项目", r = 2 }, { text = "数量", c = 2 }],
  [{ text = "甲" }, { text = "合计" }],
]
[[tables.columns]]
id = "a"
label = "甲"
[[tables.columns]]
id = "sum"
label = "合计"
[[tables.rows]]
id = "first"
label = "第一行"
[[groups]]
id = "g"
table = "t"
label = "组"
rows = ["first"]
[[identities]]
id = "t.sum"
rank = 1
table = "t"
per = "row"
left = ["sum"]
relation = "="
right = ["a"]
status = "definition"
severity = "error"
source = "表"
[[cross_year]]
id = "c"
table = "t"
per = "column"
this_year = "first"
relation = "="
last_year = "first"
status = "plausible"
severity = "info"
source = "表"
[[roll_up]]
id = "r"
parent = "p"
children = "子"
tables = ["t"]
relation = ">="
status = "plausible"
severity = "warning"
source = "表"
)";

/// What reading `small` fails with once `from` is replaced by `to`; empty when it does not fail.
std::string failure_after(const std::string& from, const std::string& to) {
  std::string toml = small;
  const std::size_t at = toml.find(from);
  REQUIRE(at != std::string::npos);
  toml.replace(at, from.size(), to);
  const Result<Edition> edition = read_edition(toml, "x.toml");
  return edition ? "" : to_string(edition.failure(), Language::zh);
}

}  // namespace

TEST_CASE("the edition in force has its six sections, six tables and two hundred cells", "[forms]") {
  const Edition edition = edition_of("2021.toml");
  CHECK(edition.id == "2021");
  CHECK(edition.document_number == "国办公开办函〔2021〕30号");
  CHECK(edition.covers(2021));
  CHECK(edition.covers(2030));
  CHECK_FALSE(edition.covers(2020));
  REQUIRE(edition.sections.size() == 6);
  CHECK(edition.sections[2].heading() == "三、收到和处理政府信息公开申请情况");
  CHECK(edition.sections[2].order == 3);
  CHECK(edition.sections[1].tables == std::vector<std::string>{"art20_1", "art20_5", "art20_6", "art20_8"});
  CHECK(edition.tables.size() == 6);
  CHECK(cells(edition) == 200);
  CHECK(edition.period.end == "12-31");
  CHECK(edition.deviant_year_patterns.size() == 1);
  REQUIRE(edition.roll_up.size() == 2);
  CHECK_FALSE(edition.roll_up[0].once);
  CHECK(edition.roll_up[1].once);
  REQUIRE(edition.cross_year.size() == 2);
  CHECK(edition.cross_year[1].minus == std::vector<std::string>{"repealed"});
  CHECK(edition.cross_year[1].not_with_editions == std::vector<std::string>{"2019"});
  CHECK(edition.section("overall")->topics.back().all_of.size() == 3);
  CHECK(edition.section("overall")->topics.back().required_for == std::vector<std::string>{"people_government"});
  CHECK(edition.section("none") == nullptr);
}

TEST_CASE("rows, columns and headers keep the form's labels", "[forms]") {
  const Edition edition = edition_of("2021.toml");
  const FormTable* requests = edition.table("requests");
  REQUIRE(requests != nullptr);
  CHECK(requests->label_columns == 3);
  CHECK(requests->header.size() == 3);
  CHECK(requests->header[1][1].columns == 5);
  const FormRow& row = requests->rows.at(requests->row_index("denied.state_secret").value());
  CHECK(row.label == "1.属于国家秘密");
  CHECK(row.parents == std::vector<std::string>{"三、本年度办理结果", "（三）不予公开"});
  CHECK(requests->columns.at(requests->column_index("commercial").value()).parent == "法人或其他组织");
  CHECK_FALSE(requests->row_index("denied"));
  const FormTable* fees = edition.table("art20_8");
  CHECK(fees->label_columns == 1);
  CHECK(fees->columns[0].value_kind == ValueKind::decimal);
  CHECK(fees->columns[0].unit == "万元");
  CHECK(edition.group("organizations")->columns.size() == 5);
}

TEST_CASE("the earlier edition has its own tables and says what its merged row counts", "[forms]") {
  const Edition edition = edition_of("2019.toml");
  CHECK(edition.covers(2020));
  CHECK_FALSE(edition.covers(2021));
  CHECK(edition.tables.size() == 7);
  CHECK(cells(edition) == 198);
  const FormTable* requests = edition.table("requests");
  const FormRow& row = requests->rows.at(requests->row_index("other_processing").value());
  REQUIRE(row.same_as_group_of);
  CHECK(row.same_as_group_of->edition == "2021");
  CHECK(row.same_as_group_of->group == "other");
  CHECK(edition.table("art20_5")->columns[1].value_kind == ValueKind::signed_integer);
  CHECK(edition.table("art20_5")->columns[2].unit == "件");
}

TEST_CASE("identities stand in the order in which they explain a wrong cell", "[forms]") {
  const std::vector<std::string> firm = {"requests.row_total",      "requests.processed_sum",
                                         "requests.balance",        "review.total",
                                         "litigation_direct.total", "litigation_after_review.total"};
  for (const char* name : {"2019.toml", "2021.toml"}) {
    CAPTURE(name);
    std::vector<std::string> ids = identity_ids(edition_of(name));
    REQUIRE(ids.size() > firm.size());
    ids.resize(firm.size());
    CHECK(ids == firm);
  }
}

TEST_CASE("sections are sorted by their numbers, whatever the order of the file", "[forms]") {
  std::string toml = small;
  toml.replace(toml.find("order = 1"), 9, "order = 2");
  toml.replace(toml.rfind("order = 2"), 9, "order = 1");
  const Result<Edition> edition = read_edition(toml, "x.toml");
  REQUIRE(edition.ok());
  CHECK(edition->sections[0].id == "figures");
  CHECK(edition->sections[0].order == 1);
  CHECK(edition->table("t") == &edition->tables[0]);
}

TEST_CASE("a topic is part of one that its section has already", "[forms]") {
  const auto with_topic = [](const std::string& part_of) {
    std::string toml = small;
    const std::string topics =
        "[[sections.topics]]\nid = \"p\"\ntitle = \"甲\"\nkeywords = [\"甲\"]\n"
        "[[sections.topics]]\nid = \"q\"\ntitle = \"乙\"\nkeywords = [\"乙\"]\n"
        "advised_for = [\"town_government\"]\npart_of = \"" +
        part_of + "\"\n";
    toml.insert(toml.find("[[sections]]\nid = \"figures\""), topics);
    return read_edition(toml, "x.toml");
  };
  const Result<Edition> edition = with_topic("p");
  REQUIRE(edition.ok());
  CHECK(edition->sections[0].topics.at(1).part_of == "p");
  CHECK(edition->sections[0].topics.at(1).pattern == "\\Q乙\\E");
  CHECK(edition->sections[0].topics.at(1).advised_for == std::vector<std::string>{"town_government"});
  CHECK_FALSE(with_topic("q").ok());
}

TEST_CASE("an edition that contradicts itself is refused with the place", "[forms]") {
  REQUIRE(read_edition(small, "x.toml").ok());
  const char* cases[][3] = {
      {"id = \"x\"\n", "idd = \"x\"\n", "x.toml:2:1: 未知的键 \"idd\"；是否想写 \"id\"？"},
      {"gialint-edition/1", "gialint-edition/2",
       "x.toml:1:10: \"schema\" 不能是 \"gialint-edition/2\"，可用：gialint-edition/1；是否想写 "
       "\"gialint-edition/1\"？"},
      {"last_report_year = 0", "last_report_year = 2020",
       "x.toml:5:1: \"last_report_year\" 早于 \"first_report_year\""},
      {"core = \"年报\"\n", "", "x.toml:10:1: 缺少键 \"core\""},
      {"order = 2", "order = 1", "x.toml:21:1: \"order\" 应依次为 1 至 2，每个一次；这里是 1"},
      {"order = 2", "order = 3", "x.toml:21:1: \"order\" 应依次为 1 至 2，每个一次；这里是 3"},
      {"id = \"figures\"", "id = \"prose\"", "x.toml:20:1: 重复的 id \"prose\""},
      {"tables = [\"t\"]\n[[tables]]", "[[tables]]", "x.toml:24:1: 表格类部分缺少 \"tables\""},
      {"tables = [\"t\"]\n[[tables]]", "tables = [\"t\", \"u\"]\n[[tables]]", "x.toml:25:16: 没有表 \"u\""},
      {"tables = [\"t\"]\n[[tables]]", "tables = [\"t\", \"t\"]\n[[tables]]", "x.toml:25:16: 表 \"t\" 列了两次"},
      {"section = \"figures\"", "section = \"figure\"", "x.toml:28:1: 没有部分 \"figure\"；是否想写 \"figures\"？"},
      {"section = \"figures\"", "section = \"prose\"", "x.toml:25:11: 表 \"t\" 的 section 是 \"prose\""},
      {"header_rows = 2", "header_rows = 3", "x.toml:31:1: \"header\" 有 2 行，\"header_rows\" 是 3"},
      {"text = \"数量\", c = 2", "text = \"数量\", c = 3", "x.toml:31:1: 表头单元格 \"数量\" 超出 2 行 3 列"},
      {"text = \"数量\", c = 2", "text = \"数量\", c = 1", "x.toml:31:1: 表头单元格没有填满 2 行 3 列"},
      {"{ text = \"甲\" }", "{ text = \"乙\" }", "x.toml:31:1: 表头第 2 列是 \"乙\"，而列 \"a\" 的 label 是 \"甲\""},
      {"id = \"sum\"", "id = \"a\"", "x.toml:39:1: 重复的 id \"a\""},
      {"label = \"甲\"\n", "label = \"甲\"\nvalue_kind = \"number\"\n",
       "x.toml:38:14: \"value_kind\" 不能是 \"number\"，可用：integer、signed_integer、decimal"},
      {"rows = [\"first\"]", "rows = [\"fisrt\"]", "x.toml:48:9: 没有行 \"fisrt\"；是否想写 \"first\"？"},
      {"rows = [\"first\"]", "", "x.toml:44:1: 一个组要么列出 \"rows\"，要么列出 \"columns\""},
      {"rank = 1", "rank = 2", "x.toml:51:1: \"rank\" 应依次为 1 至 1，每个一次；这里是 2"},
      {"left = [\"sum\"]", "left = []", "x.toml:54:1: \"left\" 至少要有一项"},
      {"left = [\"sum\"]", "left = [\"first\"]", "x.toml:54:9: 没有列 \"first\""},
      {"severity = \"error\"", "severity = \"errror\"",
       "x.toml:58:12: \"severity\" 不能是 \"errror\"，可用：error、warning、info；是否想写 \"error\"？"},
      {"last_year = \"first\"", "last_year = \"sum\"", "x.toml:66:1: 没有行 \"sum\""},
      {"children = \"子\"\ntables = [\"t\"]", "children = \"子\"\ntables = [\"u\"]", "x.toml:74:11: 没有表 \"u\""},
  };
  for (const auto& [from, to, failure] : cases) {
    CAPTURE(from, to);
    CHECK(failure_after(from, to) == failure);
  }
}

TEST_CASE("header cells that would lie on each other are refused", "[forms]") {
  CHECK(failure_after(
            "  [{ text = \"项目\", r = 2 }, { text = \"数量\", c = 2 }],\n  [{ text = \"甲\" },",
            "  [{ text = \"项目\" }, { text = \"数量\", r = 2 }, { text = \"丙\" }],\n  [{ text = \"甲\", c = 2 },") ==
        "x.toml:31:1: 表头单元格 \"甲\" 与 \"数量\" 重叠");
}

TEST_CASE("a file cut off before its last table fails", "[forms]") {
  const std::string whole = read_project_file("rules/editions/2021.toml");
  const std::size_t last_table = whole.rfind("[[tables]]");
  for (std::size_t size = 0; size < last_table; size += 997) {
    CHECK_FALSE(read_edition(whole.substr(0, size), "x.toml").ok());
  }
}

TEST_CASE("a cell's name has three parts", "[forms]") {
  const std::optional<CellName> name = split_cell_name("requests/denied.third_party/total");
  REQUIRE(name);
  CHECK(name->table == "requests");
  CHECK(name->row == "denied.third_party");
  CHECK(name->column == "total");
  CHECK(split_cell_name("a/b/c/d")->column == "c/d");
  CHECK_FALSE(split_cell_name("requests/total"));
  CHECK_FALSE(split_cell_name(""));
}

TEST_CASE("an overlay adds to an edition and leaves the rest of it", "[forms]") {
  const std::string overlay = R"(schema = "gialint-edition/1"
overlay = "x"
[[sections]]
id = "prose"
[[sections.topics]]
id = "motions"
title = "提案"
keywords = ["提案"]
required = true
[[tables]]
id = "t"
[[tables.columns]]
id = "sum"
accepted = ["总计"]
decimals = 4
)";
  const Result<std::vector<Edition>> editions = read_editions({file("x.toml", small), file("local.toml", overlay)});
  if (!editions.ok()) FAIL(to_string(editions.failure(), Language::zh));
  REQUIRE(editions->size() == 1);
  const Edition& edition = editions->front();
  REQUIRE(edition.section("prose")->topics.size() == 1);
  CHECK(edition.section("prose")->topics.front().title == "提案");
  CHECK(edition.section("prose")->title == "情况");
  const FormTable& table = edition.tables.front();
  CHECK(table.columns[0].decimals == 0);
  CHECK(table.columns[1].decimals == 4);
  CHECK(table.columns[1].label == "合计");
  CHECK(table.columns[1].accepted == std::vector<std::string>{"总计"});
  CHECK(identity_ids(edition) == std::vector<std::string>{"t.sum"});
}

TEST_CASE("what is wrong with an overlay is found in it", "[forms]") {
  const auto failure_of = [](const std::string& overlay) {
    const Result<std::vector<Edition>> editions =
        read_editions({file("x.toml", small), file("local.toml", "schema = \"gialint-edition/1\"\n" + overlay)});
    return editions.ok() ? "" : to_string(editions.failure(), Language::zh);
  };
  CHECK(failure_of("overlay = \"x\"\n").empty());
  CHECK(failure_of("overlay = \"y\"\n") == "local.toml:2:11: \"overlay\" 所指的格式 \"y\" 没有");
  CHECK(failure_of("overlay = 1\n") == "local.toml:2:11: \"overlay\" 所指的格式 \"\" 没有");
  CHECK(failure_of("overlay = \"x\"\nid = \"z\"\n") == "local.toml:3:1: 有了 \"overlay\"，不能再有 \"id\"");
  CHECK(failure_of("overlay = \"x\"\nplaceholder = [\"-\"]\n") ==
        "local.toml:3:1: 未知的键 \"placeholder\"；是否想写 \"placeholders\"？");
  CHECK(failure_of("overlay = \"x\"\n[[tables]]\nid = \"t\"\n[[tables.rows]]\nid = \"second\"\n") ==
        "local.toml:5:1: 缺少键 \"label\"");
  CHECK(failure_of("overlay = \"x\"\n[[tables]]\nid = \"t\"\n[[tables.columns]]\nid = \"b\"\nlabel = \"乙\"\n") ==
        "local.toml:3:1: 表头单元格没有填满 2 行 4 列");
}

TEST_CASE("an edition of an id that is there already is refused", "[forms]") {
  const Result<std::vector<Edition>> editions = read_editions({file("x.toml", small), file("again.toml", small)});
  REQUIRE_FALSE(editions.ok());
  CHECK(to_string(editions.failure().where) == "again.toml:2:1");
}
