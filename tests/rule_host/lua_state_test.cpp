#include "engine/rule_host/lua_state.hpp"

#include <catch2/catch.hpp>

#include "tests/support/rules.hpp"

namespace gialint::test {

namespace {

RuleLimits small_limits() {
  RuleLimits limits;
  limits.steps = 1'000'000;
  limits.memory = std::size_t{4} << 20U;
  limits.allocation = std::size_t{256} << 10U;
  return limits;
}

// A rule that tries to get away with something, and a piece of what must be said of it.
struct Hostile {
  const char* body;
  const char* what;
  int line = 13;
};

const char* const steps = "步的上限";
const char* const memory = "内存上限";
const char* const depth = "层数过深";

const std::vector<Hostile>& hostile_rules() {
  static const std::vector<Hostile> rules = {
      // endless loops
      {"while true do end", steps},
      {"repeat until false", steps},
      {"for i = 1, math.huge do end", steps},
      {"::again:: goto again", steps},
      {"local function f() return f() end f()", steps},
      {"local i = 0 while true do i = i + #tostring(i) end", steps},
      {"for _ in function() return 1 end do end", steps},
      {"for i = 1, 1 << 60 do local t = {} end", steps},
      {"while true do local s = 'x' .. 'y' end", steps},
      {"while true do report:find('.') end", steps},
      {"while true do local t = report.title.text end", steps},
      {"while true do for _ in pairs { 1, 2, 3 } do end end", steps},
      {"local i = 0 while true do i = i + 1 report:find('a' .. i) end", steps},
      {"while true do ctx.sum(report.tables[1].rows[1].cells) end", steps},
      // memory
      {"local t = {} while true do t[#t + 1] = #t .. 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' end",
       memory},
      {"local s = 'x' while true do s = s .. s end", memory},
      {"local t = {} while true do t = { t } end", memory},
      {"local t = {} for i = 1, 1e6 do t[i] = { {}, {}, {} } end", memory},
      {"local s = ('x'):rep(300000)", memory},
      {"local s, t = ('x'):rep(100000), {} for i = 1, 100 do t[i] = s .. i end", memory},
      {"local t = {} while true do local x = #t t[x + 1] = function() return x end end", memory},
      // library functions that would run long
      {"local s = ('x'):rep(1 << 40)", steps},
      {"local s = (''):rep(1 << 60)", steps},
      {"local s = (''):rep(1 << 62, 'xxxxxxxx')", steps},
      {"local t = table.concat({}, 'x', 1, 1 << 60)", steps},
      {"local t = table.concat({}, '', math.mininteger, math.maxinteger)", steps},
      {"table.unpack({}, 1, 1 << 40)", steps},
      {"local t = {} for i = 1, 3000 do t[i] = i end while true do table.insert(t, 1, 0) table.remove(t, 1) end",
       steps},
      {"local t = {} for i = 1, 3000 do t[i] = -i end while true do table.sort(t) table.sort(t, function(a, b) return "
       "a > b end) end",
       steps},
      {"local t = {} for i = 1, 1000 do t[i] = ('x'):rep(1000) .. i end while true do table.sort(t, function(a, b) "
       "return a > b end) table.sort(t) end",
       steps},
      {"table.sort({ 1, 2 }, function() while true do end end)", steps},
      {"local s = ('x'):rep(50000) while true do s:upper() end", steps},
      {"local s = ('x'):rep(50000) while true do utf8.len(s) end", steps},
      {"local s = ('x'):rep(50000) while true do s:reverse() end", steps},
      {"local s = ('x'):rep(50000) while true do local n = string.format('%s', s) end", steps},
      {"local s = ('x'):rep(50000) while true do local n = tonumber(s) end", steps},
      {"local s = ('x'):rep(50000) while true do s:byte(1, 1) end", steps},
      {"local s = ('x'):rep(50000) while true do utf8.codepoint(s, 1) end", steps},
      {"local t = {} for i = 1, 3000 do t[i] = i end while true do local n = select('#', table.unpack(t)) end", steps},
      {"local t = {} for i = 1, 3000 do t['k' .. i] = i end while true do for k in pairs(t) do break end end", steps},
      // depth
      {"local function f() return 1 + f() end f()", depth},
      {"local function f(t) table.sort({ 1, 2 }, function() f(t) return true end) end f()", "C stack overflow"},
      {"local function f(...) return f(1, ...) end f()", steps},
      {"local s = 'x' for i = 1, 8 do s = s .. s end local function f(n) return f(n + 1) + f(n + 1) end f(1)", depth},
      // errors of all kinds
      {"error('gone')", "规则出错：gone"},
      {"error({})", "error object is a table"},
      {"error(nil)", "error object is a nil"},
      {"error(report)", "error object is a userdata"},
      {"error()", "error object is a nil"},
      {"error('\\xff\\n中' .. ('x'):rep(10000))", "规则出错："},
      {"assert(false)", "assertion failed!"},
      {"assert(nil, 'so')", "规则出错：so"},
      {"local x = nil + 1", "attempt to perform arithmetic on a nil value"},
      {"local x <close> = {}", "non-closable value"},
      // what is not there
      {"os.exit(3)", "global 'os'"},
      {"io.open('/etc/passwd')", "global 'io'"},
      {"load('while true do end')()", "global 'load'"},
      {"require('os')", "global 'require'"},
      {"debug.getinfo(1)", "global 'debug'"},
      {"coroutine.wrap(function() end)()", "global 'coroutine'"},
      {"pcall(error)", "global 'pcall'"},
      {"setmetatable({}, {})", "global 'setmetatable'"},
      {"getmetatable('').__index = nil", "global 'getmetatable'"},
      {"local s = ('x'):gsub('(.-)(.-)b', '')", "method 'gsub'"},
      {"local s = (''):dump()", "method 'dump'"},
      {"string.rep = function() end", "attempt to index a library value"},
      // forged objects and arguments
      {"ctx:emit()", "table expected"},
      {"ctx.emit(report, {})", "ctx expected, got Report"},
      {"ctx.emit({}, { at = report, message = 'plain' })", "ctx expected, got table"},
      {"ctx:emit { at = {}, message = 'plain' }", "at: Node expected, got table"},
      {"ctx:emit { at = ctx, message = 'plain' }", "at: Node expected, got ctx"},
      {"ctx:emit { at = string, message = 'plain' }", "at: Node expected, got library"},
      {"ctx:emit { at = { text = 'x', place = 'y', span = 3 }, message = 'plain' }", "at: Node expected, got table"},
      {"ctx:emit { at = report.sections, message = 'plain' }", "at: Node expected, got list"},
      {"report.section(ctx, 'overall')", "Report expected, got ctx"},
      {"report.tables[1].cell(report.sections[1], 'a', 'b')", "Table expected, got Section"},
      {"for i = 1, 1e7 do ctx:emit { at = report, message = 'plain' } end", steps},
      {"local t = { at = report:start(), message = 'value', data = { v = ('x'):rep(100000) } } while true do "
       "ctx:emit(t) end",
       steps},
      {"local r = {} for i = 1, 2000 do r[i] = { at = report } end while true do ctx:emit { at = report, message = "
       "'plain', related = r } end",
       steps},
  };
  return rules;
}

}  // namespace

TEST_CASE("a hostile rule is stopped and reported once, and the others are as if it were not there", "[rule_host]") {
  const std::string good = rule_text(
      "for _, s in ipairs(report.sections) do "
      "ctx:emit { at = s, message = 'value', data = { v = s.id } } end");
  const FakeReport fake = fake_report();
  const auto alone = load_rules({{"a/good.lua", good}, {"z/good.lua", good}});
  const std::vector<Diagnostic> expected = RuleRunner(alone, Language::zh).run(fake.report, all_on(*alone)).diagnostics;
  REQUIRE(expected.size() == 6);

  CHECK(hostile_rules().size() >= 40);
  for (const Hostile& hostile : hostile_rules()) {
    INFO(hostile.body);
    const auto pack = load_rules(
        {{"a/good.lua", good},
         {"m/hostile.lua", rule_text("ctx:emit { at = report, message = 'plain' }\n" + std::string(hostile.body))},
         {"z/good.lua", good}});
    RuleRunner runner(pack, Language::zh, small_limits());
    for (int run = 0; run < 2; ++run) {
      const RuleOutcome outcome = runner.run(fake.report, all_on(*pack));
      REQUIRE(outcome.failures.size() == 1);
      CHECK(outcome.failures[0].rule == "m/hostile");
      CHECK(to_string(outcome.failures[0].failure.where) == "rules/m/hostile.lua:" + std::to_string(hostile.line));
      CHECK_THAT(outcome.failures[0].failure.what.zh, Catch::Contains(hostile.what));
      CHECK(outcome.failures[0].failure.what.zh.size() < 400);
      REQUIRE(outcome.diagnostics.size() == expected.size());
      for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(outcome.diagnostics[i].rule == expected[i].rule);
        CHECK(outcome.diagnostics[i].message == expected[i].message);
        CHECK(outcome.diagnostics[i].span == expected[i].span);
      }
    }
  }
}

TEST_CASE("a rule gives at most ten thousand diagnostics on one report", "[rule_host]") {
  const char* const body = "for i = 1, N do ctx:emit { at = report, message = 'plain' } end";
  CHECK(run_rule(std::string("local N = 10000 ") + body).diagnostics.size() == 10000);
  const RuleOutcome outcome = run_rule(std::string("local N = 10001 ") + body);
  CHECK(outcome.diagnostics.empty());
  REQUIRE(outcome.failures.size() == 1);
  CHECK(outcome.failures[0].failure.what.zh == "规则出错：more than 10000 diagnostics");
}

TEST_CASE("related places are told up to a number, and how many are not", "[rule_host]") {
  const std::string list = "local list = {} for i = 1, N do list[i] = { at = report } end ";
  const std::string emit = "ctx:emit { at = report, message = 'plain', related = list }";
  const RuleOutcome one = run_rule("local N = 130 " + list + emit);
  REQUIRE(one.diagnostics.size() == 1);
  REQUIRE(one.diagnostics[0].related.size() == 101);
  CHECK(one.diagnostics[0].related[100].message == "另有 30 处没有列出");
  const RuleOutcome many = run_rule("local N = 100 " + list + "for i = 1, 25 do " + emit + " end");
  REQUIRE(many.diagnostics.size() == 25);
  CHECK(many.diagnostics[19].related.size() == 100);
  REQUIRE(many.diagnostics[20].related.size() == 1);
  CHECK(many.diagnostics[20].related[0].message == "另有 100 处没有列出");
}

TEST_CASE("the clock ends what the steps do not see", "[rule_host]") {
  RuleLimits limits;
  limits.steps = std::uint64_t{1} << 62U;
  limits.milliseconds = 20;
  const RuleOutcome outcome =
      run_rule("local a = ('x'):rep(500000) local b = a .. 'y' a = a .. 'x' while a < b do end", "", limits);
  REQUIRE(outcome.failures.size() == 1);
  CHECK(outcome.failures[0].failure.what.zh == "规则运行超过 20 毫秒，已停止");
  CHECK(to_string(outcome.failures[0].failure.where) == "rules/test/rule.lua:12");
}

TEST_CASE("a rule may use what its limits allow", "[rule_host]") {
  RuleLimits limits = small_limits();
  CHECK(run_rule("local t = {} for i = 1, 2000 do t[i] = ('x'):rep(100) .. i end", "", limits).failures.empty());
  CHECK(run_rule("for i = 1, 100000 do local t = { i } end", "", limits).failures.empty());
  CHECK(run_rule("for i = 1, 20 do local s = ('x'):rep(200000) end", "", {}).failures.empty());
}

TEST_CASE("error levels name the line they mean", "[rule_host]") {
  const RuleOutcome outcome = run_rule("local function f()\n error('so', 2)\n end\n f()");
  REQUIRE(outcome.failures.size() == 1);
  CHECK(to_string(outcome.failures[0].failure.where) == "rules/test/rule.lua:15");
  CHECK(outcome.failures[0].failure.what.zh == "规则出错：so");
}

TEST_CASE("charging more than is left ends the call", "[rule_host]") {
  LuaState state;
  const auto body = [](lua_State* lua) {
    LuaState::of(lua).charge(60);
    LuaState::of(lua).charge(60);
    return 0;
  };
  RuleLimits limits;
  limits.steps = 100;
  const std::optional<LuaTrouble> trouble = state.protected_call(body, nullptr, limits);
  REQUIRE(trouble);
  CHECK(trouble->kind == LuaTrouble::Kind::steps);
  limits.steps = 200;
  CHECK_FALSE(state.protected_call(body, nullptr, limits));
  CHECK_FALSE(state.protected_call([](lua_State* lua) -> int { LuaState::of(lua).end_silently(); }, nullptr, limits));
}

TEST_CASE("what the host keeps for a rule counts as its memory", "[rule_host]") {
  LuaState state;
  const auto body = [](lua_State* lua) {
    LuaState::of(lua).charge_memory(600);
    LuaState::of(lua).charge_memory(600);
    return 0;
  };
  RuleLimits limits;
  limits.memory = 1000;
  const std::optional<LuaTrouble> trouble = state.protected_call(body, nullptr, limits);
  REQUIRE(trouble);
  CHECK(trouble->kind == LuaTrouble::Kind::memory);
  limits.memory = 20'000;
  for (int call = 0; call < 20; ++call) CHECK_FALSE(state.protected_call(body, nullptr, limits));
}

}  // namespace gialint::test
