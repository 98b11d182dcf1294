#include "engine/rule_host/rule_pack.hpp"

#include <catch2/catch.hpp>

#include "tests/support/rules.hpp"

namespace gialint::test {

namespace {

const char* const good = R"(return {
  api = 1,
  since = "0.1.0",
  severity = "error",
  precision = "very-high",
  title = { zh = "题目", en = "title" },
  help = { zh = "怎么办", en = "what to do" },
  basis = { "依据一", "依据二" },
  messages = {
    differs = { zh = "{a} 与 {b}", en = "{b} and {a}" },
  },
  requires = { "table:requests", "section:overall", "title" },
  fixable = "unsafe",
  explains = { "requests.balance" },
  options = {
    least = { type = "integer", default = 3, min = 1, max = 9, doc = { zh = "数", en = "number" } },
  },
  stability = "preview",
  check = function(report, ctx) end,
}
)";

// `good` with the line that holds `line_with` replaced.
std::string changed(const std::string& line_with, const std::string& replacement) {
  std::string text = good;
  const std::size_t at = text.find(line_with);
  REQUIRE(at != std::string::npos);
  const std::size_t begin = text.rfind('\n', at) + 1;
  return text.replace(begin, text.find('\n', at) - begin, replacement);
}

std::string failure_of(const std::string& text, const std::string& path = "totals/sum.lua") {
  const Result<RulePack> pack = RulePack::load({{path, text}});
  return pack ? "no failure" : to_string(pack.failure(), Language::zh);
}

}  // namespace

TEST_CASE("a rule file is read into all that it declares", "[rule_host]") {
  const Result<RulePack> pack = RulePack::load({{"totals/sum.lua", good}});
  REQUIRE(pack);
  REQUIRE(pack->rules().size() == 1);
  const Rule& rule = pack->rules()[0];
  CHECK(rule.info.id == "totals/sum");
  CHECK(rule.info.category == "totals");
  CHECK(rule.info.since == "0.1.0");
  CHECK(rule.info.precision == "very-high");
  CHECK(rule.info.severity == Severity::error);
  CHECK(rule.info.title.zh == "题目");
  CHECK(rule.info.help.en == "what to do");
  CHECK(rule.info.basis == std::vector<std::string>{"依据一", "依据二"});
  CHECK(rule.info.messages.at("differs").en == "{b} and {a}");
  CHECK(rule.info.has_fix);
  CHECK(rule.info.fix_safety == FixSafety::unsafe);
  CHECK(rule.needs == std::vector<std::string>{"table:requests", "section:overall", "title"});
  CHECK(rule.explains == std::vector<std::string>{"requests.balance"});
  CHECK(rule.preview);
  REQUIRE(rule.options.size() == 1);
  CHECK(rule.options[0].name == "least");
  CHECK(rule.options[0].type == OptionType::integer);
  CHECK(rule.options[0].default_value == OptionValue(std::int64_t{3}));
  CHECK(rule.options[0].min == 1);
  CHECK(rule.options[0].max == 9);
  CHECK(rule.options[0].doc.zh == "数");
  CHECK(rule.file.text == good);
}

TEST_CASE("a rule comes compiled or as text, and as text where another Lua compiled it", "[rule_host]") {
  const std::string code = RulePack::load({{"totals/sum.lua", good}})->rules()[0].code;
  std::string foreign = code;
  foreign[4] = '\x7F';  // the version, behind the signature of four bytes
  for (const std::string& prepared : {code, foreign}) {
    const Result<RulePack> pack = RulePack::load({{"totals/sum.lua", good, "", prepared}});
    REQUIRE(pack);
    CHECK(pack->rules()[0].info.help.en == "what to do");
    CHECK(pack->rules()[0].code == code);
  }
}

TEST_CASE("a rule says what it was called and that it had better not be used", "[rule_host]") {
  const std::string extra =
      "  formerly = { 'totals/old-sum', 'table/sum' },\n"
      "  deprecated = { since = '0.2.0', replaced_by = { 'totals/balance' },"
      " reason = { zh = '缘由', en = 'reason' } },\n";
  const Result<RulePack> pack = RulePack::load({{"totals/sum.lua", changed("explains", extra)}});
  REQUIRE(pack);
  const RuleInfo& info = pack->rules()[0].info;
  CHECK(info.formerly == std::vector<std::string>{"totals/old-sum", "table/sum"});
  REQUIRE(info.deprecated);
  CHECK(info.deprecated->since == "0.2.0");
  CHECK(info.deprecated->replaced_by == std::vector<std::string>{"totals/balance"});
  CHECK(info.deprecated->reason.en == "reason");
  CHECK(pack->find("table/sum") == nullptr);
  CHECK(pack->find_also_formerly("table/sum") == &pack->rules()[0]);

  CHECK(failure_of(changed("explains", "  formerly = { 'sum' },")).find("formerly") != std::string::npos);
  CHECK(failure_of(changed("explains", "  deprecated = { since = '2' },")).find("deprecated/since") !=
        std::string::npos);
  CHECK(failure_of(changed("explains", "  deprecated = true,")).find("deprecated") != std::string::npos);
  // Another rule has that name now.
  const Result<RulePack> two =
      RulePack::load({{"totals/sum.lua", changed("explains", extra)}, {"table/sum.lua", changed("explains", "")}});
  REQUIRE_FALSE(two);
}

TEST_CASE("rules are found by id, whatever the order of the files", "[rule_host]") {
  const std::string plain = rule_text("");
  const Result<RulePack> pack = RulePack::load({{"b/x.lua", plain}, {"a-b/x.lua", plain}, {"a/x-2.lua", plain}});
  REQUIRE(pack);
  CHECK(pack->ids() == std::vector<std::string>{"a-b/x", "a/x-2", "b/x"});
  CHECK(pack->find("a/x-2")->info.id == "a/x-2");
  CHECK(pack->find("a/x") == nullptr);
  CHECK(RulePack::load({})->rules().empty());
}

TEST_CASE("a rule file that is not right is refused with file and line", "[rule_host]") {
  struct Bad {
    const char* line_with;
    const char* replacement;
    const char* failure;
  };
  static const std::vector<Bad> cases = {
      {"api", "", "1: 缺少字段 api"},
      {"api", "  api = 2,", "2: 字段 api 应为 1：本程序只懂第 1 版规则接口"},
      {"since", "  since = '1.0',", "3: 字段 since 应为版本号，例如 \"0.1.0\""},
      {"since", "  since = 1,", "3: 字段 since 应为字符串，且不能为空"},
      {"severity", "  severity = 'fatal',", "4: 字段 severity 应为 error、warning 或 info，而不是“fatal”"},
      {"severity", "  severity = 3,", "4: 字段 severity 应为 error、warning 或 info"},
      {"severity", "  severty = 'error',", "4: 未知字段 severty，是不是 severity？"},
      {"precision", "", "1: 缺少字段 precision"},
      {"precision", "  precision = 'sure',", "5: 字段 precision 应为 very-high、high、medium 或 low，而不是“sure”"},
      {"title", "  title = '题目',", "6: 字段 title 应为 { zh = \"…\", en = \"…\" }"},
      {"title", "  title = { zh = '题目' },", "6: 字段 title 缺少 en：两种语言都要有"},
      {"title", "  title = { zh = ' ', en = 'x' },", "6: 字段 title/zh 应为字符串，且不能为空"},
      {"title", "  title = { zh = 'x', en = 'x', fr = 'x' },", "6: 字段 title 里的未知字段 fr"},
      {"help", "", "1: 缺少字段 help"},
      {"basis", "", "1: 缺少字段 basis"},
      {"basis", "  basis = {},", "8: 字段 basis 应为字符串列表，至少一项"},
      {"basis", "  basis = '依据',", "8: 字段 basis 应为字符串列表，至少一项"},
      {"basis", "  basis = { '依据',\n 3 },", "9: 字段 basis 的第 2 项应为字符串，且不能为空"},
      {"differs", "    differs = { zh = '{a}', en = '{b}' },",
       "10: 字段 messages/differs 两种语言的占位符不同：zh 有 {a}，en 有 {b}"},
      {"differs", "    differs = { zh = '{a}' },", "10: 字段 messages/differs 缺少 en：两种语言都要有"},
      {"differs", "    differs = { zh = '{A}',\n en = 'x' },",
       "10: 字段 messages/differs/zh：花括号只用于占位符 {name}（小写字母、数字、下划线）"},
      {"differs", "    Differs = { zh = 'x', en = 'x' },",
       "10: 消息的名字“Differs”只能用小写字母、数字和下划线，以字母开头"},
      {"differs", "", "9: 字段 messages 应为 名字 = { zh = \"…\", en = \"…\" } 的表，至少一条"},
      {"requires", "  requires = { 'table' },",
       "12: 字段 requires 的“table”无法识别；可用的有 \"table:编号\"、\"section:编号\"、\"title\"、\"previous\""},
      {"fixable", "  fixable = true,", "13: 字段 fixable 应为 safe、unsafe 或 suggestion"},
      {"explains", "  explains = {},", "14: 字段 explains 应为字符串列表，至少一项"},
      {"least", "    least = 3,", "16: 字段 options/least 应为 { type = …, default = …, doc = … }"},
      {"least", "    least = { type = 'number' },",
       "16: 字段 options/least/type 应为 boolean、integer、string、choice 或 list，而不是“number”"},
      {"least", "    least = { default = 3 },", "16: 缺少字段 options/least/type"},
      {"least", "    least = { type = 'integer', doc = { zh = 'x', en = 'x' } },",
       "16: 字段 options/least 缺少 default"},
      {"least", "    least = { type = 'integer', default = 3 },", "16: 字段 options/least 缺少 doc"},
      {"least", "    least = { type = 'integer', default = 'x', doc = { zh = 'x', en = 'x' } },",
       "16: 字段 options/least/default 应为整数"},
      {"least", "    least = { type = 'integer', default = 3, max = 2, doc = { zh = 'x', en = 'x' } },",
       "16: 字段 options/least/default 不能大于 2"},
      {"least", "    least = { type = 'string', default = 'x', max = 2, doc = { zh = 'x', en = 'x' } },",
       "16: 字段 options/least/max 应为整数，且只用于 integer"},
      {"least", "    least = { type = 'choice', default = 'x', doc = { zh = 'x', en = 'x' } },",
       "16: 字段 options/least 缺少 values：choice 要列出可选的值"},
      {"least", "    least = { type = 'choice', values = { 'a', 'b' }, default = 'c', doc = { zh = 'x', en = 'x' } },",
       "16: 字段 options/least/default 应为 a 或 b，而不是“c”"},
      {"least", "    severity = { type = 'string', default = 'x', doc = { zh = 'x', en = 'x' } },",
       "16: 选项的名字“severity”只能用小写字母、数字和下划线，以字母开头，且不能是 severity"},
      {"least", "    least = { type = 'list', default = { 1 }, doc = { zh = 'x', en = 'x' } },",
       "16: 字段 options/least/default 应为字符串列表"},
      {"stability", "  stability = 'beta',", "18: 字段 stability 应为 stable 或 preview，而不是“beta”"},
      {"check", "", "1: 缺少字段 check"},
      {"check", "  check = 3,", "19: 字段 check 应为函数：function(report, ctx) … end"},
      {"check", "  check = function(report, ctx) end, 'stray',", "1: 规则的表里只能有带名字的字段"},
      {"check", "  check = function(report ctx) end,", "19: 语法错误：')' expected near 'ctx'"},
      {"check", "  check = os.exit(3),", "19: 规则出错：attempt to index a nil value (global 'os')"},
      {"check", "  check = (function() while true do end end)(),", "19: 规则用完了 5000000 步的上限，已停止"},
      {"check", "  check = (function() local s = 'x' while true do s = s .. s end end)(),",
       "19: 规则超出内存上限（共 16384 KiB，一次 1024 KiB），已停止"},
      {"check", "  check = (function() local function f() return 1 + f() end f() end)(),",
       "19: 规则的函数调用层数过深，已停止"},
  };
  for (const Bad& bad : cases) {
    INFO(bad.replacement);
    CHECK_THAT(failure_of(changed(bad.line_with, bad.replacement)),
               Catch::StartsWith(std::string("rules/totals/sum.lua:") + bad.failure));
  }
}

TEST_CASE("all that is wrong with a rule file is told, each with its line", "[rule_host]") {
  std::string text = changed("severity = \"error\"", "  severity = \"fatal\",");
  text.replace(text.find("zh = \"题目\""), std::string("zh = \"题目\"").size(), "zh = \"\"");
  text.replace(text.find("{a} 与 {b}"), std::string("{a} 与 {b}").size(), "{a} 与 {c}");
  text.replace(text.find("max = 9"), 7, "max = 2");
  const std::vector<Failure> faults = rule_faults({"totals/x.lua", text});
  std::vector<std::string> places;
  places.reserve(faults.size());
  for (const Failure& fault : faults) places.push_back(to_string(fault.where));
  CHECK(places == std::vector<std::string>{"rules/totals/x.lua:4", "rules/totals/x.lua:6", "rules/totals/x.lua:10",
                                           "rules/totals/x.lua:16"});
  CHECK(rule_faults({"totals/x.lua", good}).empty());
  CHECK(rule_faults({"totals/x.lua", "return {"}).size() == 1);
  CHECK(rule_faults({"totals/x.lua", "return {}"}).size() > 5);
}

TEST_CASE("one fault does not bring others along", "[rule_host]") {
  for (const auto& [line, instead] :
       {std::pair("since =", "  since = 1,"), std::pair("since =", "  since = \" \","),
        std::pair("differs =", "    differs = { zh = \"{a}\" },"), std::pair("requires =", "  requires = { 1 },"),
        std::pair("least =", "    least = { type = \"list\", default = { 1 }, doc = { zh = \"数\", en = \"n\" } },")}) {
    INFO(instead);
    CHECK(rule_faults({"totals/x.lua", changed(line, instead)}).size() == 1);
  }
}

TEST_CASE("words of rules are kebab-case", "[rule_host]") {
  for (const char* word : {"a", "my-rule", "a1-b2"}) CHECK(is_rule_word(word));
  for (const char* word : {"", "A", "1a", "-a", "a-", "a--b", "a_b", "a/b", "甲"}) CHECK_FALSE(is_rule_word(word));
}

TEST_CASE("a file that is no rule at all is refused", "[rule_host]") {
  CHECK(failure_of("") == "rules/totals/sum.lua:1: 规则文件应返回一个表：return { api = 1, … }");
  CHECK(failure_of("\n\nreturn 3") == "rules/totals/sum.lua:3: 规则文件应返回一个表：return { api = 1, … }");
  CHECK_THAT(failure_of("\x1bLua"), Catch::Contains("语法错误：") && Catch::Contains("binary chunk"));
  CHECK_THAT(failure_of("return {"), Catch::StartsWith("rules/totals/sum.lua:1: 语法错误："));
  CHECK_THAT(failure_of("return " + std::string(1000, '{')), Catch::Contains("语法错误："));
  CHECK_THAT(failure_of("error({})"), Catch::Contains("error object is a table"));
  CHECK(failure_of("\xEF\xBB\xBF" + std::string(good)) == "no failure");
}

TEST_CASE("a file is named after its rule", "[rule_host]") {
  for (const char* const path :
       {"sum.lua", "Totals/sum.lua", "totals/sum", "totals/a_b.lua", "totals/-a.lua", "totals/a-.lua",
        "totals/a--b.lua", "totals/x/y.lua", "totals/.lua", "/x.lua", "totals/求和.lua"}) {
    INFO(path);
    CHECK_THAT(failure_of(good, path), Catch::Contains("规则文件应叫“类别/名字.lua”"));
  }
  CHECK(failure_of(good, "my-city/row-2.lua") == "no failure");
}

TEST_CASE("no two rules have one id or explain one identity", "[rule_host]") {
  const Result<RulePack> twice = RulePack::load({{"a/x.lua", rule_text("")}, {"a/x.lua", rule_text("")}});
  REQUIRE_FALSE(twice);
  CHECK(to_string(twice.failure(), Language::zh) == "rules/a/x.lua: 规则 a/x 出现了两次");
  const Result<RulePack> pack = RulePack::load({{"a/x.lua", good}, {"a/y.lua", good}});
  REQUIRE_FALSE(pack);
  CHECK(to_string(pack.failure(), Language::zh) == "rules/a/y.lua:14: 等式 requests.balance 已由规则 a/x 报告");
}

TEST_CASE("a rule is loaded without being run", "[rule_host]") {
  CHECK(failure_of(rule_text("error('run')")) == "no failure");
}

TEST_CASE("an option is checked against what its rule declares", "[rule_host]") {
  OptionInfo option;
  const auto what = [&option](const OptionValue& value) {
    const std::optional<Bilingual> wrong = check_option(option, value);
    return wrong ? wrong->zh : "";
  };
  option.type = OptionType::boolean;
  CHECK(what(true).empty());
  CHECK(what(std::int64_t{1}) == "应为 true 或 false");
  option.type = OptionType::integer;
  option.min = 1;
  option.max = 9;
  CHECK(what(std::int64_t{9}).empty());
  CHECK(what(std::int64_t{0}) == "不能小于 1");
  CHECK(what(std::int64_t{10}) == "不能大于 9");
  CHECK(what(std::string("5")) == "应为整数");
  option.type = OptionType::string;
  CHECK(what(std::string("x")).empty());
  CHECK(what(false) == "应为字符串");
  option.type = OptionType::choice;
  option.values = {"short", "long"};
  CHECK(what(std::string("long")).empty());
  CHECK_THAT(what(std::string("shrt")), Catch::StartsWith("应为 short 或 long，而不是“shrt”"));
  CHECK(what(false) == "应为 short 或 long");
  option.type = OptionType::list;
  CHECK(what(std::vector<std::string>{"short"}).empty());
  CHECK_THAT(what(std::vector<std::string>{"short", "x"}), Catch::StartsWith("的每一项应为 short 或 long，而不是“x”"));
  CHECK(what(std::string("short")) == "应为字符串列表");
}

}  // namespace gialint::test
