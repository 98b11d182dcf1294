#pragma once

#include <cstddef>
#include <exception>
#include <vector>

#include <lua.hpp>

#include "engine/rule_host/lua_values.hpp"
#include "engine/rule_host/object.hpp"

namespace gialint::lua {

/// One name that objects of a kind answer to: a field, got at once, or a method. What stands beside it here is what
/// rule authors are told of it.
struct Member {
  const char* name;
  const char* type;  ///< as lua-language-server writes it: "gialint.Cell[]"; of a method "(id: string): gialint.Row?"
  const char* doc;   ///< a line, or ""
  void (*get)(lua_State* lua, const Node& self) = nullptr;  ///< pushes one value
  lua_CFunction method = nullptr;
};

/// What objects of one kind are to rule authors.
struct ApiClass {
  Kind kind = Kind::report;
  const char* name = "";
  const char* doc = "";  ///< a line
  const std::vector<Member>* members = nullptr;
};

/// Makes the metatable for `kind`: `members`, and for nodes what all nodes answer to. `members` lives as long as the
/// program.
void define_kind(lua_State* lua, Kind kind, const char* name, const char* doc, const std::vector<Member>& members);
/// Adds a metamethod to the metatable of `kind`.
void define_operator(lua_State* lua, Kind kind, const char* event, lua_CFunction function);
/// Pushes the metatable of `kind`.
void push_metatable(lua_State* lua, Kind kind);
/// Pushes what objects of `kind` are called: "Cell".
void push_kind_name(lua_State* lua, Kind kind);
/// Gives a fresh userdata at the top of the stack the metatable of `kind`.
void set_kind(lua_State* lua, Kind kind);

/// What all nodes answer to.
const std::vector<Member>& node_members();

template <class Thing, class Value>
Thing thing_of(Value Thing::*);

/// A field that is a data member of what `Thing` finds for a node: get_of<row_of, &FormRow::item>.
template <auto Thing, auto Field>
void get_of(lua_State* lua, const Node& self) {
  push_value(lua, Thing(self).*Field);
}
/// The same of the thing itself that the node stands for: get_field<&Title::wording>.
template <auto Field>
void get_field(lua_State* lua, const Node& self) {
  push_value(lua, as<decltype(thing_of(Field))>(self).*Field);
}
/// The same for an enumeration, by the function that names its values.
template <auto Field, auto Name>
void get_named(lua_State* lua, const Node& self) {
  push_text(lua, Name(as<decltype(thing_of(Field))>(self).*Field));
}

/// A binding: std exceptions become Lua errors, Lua's own pass through.
template <int (*Function)(lua_State*)>
int guarded(lua_State* lua) {
  char what[200];  // NOLINT(modernize-avoid-c-arrays): must not need destruction when the error is raised
  try {
    return Function(lua);
  } catch (const std::exception& exception) {
    std::size_t size = 0;
    for (const char* c = exception.what(); *c != '\0' && size + 1 < sizeof what; ++c) what[size++] = *c;
    what[size] = '\0';
  }
  return luaL_error(lua, "%s", what);
}

/// All objects and their members; called once for a new state, unprotected.
void open_api(lua_State* lua);

// Its parts.
void open_node_api(lua_State* lua);
void open_report_api(lua_State* lua);
void open_table_api(lua_State* lua);
void open_claim_api(lua_State* lua);
void open_form_api(lua_State* lua);
void open_history_api(lua_State* lua);
void open_corpus_api(lua_State* lua);
void open_number_api(lua_State* lua);
void open_context_api(lua_State* lua);

}  // namespace gialint::lua
