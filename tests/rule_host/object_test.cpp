#include "engine/rule_host/object.hpp"

#include <memory>
#include <optional>
#include <string>

#include <catch2/catch.hpp>

#include "engine/rule_host/api_class.hpp"
#include "engine/rule_host/model_objects.hpp"
#include "engine/rule_host/rule_run.hpp"
#include "tests/support/rules.hpp"

namespace gialint::test {

namespace {

// Where a test keeps objects in the registry: addresses.
const char slots[3] = {};  // NOLINT(modernize-avoid-c-arrays)

}  // namespace

TEST_CASE("an object kept beyond its report is harmless", "[rule_host]") {
  auto fake = std::make_unique<FakeReport>(fake_report());
  lua::RuleRun run;
  LuaState state;
  state.run = &run;
  lua::open_api(state.get());
  run.report = &fake->report;
  run.generation = 1;
  const auto keep = [](lua_State* lua) {
    lua::push_report(lua, *LuaState::of(lua).run->report);
    lua_getfield(lua, -1, "sections");
    lua_geti(lua, -1, 1);
    lua_rawsetp(lua, LUA_REGISTRYINDEX, &slots[0]);
    lua_rawsetp(lua, LUA_REGISTRYINDEX, &slots[1]);
    lua_rawsetp(lua, LUA_REGISTRYINDEX, &slots[2]);
    return 0;
  };
  CHECK_FALSE(state.protected_call(keep, nullptr, RuleLimits{}));
  fake.reset();
  const FakeReport next = fake_report();
  run.report = &next.report;
  run.generation = 2;
  const auto check = [&state](lua_CFunction use) {
    const std::optional<LuaTrouble> trouble = state.protected_call(use, nullptr, RuleLimits{});
    REQUIRE(trouble);
    CHECK(trouble->what == "stale object: it belongs to another report");
  };
  check([](lua_State* lua) {
    lua_rawgetp(lua, LUA_REGISTRYINDEX, &slots[0]);
    lua_getfield(lua, -1, "text");
    return 0;
  });
  check([](lua_State* lua) {
    lua_rawgetp(lua, LUA_REGISTRYINDEX, &slots[1]);
    lua_geti(lua, -1, 1);
    return 0;
  });
  check([](lua_State* lua) {
    lua_rawgetp(lua, LUA_REGISTRYINDEX, &slots[2]);
    lua_getfield(lua, -1, "find");
    lua_insert(lua, -2);
    lua_pushliteral(lua, "x");
    lua_call(lua, 2, 0);
    return 0;
  });
}

TEST_CASE("objects of two reports keep theirs, in whatever order they are asked", "[rule_host]") {
  const FakeReport last = fake_report();
  const FakeReport own = fake_report();
  const auto pack = load_rules(
      {{"a/x.lua",
        rule_text("local now, before = report:section('overall'), report.previous:section('overall') "
                  "local a, b = now.title, before.title "  // each asked after the other was made
                  "local related = { { at = b }, { at = now.paragraphs[1] }, { at = before.paragraphs[1] } } "
                  "ctx:emit { at = a, message = 'value', data = { v = tostring(a == b) .. tostring(now == "
                  "report.sections[1]) }, "
                  "related = related }")}});
  const RuleOutcome outcome = RuleRunner(pack, Language::zh).run(own.report, all_on(*pack), &last.report);
  REQUIRE(outcome.failures.empty());
  REQUIRE(outcome.diagnostics.size() == 1);
  CHECK(outcome.diagnostics[0].message == "值为 falsetrue");
  const std::vector<Related>& related = outcome.diagnostics[0].related;
  REQUIRE(related.size() == 3);
  CHECK(related[0].source == last.report.source);
  CHECK(related[1].source == nullptr);
  CHECK(related[2].source == last.report.source);
}

}  // namespace gialint::test
