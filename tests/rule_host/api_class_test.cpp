#include "engine/rule_host/api_class.hpp"

#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "tests/support/rules.hpp"

namespace gialint::test {

TEST_CASE("a field that an object does not have is an error with the nearest name", "[rule_host]") {
  CHECK(evaluate("report.sectons") == "failure: 规则出错：Report has no field 'sectons'; did you mean 'sections'?");
  CHECK(evaluate("report[1]") == "failure: 规则出错：Report has no field");
  CHECK(evaluate("(function() report.year = 1 end)()").find("attempt to index a Report value") != std::string::npos);
  CHECK(evaluate("report.section(5, 'x')").find("Report expected, got number") != std::string::npos);
  CHECK(evaluate("report.find(ctx, 'x')").find("Node expected, got ctx") != std::string::npos);
  CHECK(evaluate("report:find('(')").find("regular expression: ") != std::string::npos);
}

TEST_CASE("the kinds are in the order that their borders need", "[rule_host]") {
  using lua::Kind;
  CHECK(lua::is_node(Kind::match));
  CHECK_FALSE(lua::is_node(Kind::form));
  CHECK(lua::is_of_model(Kind::share));
  CHECK_FALSE(lua::is_of_model(Kind::list));
  CHECK(lua::is_of_run(Kind::list));
  CHECK_FALSE(lua::is_of_run(Kind::decimal));
}

TEST_CASE("every class has a name of its own, and every member a type", "[rule_host]") {
  const LuaState state;
  lua::open_api(state.get());
  std::set<std::string> names;
  for (const lua::ApiClass& type : state.classes) {
    INFO(type.name);
    CHECK(names.insert(type.name).second);
    for (const lua::Member& member : *type.members) {
      CHECK((member.get == nullptr) != (member.method == nullptr));
      CHECK(*member.type != '\0');
    }
  }
}

}  // namespace gialint::test
