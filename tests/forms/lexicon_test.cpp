#include "engine/forms/lexicon.hpp"

#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/forms/edition.hpp"
#include "engine/text/unicode.hpp"
#include "tests/support/forms.hpp"

namespace gialint {
namespace {

Lexicon national() {
  Result<Lexicon> lexicon = read_lexicon(test::read_project_file("rules/lexicon/measures.toml"), "measures.toml");
  if (!lexicon.ok()) FAIL(to_string(lexicon.failure(), Language::zh));
  return std::move(*lexicon);
}

constexpr const char* head = R"(schema = "gialint-lexicon/1"
[words]
take = ["收到", "受理"]
either = ["依申请(公开)?", "(信息)?公开申请"]
[[measures]]
id = "a"
title = { zh = "甲", en = "a" }
readings = [{ label = "甲", cells = ["requests/new_received/total"], minus = ["requests/@other/total"] }]
[[measures]]
id = "b"
title = { zh = "乙", en = "b" }
readings = [{ label = "乙", cells = ["requests/new_received/total"] }]
[[families]]
id = "f"
anchors = ["申请"]
context = "申请"
)";

Result<Lexicon> read_with(const std::string& more) { return read_lexicon(head + more, "x.toml"); }

std::string failure_of(const std::string& more) {
  const Result<Lexicon> lexicon = read_with(more);
  return lexicon.ok() ? "" : to_string(lexicon.failure(), Language::zh);
}

std::string mark(char32_t c) {
  std::string text;
  append_utf8(text, c);
  return text;
}

/// The words that a phrase is looked for by; marks of numbers, which any sentence may hold, left out.
std::set<std::string> words_of(const Lexicon& lexicon, const Phrase& phrase) {
  std::set<std::string> words;
  for (const std::vector<std::uint32_t>& group : phrase.words) {
    for (const std::uint32_t number : group) {
      const std::string& word = lexicon.words.words()[number];
      const char32_t c = code_point_at(word, 0).value;
      const bool is_number = c == skeleton_mark::count || c == skeleton_mark::bare || c == skeleton_mark::money ||
                             c == skeleton_mark::percent;
      if (!is_number) words.insert(word);
    }
  }
  return words;
}

TEST_CASE("the national lexicon is sound") {
  const Lexicon lexicon = national();
  CHECK(lexicon.measures.size() > 30);
  CHECK(lexicon.phrases.size() > 50);
  CHECK(lexicon.measure("requests.received") != nullptr);
  CHECK(lexicon.measure("requests.recieved") == nullptr);
  CHECK(lexicon.family("requests") != nullptr);
  for (const Phrase& phrase : lexicon.phrases) {
    CAPTURE(phrase.text->expression());
    // Every phrase is looked for by a word first: otherwise each sentence of each report would run it.
    CHECK_FALSE(words_of(lexicon, phrase).empty());
    CHECK_FALSE(phrase.slots.empty());
  }
}

TEST_CASE("the name of an organ says what it is") {
  const Result<Lexicon> lexicon = read_lexicon(test::read_project_file("rules/lexicon/organs.toml"), "organs.toml");
  REQUIRE(lexicon.ok());
  const auto kind_of = [&](std::string_view name) {
    const OrganKind* kind = lexicon->organ_kind(name);
    return kind == nullptr ? "" : kind->id;
  };
  for (const char* name :
       {"重庆市", "东宝区", "青石县人民政府", "云溪自治州人民政府", "某省人民政府", "北山旗", "景德镇市"}) {
    INFO(name);
    CHECK(kind_of(name) == "people_government");
  }
  for (const char* name : {"青石县人民政府办公室", "某省人民政府办公厅", "云溪市政府办"}) {
    INFO(name);
    CHECK(kind_of(name) == "office");
  }
  for (const char* name : {"云溪镇", "云溪镇人民政府", "白河乡人民政府", "南坡民族乡", "青石县白河乡政府"}) {
    INFO(name);
    CHECK(kind_of(name) == "town_government");
  }
  for (const char* name :
       {"青石县民政局", "某市发展和改革委员会", "某省财政厅", "青石县市场监督管理局", "云溪区医疗保障局",
        "青石县政务服务中心", "某市国有资产监督管理委员会", "青石县机关事务管理局", "县委宣传部",
        "青石县城市管理行政执法局", "青石县综合行政执法大队"}) {
    INFO(name);
    CHECK(kind_of(name) == "department");
  }
  for (const char* name : {"和平街道办事处", "青石区和平街道"}) {
    INFO(name);
    CHECK(kind_of(name) == "sub_district");
  }
  for (const char* name :
       {"青石高新技术产业开发区管理委员会", "云溪经济开发区", "南坡风景名胜区管理委员会", "某新区", "青石工业集聚区"}) {
    INFO(name);
    CHECK(kind_of(name) == "agency");
  }
  for (const char* name : {"青石市水务集团有限公司", "青石县人民医院", "青石县第一中学"}) {
    INFO(name);
    CHECK(kind_of(name) == "enterprise");
  }
  CHECK(kind_of("") == "");
  CHECK(kind_of("本机关") == "");
}

TEST_CASE("kinds of organ have ids of their own and sound expressions") {
  const auto failure = [](const std::string& more) {
    const Result<Lexicon> lexicon = read_lexicon("schema = \"gialint-lexicon/1\"\n" + more, "x.toml");
    return lexicon.ok() ? "" : to_string(lexicon.failure(), Language::zh);
  };
  const std::string one = "[[organ_kinds]]\nid = \"a\"\nname = \"局$\"\n";
  CHECK(failure(one).empty());
  CHECK(failure(one + one) == "x.toml:6:1: \"a\" 已经有了");
  CHECK(failure("[[organ_kinds]]\nid = \"a\"\nname = \"(\"\n").rfind("x.toml:4:1: 正则表达式有误", 0) == 0);
}

TEST_CASE("every cell the national lexicon names is on a form") {
  const Lexicon lexicon = national();
  const std::vector<Edition>& editions = test::editions();
  const auto is_on = [](const Edition& edition, const CellPath& path) {
    const FormTable* table = edition.table(path.table);
    if (table == nullptr) return false;
    const bool row = path.row_group ? edition.group(path.row) != nullptr : table->row_index(path.row).has_value();
    const bool column =
        path.column_group ? edition.group(path.column) != nullptr : table->column_index(path.column).has_value();
    return row && column;
  };
  for (const Measure& measure : lexicon.measures) {
    for (const MeasureReading& reading : measure.readings) {
      CAPTURE(measure.id, reading.label);
      for (const std::vector<CellPath>* paths : {&reading.cells, &reading.minus, &reading.when_zero}) {
        for (const CellPath& path : *paths) {
          CAPTURE(path.table, path.row, path.column);
          CHECK((is_on(editions[0], path) || is_on(editions[1], path)));
        }
      }
    }
  }
}

TEST_CASE("a pattern becomes an expression over the skeleton") {
  const Result<Lexicon> lexicon = read_with(R"([[phrases]]
family = "f"
measure = "a"
patterns = ["<take>到?(政府)?申请{n}(，|、)结转<next_year>{-}", "{=b:无(任何)?申请}$", "申请{a+b~}"]
)");
  REQUIRE(lexicon.ok());
  REQUIRE(lexicon->phrases.size() == 3);

  const Phrase& first = lexicon->phrases[0];
  const std::string count = mark(skeleton_mark::count);
  CHECK(first.text->expression() == "(?:收到|受理)到?(?:政府)?申请(" + count + ")(?:，|、)结转" +
                                        mark(skeleton_mark::next_year) + "(" + count + ")");
  REQUIRE(first.slots.size() == 2);
  CHECK(first.slots[0].measures == std::vector<std::size_t>{0});
  CHECK(first.slots[1].measures.empty());
  CHECK(first.text->matches_whole("受理申请" + count + "，结转" + mark(skeleton_mark::next_year) + count));

  const Phrase& second = lexicon->phrases[1];
  CHECK(second.text->expression() == "(无(?:任何)?申请)$");
  CHECK(second.slots[0].in_words);
  CHECK(second.slots[0].measures == std::vector<std::size_t>{1});

  const Phrase& third = lexicon->phrases[2];
  CHECK(third.slots[0].measures == std::vector<std::size_t>{0, 1});
  CHECK(third.text->find("申请" + mark(skeleton_mark::bare)).has_value());
}

TEST_CASE("a phrase is looked for by words that every match holds") {
  const auto searched_by = [](const std::string& pattern) {
    const Result<Lexicon> lexicon =
        read_with("[[phrases]]\nfamily = \"f\"\nmeasure = \"a\"\npatterns = [\"" + pattern + "\"]\n");
    REQUIRE(lexicon.ok());
    return words_of(*lexicon, lexicon->phrases[0]);
  };
  CHECK(searched_by("<take>{n}") == std::set<std::string>{"收到", "受理"});
  CHECK(searched_by("<take>了?申请书{n}") == std::set<std::string>{"收到", "受理", "申请书"});
  CHECK(searched_by("<take>?申请书{n}") == std::set<std::string>{"申请书"});
  CHECK(searched_by("(收到)?申请件?{n}") == std::set<std::string>{"申请"});
  CHECK(searched_by("(收到)?<either>{n}") == std::set<std::string>{"公开申请", "依申请"});
  CHECK(searched_by("申请|受理{n}").empty());
  CHECK(searched_by("[受收]?{n}").empty());
}

TEST_CASE("readings name cells, groups and conditions") {
  const Result<Lexicon> lexicon = read_with("");
  REQUIRE(lexicon.ok());
  const MeasureReading& reading = lexicon->measure("a")->readings[0];
  REQUIRE(reading.cells.size() == 1);
  CHECK(reading.cells[0].table == "requests");
  CHECK(reading.cells[0].row == "new_received");
  CHECK(reading.cells[0].column == "total");
  CHECK_FALSE(reading.cells[0].row_group);
  REQUIRE(reading.minus.size() == 1);
  CHECK(reading.minus[0].row == "other");
  CHECK(reading.minus[0].row_group);
  CHECK(reading.when_zero.empty());
}

TEST_CASE("changes against a last year that is not told are read, in numbers and in words") {
  const Result<Lexicon> lexicon = read_with(R"([comparisons]
percent_units = ["%"]
times_units = ["倍"]
rises_by = ["{-}，同比增长{%}"]
falls_by = ["{-}，同比减少{-}"]
rises_in_words = [{ text = "{-}，翻一番", percent = 100 }]
)");
  REQUIRE(lexicon.ok());
  REQUIRE(lexicon->trends.size() == 3);
  CHECK(lexicon->trends[0].rises);
  CHECK_FALSE(lexicon->trends[1].rises);
  CHECK(lexicon->trends[2].percent == 100);
  CHECK(lexicon->change_percent == std::vector<std::string>{"%"});
  CHECK(lexicon->change_times == std::vector<std::string>{"倍"});
}

TEST_CASE("common text and what makes an organ's name regional are patterns") {
  const Result<Lexicon> lexicon = read_lexicon(
      "schema = \"gialint-lexicon/1\"\ncommon_text = [\"《[^》]*》\"]\n[organ_names]\nregional = \"县.\"\n", "x.toml");
  REQUIRE(lexicon.ok());
  REQUIRE(lexicon->common_text.size() == 1);
  CHECK(lexicon->common_text[0].find("按《条例》").has_value());
  CHECK(lexicon->regional->find("甲县乙局").has_value());
  CHECK_FALSE(read_lexicon("schema = \"gialint-lexicon/1\"\ncommon_text = [\"(\"]\n", "x.toml").ok());
}

TEST_CASE("lists, partitions, balances and comparisons are read") {
  const Result<Lexicon> lexicon = read_with(R"([lists]
opener = "其中|<take>的有"
stop = "^召开"
[[partitions]]
id = "applicants"
classes = ["自然人", "法人"]
[[balances]]
total = ["a"]
parts = [["a", "b"], ["b"]]
[comparisons]
rises = ["{-}，比<last_year>{-}增长{%}"]
falls = ["{-}，比<last_year>{-}减少{-}"]
)");
  REQUIRE(lexicon.ok());
  CHECK(lexicon->lists.opener->find("收到的有").has_value());
  CHECK_FALSE(lexicon->lists.share.has_value());
  REQUIRE(lexicon->partitions.size() == 1);
  CHECK(lexicon->partitions[0].classes.size() == 2);
  REQUIRE(lexicon->balances.size() == 1);
  CHECK(lexicon->balances[0].parts == std::vector<std::vector<std::size_t>>{{0, 1}, {1}});
  REQUIRE(lexicon->comparisons.size() == 2);
  CHECK(lexicon->comparisons[0].rises);
  CHECK_FALSE(lexicon->comparisons[1].rises);
  CHECK_THAT(failure_of("[comparisons]\nrises = [\"{-}{-}\"]\n"), Catch::StartsWith("x.toml:18:10: "));
  CHECK_THAT(failure_of("[comparisons]\nrises_by = [\"{-}\"]\n"), Catch::Contains("要有两个数"));
  CHECK_THAT(failure_of("[lists]\nopen = \"其中\"\n"), Catch::Contains("opener"));
  CHECK_THAT(failure_of("[[balances]]\ntotal = [\"c\"]\nparts = [[\"a\"]]\n"), Catch::Contains("\"c\""));
  CHECK_THAT(failure_of("[[partitions]]\nid = \"x\"\nclasses = [\"<tak>\"]\n"), Catch::Contains("take"));
}

TEST_CASE("a slot for money, a statement and a measure without cells") {
  const Result<Lexicon> lexicon = read_with(R"([[measures]]
id = "fee"
title = { zh = "费", en = "fee" }
cell_exponent = 4
[[phrases]]
family = "f"
measure = "fee"
says = "outcome"
patterns = ["申请收费{n$}"]
)");
  REQUIRE(lexicon.ok());
  CHECK(lexicon->measure("fee")->readings.empty());
  CHECK(lexicon->measure("fee")->cell_exponent == 4);
  const Phrase& phrase = lexicon->phrases[0];
  CHECK(phrase.statement == Statement::outcome);
  CHECK(phrase.slots[0].money);
  CHECK(phrase.text->find("申请收费" + mark(skeleton_mark::money)).has_value());
  CHECK_THAT(failure_of("[[phrases]]\nfamily = \"f\"\nsays = \"all\"\npatterns = [\"{a}\"]\n"),
             Catch::Contains("finished"));
}

TEST_CASE("patterns of a sound file may wait until they are used") {
  const std::string phrase = "[[phrases]]\nfamily = \"f\"\nmeasure = \"a\"\npatterns = [\"申请(?P<{n}\"]\n";
  CHECK_FALSE(read_lexicon(head + phrase, "x.toml").ok());
  CHECK(read_lexicon(head + std::string("[lists]\nstop = \"(\"\n"), "x.toml", {}, PatternCompile::deferred).ok());
}

TEST_CASE("a mistake in the file is told with its place") {
  const auto phrase = [](const std::string& pattern) {
    return "[[phrases]]\nfamily = \"f\"\nmeasure = \"a\"\npatterns = [\"" + pattern + "\"]\n";
  };
  CHECK_THAT(failure_of(phrase("<tak>{n}")), Catch::StartsWith("x.toml:20:13: ") && Catch::Contains("take"));
  CHECK_THAT(failure_of(phrase("{c}")), Catch::Contains("\"c\""));
  CHECK_THAT(failure_of(phrase("收到")), Catch::StartsWith("x.toml:20:13: "));
  CHECK_THAT(failure_of(phrase("({n}")), Catch::StartsWith("x.toml:20:13: "));
  CHECK_THAT(failure_of(phrase("<take{n}")), Catch::StartsWith("x.toml:20:13: "));
  CHECK_THAT(failure_of(phrase("{n")), Catch::StartsWith("x.toml:20:13: "));
  CHECK_THAT(failure_of(phrase("[{n}")), Catch::StartsWith("x.toml:20:13: "));
  CHECK_THAT(failure_of("[[phrases]]\nfamily = \"g\"\nmeasure = \"a\"\npatterns = [\"{n}\"]\n"),
             Catch::Contains("\"g\""));
  CHECK_THAT(
      failure_of(
          "[[measures]]\nid = \"a\"\ntitle = { zh = \"\", en = \"\" }\nreadings = [{ label = \"\", cells = [] }]\n"),
      Catch::StartsWith("x.toml:18:"));
  CHECK_THAT(failure_of("[[measures]]\nid = \"c\"\ntitle = { zh = \"\", en = \"\" }\nreadings = [{ label = \"\", cells "
                        "= [\"a/b\"] }]\n"),
             Catch::StartsWith("x.toml:20:"));
  CHECK_THAT(failure_of("[[familys]]\nid = \"c\"\n"), Catch::Contains("families"));
  CHECK_THAT(failure_of("[numbers]\ncount_unit = [\"件\"]\n"), Catch::Contains("count_units"));
  CHECK_THAT(failure_of("[numbers]\ncount_units = [\"\"]\n"), Catch::StartsWith("x.toml:18:"));
  CHECK_FALSE(read_lexicon("schema = \"gialint-lexicon/2\"", "x.toml").ok());
  CHECK_FALSE(read_lexicon("= 3", "x.toml").ok());
  CHECK_FALSE(read_lexicon("", "x.toml").ok());
}

TEST_CASE("a later file adds to an earlier one and may use its words") {
  Result<Lexicon> base = read_with("[numbers]\ncount_units = [\"件\"]\n");
  REQUIRE(base.ok());
  const Result<Lexicon> more = read_lexicon(R"(schema = "gialint-lexicon/1"
[numbers]
count_units = ["件次"]
[[phrases]]
family = "f"
measure = "a"
patterns = ["<take>申请{n}"]
)",
                                            "more.toml", *base);
  REQUIRE(more.ok());
  CHECK(more->numbers.count_units == std::vector<std::string>{"件次", "件"});
  CHECK(more->phrases.size() == 1);
  CHECK(more->measures.size() == 2);
  // A word that is there already stays what it is.
  CHECK_FALSE(read_lexicon("schema = \"gialint-lexicon/1\"\n[words]\ntake = [\"得\"]\n", "more.toml", *base).ok());
}

TEST_CASE("an expression of a later file is one more way to match", "[forms]") {
  const Result<Lexicon> base = read_with("[context]\nown = \"我局\"\n[organ_names]\nregional = \"县$\"\n");
  REQUIRE(base.ok());
  const Result<Lexicon> more = read_lexicon(
      "schema = \"gialint-lexicon/1\"\n[context]\nown = \"我院|本院\"\n[organ_names]\nregional = "
      "\"旗$\"\n[lists]\nstop = "
      "\"另\"\n",
      "more.toml", *base);
  REQUIRE(more.ok());
  CHECK(more->context.own->is_in("我局"));
  CHECK(more->context.own->is_in("本院"));
  CHECK(more->regional->is_in("云溪县"));
  CHECK(more->regional->is_in("左旗"));
  CHECK(more->lists.stop->is_in("另"));
  CHECK_FALSE(base->context.own->is_in("本院"));
  CHECK_THAT(
      to_string(read_lexicon("schema = \"gialint-lexicon/1\"\n[context]\nown = \"(\"\n", "more.toml", *base).failure(),
                Language::zh),
      Catch::StartsWith("more.toml:3:1: "));
}

}  // namespace
}  // namespace gialint
