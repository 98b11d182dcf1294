#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <lua.hpp>

#include "engine/report/report.hpp"
#include "engine/rule_host/lua_state.hpp"
#include "engine/text/decimal.hpp"
#include "engine/text/mapped_text.hpp"
#include "engine/text/span.hpp"

namespace gialint {

// What rules hold in their hands: small userdata that point into the Report of the run. They are valid in the run
// that made them alone: each carries its generation, which every use compares, so a pointer is never followed
// after its report is gone. Each also says whether it is of the report that is checked or of last year's; what is made
// from an object belongs to the same report.

/// What an object is to a rule. Those up to `match` have a place in the report.
enum class Kind : std::uint8_t {
  report,
  title,
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

constexpr bool is_node(Kind kind) { return kind <= Kind::match; }

/// What every userdata begins with.
struct Object {
  Kind kind = Kind::library;
  bool previous = false;  ///< of last year's report
  std::uint32_t generation = 0;
};

/// Which model object it is. `what` is the object itself, or the Table of a row, column, cell, label.
struct Anchor {
  Kind kind = Kind::report;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  const void* what = nullptr;
  const void* owner = nullptr;  ///< Section of a paragraph, FormTable of a form row, Table of a broken identity
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
/// What all nodes answer to.
const std::vector<Member>& node_members();
/// Adds a metamethod to the metatable of `kind`.
void define_operator(lua_State* lua, Kind kind, const char* event, lua_CFunction function);
/// Gives a fresh userdata at the top of the stack the metatable of `kind`.
void set_kind(lua_State* lua, Kind kind);

/// The object at `index`, or nullptr when there is something else.
inline Object* object_at(lua_State* lua, int index) {
  return lua_type(lua, index) == LUA_TUSERDATA ? static_cast<Object*>(lua_touserdata(lua, index)) : nullptr;
}
bool is_list(lua_State* lua, int index);
/// Pushes what kind of object stands at `index`, in Lua's words for it: "Cell".
void push_object_name(lua_State* lua, int index);

/// The object at `index` as `kind`; a Lua error when it is none, or of another report.
const Object& check_object(lua_State* lua, int index, Kind kind);
/// The node at `index` with a place; a Lua error otherwise.
const Node& check_node(lua_State* lua, int index);
inline const Node& check_kind(lua_State* lua, int index, Kind kind) {
  return static_cast<const Node&>(check_object(lua, index, kind));
}
/// As check_node for a value in a table given by the rule; `what` names it in the error.
const Node& check_node_field(lua_State* lua, int index, const char* what);

/// The report that the object checked last belongs to. A Lua error outside of a run.
const Report& report_of(lua_State* lua);

/// The model object itself; only for nodes whose anchor is of that type.
template <class T>
const T& as(const Node& node) {
  return *static_cast<const T*>(node.anchor.what);
}

/// The text at `index`, whose bytes are paid for as what is looked at once; a Lua error when there is none.
inline std::string_view text_argument(lua_State* lua, int index) {
  std::size_t size = 0;
  const char* text = luaL_checklstring(lua, index, &size);
  LuaState::of(lua).charge(size / 16);
  return {text, size};
}

/// The whole number at `index`; a Lua error when there is none. A string is none, since Lua would read all of it.
inline lua_Integer check_integer(lua_State* lua, int index) {
  luaL_checktype(lua, index, LUA_TNUMBER);
  return luaL_checkinteger(lua, index);
}

Node& push_node(lua_State* lua, Kind kind, const Anchor& anchor, Span span);
/// A node for `part` of `from`'s text.
Node& push_part(lua_State* lua, Kind kind, const Node& from, Span part);
/// A node for `span` of the source that belongs to `anchor`.
inline Node& push_point(lua_State* lua, const Anchor& anchor, Span span) {
  return push_node(lua, Kind::point, anchor, span);
}
void push_list(lua_State* lua, const Anchor& anchor, std::size_t count, PushItem push, ItemText text = nullptr);
/// Pushes the next item of the list at stack index 1 and its number, after the number at index 2; nil after the last.
int next_item(lua_State* lua);
void push_strings(lua_State* lua, const std::vector<std::string>& strings);

inline void push_text(lua_State* lua, std::string_view text) { lua_pushlstring(lua, text.data(), text.size()); }
/// An integer when it is whole, else a Decimal.
void push_number(lua_State* lua, Decimal value);
/// The number at `index`, when it is an integer or a Decimal.
std::optional<Decimal> number_at(lua_State* lua, int index);
void push_optional(lua_State* lua, const std::optional<int>& value);

/// The text of a node as printed.
std::string_view text_of(const Report& report, const Node& node);
/// The text in which a node finds things, whose bytes push_part() takes: of labels the raw source, since their joined
/// text does not map back.
std::string_view searched_text(const Report& report, const Node& node);
/// The model path of a node; empty when it has none.
std::string place_of(const Node& node);

/// A binding: std exceptions become Lua errors, Lua's own pass through.
template <int (*Function)(lua_State*)>
int guarded(lua_State* lua) {
  char what[200];  // NOLINT(modernize-avoid-c-arrays): must not need destruction when the error is raised
  try {
    return Function(lua);
  } catch (const std::exception& exception) {
    std::size_t size = 0;
    for (const char* c = exception.what(); *c != '\0' && size + 1 < sizeof what; ++c) {
      what[size++] = *c;
    }
    what[size] = '\0';
  }
  return luaL_error(lua, "%s", what);
}

/// All objects and their members; called once for a new state, unprotected.
void open_report_api(lua_State* lua);

// Its parts.
void open_node_api(lua_State* lua);
void open_table_api(lua_State* lua);
void open_claim_api(lua_State* lua);
void open_form_api(lua_State* lua);
void open_history_api(lua_State* lua);
void open_corpus_api(lua_State* lua);
void open_number_api(lua_State* lua);
void open_context_api(lua_State* lua);

// Pushers that several parts of the API share.
/// The report that is checked, or last year's.
void push_report(lua_State* lua, bool previous = false);
void push_context(lua_State* lua);
void push_form(lua_State* lua, const Edition* edition);
void push_form_section(lua_State* lua, const FormSection* section);
void push_form_table(lua_State* lua, const FormTable* table);
void push_form_row(lua_State* lua, const FormTable* table, std::size_t row);
void push_form_column(lua_State* lua, const FormTable* table, std::size_t column);
void push_table(lua_State* lua, const Table* table);
void push_row(lua_State* lua, const Table* table, std::size_t row);
void push_column(lua_State* lua, const Table* table, std::size_t column);
void push_cell(lua_State* lua, const Table* table, std::size_t row, std::size_t column);
void push_tables(lua_State* lua);
void push_claims(lua_State* lua);
void push_mentions(lua_State* lua);
void push_breakdowns(lua_State* lua);
void push_shares(lua_State* lua);
void push_trends(lua_State* lua);
/// The sum of the cells in `cells`; nil when one of them does not count or it has more than 18 digits.
void push_sum(lua_State* lua, const std::vector<const Cell*>& cells);
/// The cell at `index`; a Lua error when there is something else.
const Cell& check_cell(lua_State* lua, int index);
const char* match_name(WordingMatch match);
void push_cross_years(lua_State* lua, const std::vector<FormCrossYear>& relations);
void push_roll_ups(lua_State* lua, const std::vector<FormRollUp>& relations);
void push_corpus(lua_State* lua);
/// The report of the corpus that the digest or figure at `index` belongs to, and its place in the model; a Lua error
/// when there is something else, which `what` names.
std::size_t check_corpus_place(lua_State* lua, int index, const char* what, std::string& place);
/// section:likeness(other)
int compare_sections(lua_State* lua);

static_assert(std::is_trivially_destructible_v<Node> && std::is_trivially_destructible_v<List> &&
                  std::is_trivially_destructible_v<DecimalObject> && std::is_trivially_destructible_v<EditObject>,
              "userdata have no __gc: nothing would destroy them");

}  // namespace gialint
