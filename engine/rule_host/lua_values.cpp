#include "engine/rule_host/lua_values.hpp"

#include <cstddef>
#include <cstdint>
#include <new>

#include "engine/rule_host/api_class.hpp"
#include "engine/rule_host/object.hpp"

namespace gialint::lua {

std::optional<Decimal> number_at(lua_State* lua, int index) {
  if (lua_isinteger(lua, index) != 0) return Decimal(lua_tointeger(lua, index));
  const Object* object = object_at(lua, index);
  if (object == nullptr || object->kind != Kind::decimal) return std::nullopt;
  return static_cast<const DecimalObject*>(object)->value;
}

void push_number(lua_State* lua, Decimal value) {
  if (const std::optional<std::int64_t> integer = value.integer()) {
    lua_pushinteger(lua, *integer);
    return;
  }
  DecimalObject object;
  object.kind = Kind::decimal;
  object.value = value;
  new (lua_newuserdatauv(lua, sizeof object, 0)) DecimalObject(object);
  set_kind(lua, Kind::decimal);
}

void push_strings(lua_State* lua, const std::vector<std::string>& strings) {
  push_list(lua, {nullptr, Kind::list, &strings}, strings.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              push_text(state, (*static_cast<const std::vector<std::string>*>(list.what))[index]);
            });
}

}  // namespace gialint::lua
