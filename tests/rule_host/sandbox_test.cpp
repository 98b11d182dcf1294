#include "engine/rule_host/sandbox.hpp"

#include <catch2/catch.hpp>

#include "tests/support/rules.hpp"

namespace gialint::test {

TEST_CASE("rules have the harmless part of Lua's library", "[rule_host]") {
  static const std::vector<Expectation> cases = {
      {"('ab'):rep(2, '-')", "ab-ab"},
      {"string.format('%d %s %5.1f %q', 3, 'x', 0.25, 'y')", "3 x   0.2 \"y\""},
      {"string.format('%s %s', {}, report)", "table Report"},
      {"#'中'", "3"},
      {"('Ab'):lower() .. ('Ab'):upper() .. ('Ab'):reverse()", "abABbA"},
      {"('abc'):sub(-2)", "bc"},
      {"('a'):byte() .. string.char(98)", "97b"},
      {"utf8.len('中文')", "2"},
      {"utf8.char(0x4E2D)", "中"},
      {"utf8.codepoint('中')", "20013"},
      {"(function() local n = 0 for _, c in utf8.codes('中文') do n = n + c end return n end)()", "46004"},
      {"math.max(1, 3) .. math.tointeger(2.0)", "32"},
      {"table.concat({ 1, 2, 3 }, ',', 2)", "2,3"},
      {"table.concat(table.pack(1, 2), '+')", "1+2"},
      {"select('#', table.unpack { 1, nil, 3 })", "3"},
      {"(function() local t = { 1, 2 } table.insert(t, 1, 0) table.insert(t, 3) return table.remove(t, 2) .. #t end)()",
       "13"},
      {"tonumber('12') + tonumber('ff', 16)", "267"},
      {"tostring({})", "table"},
      {"tostring(print)", "nil"},
      {"tostring(tostring)", "function"},
      {"type(report) .. type(nil)", "userdatanil"},
      {"(function() local n = '' for k, v in pairs { b = 2, a = 1, [3] = 3, 'x', [2.5] = 'h', [true] = 0 } do "
       "n = n .. tostring(k) .. v .. ' ' end return n end)()",
       "1x 2.5h 33 a1 b2 true0 "},
      {"(function() local t, n = { a = 1, b = 2, c = 3 }, '' for k in pairs(t) do n = n .. k t.b = nil end return n "
       "end)()",
       "ac"},
      {"(function() local t = { 'c', 'a', 'b' } table.sort(t) return table.concat(t) end)()", "abc"},
      {"(function() local t = { 'aa', 'c', 'bb', 'd' } table.sort(t, function(x, y) return #x < #y end) "
       "return table.concat(t, ' ') end)()",
       "c d aa bb"},
      {"(function() local t = { 3, 1, 2 } table.sort(t, function() return true end) return #t end)()", "3"},
  };
  for (const Expectation& test : cases) {
    INFO(test.expression);
    CHECK(evaluate(test.expression) == test.value);
  }
}

TEST_CASE("nothing else of Lua's library is there", "[rule_host]") {
  for (const char* const name : {"os",
                                 "io",
                                 "debug",
                                 "package",
                                 "coroutine",
                                 "require",
                                 "load",
                                 "loadfile",
                                 "dofile",
                                 "loadstring",
                                 "pcall",
                                 "xpcall",
                                 "setmetatable",
                                 "getmetatable",
                                 "rawget",
                                 "rawset",
                                 "rawequal",
                                 "rawlen",
                                 "next",
                                 "print",
                                 "collectgarbage",
                                 "warn",
                                 "_G",
                                 "string.find",
                                 "string.match",
                                 "string.gmatch",
                                 "string.gsub",
                                 "string.dump",
                                 "string.pack",
                                 "string.unpack",
                                 "string.packsize",
                                 "table.move",
                                 "math.random",
                                 "math.randomseed",
                                 "('').find",
                                 "('').dump",
                                 "string.__index",
                                 "_ENV._G",
                                 "_ENV.os"}) {
    INFO(name);
    CHECK(evaluate(name) == "nil");
  }
}

TEST_CASE("what rules share they cannot change", "[rule_host]") {
  for (const char* const attempt : {"string.rep = nil", "string.x = 1", "table.concat = nil", "math.pi = 3",
                                    "utf8.len = nil", "('').x = 1", "table.insert(string, 1)", "table.sort(string)",
                                    "ctx.emit = nil", "ctx.edit.replace = nil", "report.year = 1"}) {
    INFO(attempt);
    CHECK(run_rule(attempt).failures.size() == 1);
  }
  CHECK(run_rule("x = 1; string = nil; _ENV.table = nil").failures.empty());
}

TEST_CASE("strings are no numbers, and no value shows its address", "[rule_host]") {
  CHECK(run_rule("local x = '10' + 1").failures.size() == 1);
  CHECK(evaluate("string.format('%p', {})").find("invalid conversion") != std::string::npos);
  CHECK(evaluate("string.format('%5p', {})").find("invalid conversion") != std::string::npos);
  CHECK(evaluate("string.format('%%p')") == "%p");
  CHECK(evaluate("pairs { [{}] = 1 }") == "failure: 规则出错：'pairs' has no order for keys of type table");
}

TEST_CASE("to append a number costs the same whatever the number", "[rule_host]") {
  RuleLimits limits;
  limits.steps = 200'000;
  CHECK(run_rule("local t = {} for i = 1, 5000 do table.insert(t, 1) end", "", limits).failures.empty());
  CHECK(run_rule("local t = {} for i = 1, 5000 do table.insert(t, 1, 1) end", "", limits).failures.size() == 1);
}

}  // namespace gialint::test
