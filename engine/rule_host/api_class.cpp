#include "engine/rule_host/api_class.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "engine/text/normalize.hpp"

namespace gialint::lua {
namespace {

// Metatables stand in the registry from here on, by kind; the two integers before are Lua's.
constexpr lua_Integer first_metatable = 16;

/// Upvalues: the members by name, and the list of them.
int get_member(lua_State* lua) {
  const Object& self = *object_at(lua, 1);
  lua_settop(lua, 2);
  lua_pushvalue(lua, 2);
  switch (lua_rawget(lua, lua_upvalueindex(1))) {
    case LUA_TFUNCTION:
      return 1;
    case LUA_TLIGHTUSERDATA: {
      check_generation(lua, self);
      const auto* member = static_cast<const Member*>(lua_touserdata(lua, -1));
      luaL_checkstack(lua, 10, nullptr);
      member->get(lua, static_cast<const Node&>(self));
      return 1;
    }
    default:
      break;
  }
  push_kind_name(lua, self.kind);
  std::string what = std::string(lua_tostring(lua, -1)) + " has no field";
  if (lua_type(lua, 2) == LUA_TSTRING) {
    std::size_t size = 0;
    const char* text = lua_tolstring(lua, 2, &size);
    const std::string name(text, std::min<std::size_t>(size, 60));
    what += " '" + name + "'";
    std::vector<std::string> known;
    lua_pushnil(lua);
    while (lua_next(lua, lua_upvalueindex(1)) != 0) {
      lua_pop(lua, 1);
      known.emplace_back(lua_tostring(lua, -1));
    }
    std::sort(known.begin(), known.end());
    const std::string_view nearest = nearest_name(name, known);
    if (!nearest.empty()) what += "; did you mean '" + std::string(nearest) + "'?";
  }
  raise(lua, what);
}

int same_node(lua_State* lua) {
  const Object* left = object_at(lua, 1);
  const Object* right = object_at(lua, 2);
  bool same = false;
  if (left != nullptr && right != nullptr && left->kind == right->kind && is_of_model(left->kind) &&
      left->generation == right->generation) {
    const auto& a = static_cast<const Node&>(*left);
    const auto& b = static_cast<const Node&>(*right);
    same = a.anchor == b.anchor && a.span == b.span && a.mapped == b.mapped && a.part == b.part;
  }
  lua_pushboolean(lua, same ? 1 : 0);
  return 1;
}

/// Adds `members` to the table at the top of the stack.
void add_members(lua_State* lua, const std::vector<Member>& members) {
  for (const Member& member : members) {
    if (member.method != nullptr) {
      lua_pushcfunction(lua, member.method);
    } else {
      lua_pushlightuserdata(lua, const_cast<Member*>(&member));  // NOLINT(cppcoreguidelines-pro-type-const-cast)
    }
    lua_setfield(lua, -2, member.name);
  }
}

}  // namespace

void push_metatable(lua_State* lua, Kind kind) {
  lua_rawgeti(lua, LUA_REGISTRYINDEX, first_metatable + static_cast<lua_Integer>(kind));
}

void push_kind_name(lua_State* lua, Kind kind) {
  push_metatable(lua, kind);
  if (lua_istable(lua, -1)) {
    lua_getfield(lua, -1, "__name");
    lua_remove(lua, -2);
  } else {
    lua_pop(lua, 1);
    lua_pushliteral(lua, "library");
  }
}

void define_kind(lua_State* lua, Kind kind, const char* name, const char* doc, const std::vector<Member>& members) {
  LuaState::of(lua).classes.push_back({kind, name, doc, &members});
  lua_newtable(lua);
  lua_pushstring(lua, name);
  lua_setfield(lua, -2, "__name");
  lua_newtable(lua);
  if (is_node(kind)) add_members(lua, node_members());
  add_members(lua, members);
  lua_pushcclosure(lua, guarded<get_member>, 1);
  lua_setfield(lua, -2, "__index");
  if (is_of_model(kind)) {
    lua_pushcfunction(lua, same_node);
    lua_setfield(lua, -2, "__eq");
  }
  lua_rawseti(lua, LUA_REGISTRYINDEX, first_metatable + static_cast<lua_Integer>(kind));
}

void define_operator(lua_State* lua, Kind kind, const char* event, lua_CFunction function) {
  push_metatable(lua, kind);
  lua_pushcfunction(lua, function);
  lua_setfield(lua, -2, event);
  lua_pop(lua, 1);
}

void set_kind(lua_State* lua, Kind kind) {
  push_metatable(lua, kind);
  lua_setmetatable(lua, -2);
}

void open_api(lua_State* lua) {
  open_node_api(lua);
  open_report_api(lua);
  open_form_api(lua);
  open_table_api(lua);
  open_claim_api(lua);
  open_history_api(lua);
  open_corpus_api(lua);
  open_number_api(lua);
  open_context_api(lua);
}

}  // namespace gialint::lua
