#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include <lua.hpp>

#include "engine/report/report.hpp"
#include "engine/rule_host/lua_state.hpp"
#include "engine/text/decimal.hpp"
#include "engine/text/mapped_text.hpp"
#include "engine/text/span.hpp"

/// The bindings: what Lua sees of a report, and how.
namespace gialint::lua {

// The userdata that rules work with are small and point into the reports of the run. They are valid in the run that
// made them alone: each carries its generation, which every use compares, so that no pointer is followed after its
// report is gone.

/// What an object is to a rule. The order draws three borders, which is_node, is_of_model and is_of_run name.
enum class Kind : std::uint8_t {
  report,
  title,
  organ,  ///< where the report says whose it is
  paragraph,
  section,
  table,
  row,
  column,
  label,
  cell,
  extra_row,
  extra_column,
  heading,
  claim,
  mention,
  trend,
  point,  ///< any other piece of the report: a gap, a part of a node
  match,
  form,
  form_section,
  form_topic,
  form_table,
  form_row,
  form_column,
  cross_year,
  roll_up,
  corpus,
  region,
  digest,
  figure,  ///< a cell of a digest: a place
  explanation,
  broken,
  candidate,
  hint,
  reading,
  breakdown,
  share,
  list,
  decimal,
  edit,
  edits,  ///< ctx.edit
  context,
  library,  ///< string, table, …: belongs to no report
};
constexpr std::size_t kind_count = static_cast<std::size_t>(Kind::library) + 1;

/// Whether objects of the kind have a place in a report.
constexpr bool is_node(Kind kind) { return kind <= Kind::match; }
/// Whether they are a Node each, which stands for one thing of the model and equals others by it.
constexpr bool is_of_model(Kind kind) { return kind < Kind::list; }
/// Whether they are stale once the run that made them is over.
constexpr bool is_of_run(Kind kind) { return kind <= Kind::list; }

/// What every userdata begins with.
struct Object {
  Kind kind = Kind::library;
  std::uint32_t generation = 0;
};

/// Which thing of the model an object stands for, and in which report. Whatever is made from an object is anchored
/// from its anchor, and so belongs to the same report.
struct Anchor {
  const Report* report = nullptr;  ///< null for what belongs to a form or to a corpus
  Kind kind = Kind::report;
  const void* what = nullptr;   ///< the thing itself, or the Table of a row, column, cell, label
  const void* owner = nullptr;  ///< Section of a paragraph, FormTable of a form row, Table of a broken identity
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  friend bool operator==(const Anchor&, const Anchor&) = default;
};

/// An object of the model. What is found inside another node (match, point) keeps that node's anchor, and so its
/// model path.
struct Node : Object {
  Anchor anchor;
  Span span;                           ///< in the source
  const MappedText* mapped = nullptr;  ///< where its text is joined text
  Span part;                           ///< then: the bytes of it
};

using PushItem = void (*)(lua_State* lua, const Anchor& list, std::size_t index);

/// The text of an item that is a node.
using ItemText = std::string_view (*)(const Anchor& list, std::size_t index);

/// A vector of the model, whose items are made when asked for.
struct List : Object {
  Anchor anchor;
  std::size_t count = 0;
  PushItem push = nullptr;
  ItemText text = nullptr;  ///< of a list that can be searched, without making its items
};

struct DecimalObject : Object {
  Decimal value;
};

/// A change to the source; its text is the userdata's value.
struct EditObject : Object {
  Span span;
  bool number = false;  ///< of a cell, claim or mention
  bool torn = false;    ///< something else stands between the words that it replaces: markup, another column
};

static_assert(std::is_trivially_destructible_v<Node> && std::is_trivially_destructible_v<List> &&
                  std::is_trivially_destructible_v<DecimalObject> && std::is_trivially_destructible_v<EditObject>,
              "userdata have no __gc: nothing would destroy them");

/// The object at `index`, or nullptr when there is something else.
inline Object* object_at(lua_State* lua, int index) {
  return lua_type(lua, index) == LUA_TUSERDATA ? static_cast<Object*>(lua_touserdata(lua, index)) : nullptr;
}
bool is_list(lua_State* lua, int index);
/// Pushes what kind of object stands at `index`, in Lua's words for it: "Cell".
void push_object_name(lua_State* lua, int index);

/// The object at `index` as `kind`; a Lua error when it is none, or stale.
const Object& check_object(lua_State* lua, int index, Kind kind);
/// The node at `index` with a place; a Lua error otherwise.
const Node& check_node(lua_State* lua, int index);
inline const Node& check_kind(lua_State* lua, int index, Kind kind) {
  return static_cast<const Node&>(check_object(lua, index, kind));
}
inline const List& check_list(lua_State* lua, int index) {
  return static_cast<const List&>(check_object(lua, index, Kind::list));
}
/// As check_node for a value in a table given by the rule; `what` names it in the error.
const Node& check_node_field(lua_State* lua, int index, const char* what);
/// A Lua error when the run that made the object is over.
void check_generation(lua_State* lua, const Object& object);

/// The report that a node of one belongs to: the one that is checked, or last year's.
inline const Report& report_of(const Node& node) { return *node.anchor.report; }

/// The thing of the model itself; only for nodes whose anchor is of that type.
template <class T>
const T& as(const Node& node) {
  return *static_cast<const T*>(node.anchor.what);
}

Node& push_node(lua_State* lua, Kind kind, const Anchor& anchor, Span span);
/// A node for `anchor` itself.
inline Node& push_node(lua_State* lua, const Anchor& anchor, Span span = {}) {
  return push_node(lua, anchor.kind, anchor, span);
}
/// A node for `part` of `from`'s text.
Node& push_part(lua_State* lua, Kind kind, const Node& from, Span part);
/// A node for `span` of the source that belongs to `anchor`.
inline Node& push_point(lua_State* lua, const Anchor& anchor, Span span) {
  return push_node(lua, Kind::point, anchor, span);
}
void push_list(lua_State* lua, const Anchor& anchor, std::size_t count, PushItem push, ItemText text = nullptr);
/// Pushes item `index`, from 1; nil where there is none.
void push_item(lua_State* lua, const List& list, lua_Integer index);
/// Pushes the next item of the list at stack index 1 and its number, after the number at index 2; nil after the last.
int next_item(lua_State* lua);

/// The text of a node as printed.
std::string_view text_of(const Node& node);
/// The text in which a node finds things, whose bytes push_part() takes: of labels the raw source, since their joined
/// text does not map back.
std::string_view searched_text(const Node& node);
/// The model path of a node; empty when it has none.
std::string place_of(const Node& node);

}  // namespace gialint::lua
