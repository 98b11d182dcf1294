#include <string>
#include <string_view>

#include "engine/rule_host/api_class.hpp"
#include "engine/rule_host/lua_values.hpp"
#include "engine/rule_host/model_objects.hpp"

namespace gialint::lua {
namespace {

Decimal check_number(lua_State* lua, int index) {
  const std::optional<Decimal> number = number_at(lua, index);
  if (!number) {
    raise(lua, lua_type(lua, index) == LUA_TNUMBER ? "a Decimal does not mix with a float"
                                                   : std::string("number expected, got ") + luaL_typename(lua, index));
  }
  return *number;
}

template <std::optional<Decimal> (*Operation)(Decimal, Decimal)>
int operate(lua_State* lua) {
  const std::optional<Decimal> result = Operation(check_number(lua, 1), check_number(lua, 2));
  if (!result) raise(lua, "the result has more than 18 digits");
  push_number(lua, *result);
  return 1;
}

int negate(lua_State* lua) {
  push_number(lua, *subtract(Decimal(0), check_number(lua, 1)));
  return 1;
}

int is_equal(lua_State* lua) {
  const std::optional<Decimal> a = number_at(lua, 1);
  const std::optional<Decimal> b = number_at(lua, 2);
  push_bool(lua, a && b && *a == *b);
  return 1;
}

int is_less(lua_State* lua) {
  push_bool(lua, check_number(lua, 1) < check_number(lua, 2));
  return 1;
}

int is_at_most(lua_State* lua) {
  push_bool(lua, check_number(lua, 1) <= check_number(lua, 2));
  return 1;
}

/// Of `..`: what is not a number of ours has to be text.
std::string text_at(lua_State* lua, int index) {
  if (const std::optional<Decimal> number = number_at(lua, index)) return to_string(*number);
  if (lua_type(lua, index) != LUA_TSTRING) raise(lua, std::string("string expected, got ") + luaL_typename(lua, index));
  std::size_t size = 0;
  const char* const text = lua_tolstring(lua, index, &size);
  return {text, size};
}

int concatenate(lua_State* lua) {
  const std::string text = text_at(lua, 1) + text_at(lua, 2);
  LuaState::of(lua).charge(1 + text.size() / 2);
  push_text(lua, text);
  return 1;
}

}  // namespace

void push_sum(lua_State* lua, const std::vector<const Cell*>& cells) {
  std::optional<Decimal> sum = Decimal(0);
  for (const Cell* cell : cells) {
    if (!cell->counts()) sum.reset();
    if (!sum) break;
    sum = add(*sum, cell->value);
  }
  push_value(lua, sum);
}

void open_number_api(lua_State* lua) {
  static const std::vector<Member> none;
  define_kind(lua, Kind::decimal, "Decimal",
              "an exact number with a fraction (money): + - *, unary minus, == < <=, .., tostring; mixes with integers",
              none);
  define_operator(lua, Kind::decimal, "__add", guarded<operate<add>>);
  define_operator(lua, Kind::decimal, "__sub", guarded<operate<subtract>>);
  define_operator(lua, Kind::decimal, "__mul", guarded<operate<multiply>>);
  define_operator(lua, Kind::decimal, "__unm", guarded<negate>);
  define_operator(lua, Kind::decimal, "__concat", guarded<concatenate>);
  define_operator(lua, Kind::decimal, "__eq", guarded<is_equal>);
  define_operator(lua, Kind::decimal, "__lt", guarded<is_less>);
  define_operator(lua, Kind::decimal, "__le", guarded<is_at_most>);
}

}  // namespace gialint::lua
