#include "engine/rule_host/object.hpp"

#include <new>

#include "engine/rule_host/api_class.hpp"
#include "engine/rule_host/lua_values.hpp"
#include "engine/rule_host/rule_run.hpp"
#include "engine/rule_host/sandbox.hpp"

namespace gialint::lua {
namespace {

[[noreturn]] void wrong_object(lua_State* lua, int index, const char* wanted) {
  push_as_string(lua, index);
  const char* given = lua_tostring(lua, -1);
  const std::string what = std::string(wanted) + " expected, got " +
                           (lua_type(lua, index) == LUA_TUSERDATA ? given : luaL_typename(lua, index));
  luaL_argerror(lua, index, lua_pushlstring(lua, what.data(), what.size()));
  __builtin_unreachable();
}

template <class T>
T& push_object(lua_State* lua, const T& object, int values = 0) {
  T* made = new (lua_newuserdatauv(lua, sizeof(T), values)) T(object);
  if (is_of_run(object.kind)) made->generation = LuaState::of(lua).run->generation;
  set_kind(lua, object.kind);
  return *made;
}

}  // namespace

void check_generation(lua_State* lua, const Object& object) {
  if (!is_of_run(object.kind)) return;
  const RuleRun* run = LuaState::of(lua).run;
  const bool running = run != nullptr && (run->report != nullptr || run->corpus != nullptr);
  if (!running || run->generation != object.generation) raise(lua, "stale object: it belongs to another report");
}

void push_item(lua_State* lua, const List& list, lua_Integer index) {
  if (index < 1 || static_cast<std::uint64_t>(index) > list.count) {
    lua_pushnil(lua);
  } else {
    list.push(lua, list.anchor, static_cast<std::size_t>(index - 1));
  }
}

int next_item(lua_State* lua) {
  const List& list = check_list(lua, 1);
  const lua_Integer before = check_integer(lua, 2);
  const lua_Integer at = before < 0 || static_cast<std::uint64_t>(before) >= list.count ? 0 : before + 1;
  lua_pushinteger(lua, at);
  push_item(lua, list, at);
  return lua_isnil(lua, -1) ? 1 : 2;
}

bool is_list(lua_State* lua, int index) {
  const Object* object = object_at(lua, index);
  return object != nullptr && object->kind == Kind::list;
}

void push_object_name(lua_State* lua, int index) {
  const Object* object = object_at(lua, index);
  if (object == nullptr) {
    lua_pushliteral(lua, "userdata");
  } else if (object->kind == Kind::decimal) {
    push_text(lua, to_string(static_cast<const DecimalObject*>(object)->value));
  } else {
    push_kind_name(lua, object->kind);
  }
}

const Object& check_object(lua_State* lua, int index, Kind kind) {
  index = lua_absindex(lua, index);
  const Object* object = object_at(lua, index);
  if (object == nullptr || object->kind != kind) {
    push_kind_name(lua, kind);
    wrong_object(lua, index, lua_tostring(lua, -1));
  }
  check_generation(lua, *object);
  return *object;
}

const Node& check_node(lua_State* lua, int index) {
  const Object* object = object_at(lua, index);
  if (object == nullptr || !is_node(object->kind)) wrong_object(lua, index, "Node");
  check_generation(lua, *object);
  return static_cast<const Node&>(*object);
}

const Node& check_node_field(lua_State* lua, int index, const char* what) {
  index = lua_absindex(lua, index);
  const Object* object = object_at(lua, index);
  if (object == nullptr || !is_node(object->kind)) {
    push_as_string(lua, index);
    const std::string given = lua_type(lua, index) == LUA_TUSERDATA ? lua_tostring(lua, -1) : luaL_typename(lua, index);
    raise(lua, std::string(what) + ": Node expected, got " + given);
  }
  check_generation(lua, *object);
  return static_cast<const Node&>(*object);
}

Node& push_node(lua_State* lua, Kind kind, const Anchor& anchor, Span span) {
  Node node;
  node.kind = kind;
  node.anchor = anchor;
  node.span = span;
  return push_object(lua, node, kind == Kind::match ? 1 : 0);
}

Node& push_part(lua_State* lua, Kind kind, const Node& from, Span part) {
  Node node;
  node.kind = kind;
  node.anchor = from.anchor;
  if (from.mapped != nullptr) {
    node.mapped = from.mapped;
    node.part = {from.part.begin + part.begin, from.part.begin + part.end};
    node.span = from.mapped->source(node.part);
  } else {
    node.span = {from.span.begin + part.begin, from.span.begin + part.end};
  }
  return push_object(lua, node, kind == Kind::match ? 1 : 0);
}

void push_list(lua_State* lua, const Anchor& anchor, std::size_t count, PushItem push, ItemText text) {
  List list;
  list.kind = Kind::list;
  list.anchor = anchor;
  list.count = count;
  list.push = push;
  list.text = text;
  push_object(lua, list);
}

std::string_view searched_text(const Node& node) {
  return node.mapped != nullptr ? text_of(node) : report_of(node).source->slice(node.span);
}

std::string_view text_of(const Node& node) {
  if (node.mapped != nullptr) return node.mapped->text().substr(node.part.begin, node.part.size());
  if (node.kind == Kind::label) {
    const auto* table = static_cast<const Table*>(node.anchor.what);
    switch (node.anchor.kind) {
      case Kind::row:
        return table->rows[node.anchor.row].label.text;
      case Kind::column:
        return table->columns[node.anchor.column].label.text;
      case Kind::heading:
        return table->headings[node.anchor.row].label.text;
      default:
        return table->caption.text;
    }
  }
  if (node.kind == Kind::column) {
    return static_cast<const Table*>(node.anchor.what)->columns[node.anchor.column].label.text;
  }
  return report_of(node).source->slice(node.span);
}

std::string place_of(const Node& node) {
  const Anchor& anchor = node.anchor;
  const auto section_place = [](const std::string& id) {
    return id.empty() ? std::string() : id == "preface" ? id : "section/" + id;
  };
  switch (anchor.kind) {
    case Kind::title:
      return "title";
    case Kind::organ:
      return static_cast<const Organ*>(anchor.what)->doubtful ? std::string() : "title";
    case Kind::paragraph:
      return anchor.owner == nullptr ? "preface" : "section/" + static_cast<const Section*>(anchor.owner)->id;
    case Kind::section:
      return "section/" + static_cast<const Section*>(anchor.what)->id;
    case Kind::form_section:
      return "section/" + static_cast<const FormSection*>(anchor.what)->id;
    case Kind::claim:
      return section_place(static_cast<const Claim*>(anchor.what)->section);
    case Kind::mention:
      return section_place(static_cast<const Mention*>(anchor.what)->section);
    case Kind::trend:
      return section_place(static_cast<const Trend*>(anchor.what)->stated.section);
    case Kind::table:
    case Kind::heading:
    case Kind::extra_row:
    case Kind::extra_column:
      return static_cast<const Table*>(anchor.what)->id;
    case Kind::row: {
      const auto* table = static_cast<const Table*>(anchor.what);
      return table->id + "/" + table->rows[anchor.row].id;
    }
    case Kind::column: {
      const auto* table = static_cast<const Table*>(anchor.what);
      return table->id + "/header/" + table->columns[anchor.column].id;
    }
    case Kind::cell: {
      const auto* table = static_cast<const Table*>(anchor.what);
      return table->id + "/" + table->rows[anchor.row].id + "/" + table->columns[anchor.column].id;
    }
    default:
      return {};
  }
}

}  // namespace gialint::lua
