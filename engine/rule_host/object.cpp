#include "engine/rule_host/object.hpp"

#include <algorithm>
#include <new>
#include <optional>
#include <utility>

#include "engine/document/repetition.hpp"
#include "engine/rule_host/name_api.hpp"
#include "engine/rule_host/rule_run.hpp"
#include "engine/rule_host/sandbox.hpp"
#include "engine/text/normalize.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {

namespace {

// Metatables stand in the registry from here on, by kind; the two integers before are Lua's.
constexpr lua_Integer first_metatable = 16;

// What a search takes. RE2 is as much faster than the VM when its automaton has few states; an expression that gives it
// too many makes it follow all of its instructions at once, and whether it will nobody can tell before.
constexpr std::uint64_t searched_bytes_per_step = 16;
constexpr std::uint64_t instructions_per_price = 64;  // that many take as long as the bytes alone

// What compiling takes: so much in any case, for each byte, and for each instruction that comes of it.
constexpr std::uint64_t compile_price = 2000;
constexpr std::uint64_t compile_price_of_byte = 100;
constexpr std::uint64_t compile_price_of_instruction = 20;

// In find_all each search may look at all that is left of the text before it knows how far its match goes. Few do, so
// that this charges little and leaves the rest to the clock.
constexpr std::uint64_t unused_bytes_per_step = 2048;

std::uint64_t price_of_text(std::string_view expression) {
  return compile_price + compile_price_of_byte * static_cast<std::uint64_t>(expression.size());
}

[[noreturn]] void wrong_object(lua_State* lua, int index, const char* wanted) {
  push_as_string(lua, index);
  const char* given = lua_tostring(lua, -1);
  const std::string what = std::string(wanted) + " expected, got " +
                           (lua_type(lua, index) == LUA_TUSERDATA ? given : luaL_typename(lua, index));
  luaL_argerror(lua, index, lua_pushlstring(lua, what.data(), what.size()));
  __builtin_unreachable();
}

// Also turns to the object's report: the binding that goes on works on that one.
void check_generation(lua_State* lua, const Object& object) {
  if (object.kind > Kind::list) {
    return;
  }
  RuleRun* run = LuaState::of(lua).run;
  const bool running = run != nullptr && (run->report != nullptr || run->corpus != nullptr);
  if (!running || run->generation != object.generation) {
    raise(lua, "stale object: it belongs to another report");
  }
  run->report = object.previous ? run->previous : run->own;
}

void push_metatable_name(lua_State* lua, Kind kind) {
  lua_rawgeti(lua, LUA_REGISTRYINDEX, first_metatable + static_cast<lua_Integer>(kind));
  if (lua_istable(lua, -1)) {
    lua_getfield(lua, -1, "__name");
    lua_remove(lua, -2);
  } else {
    lua_pop(lua, 1);
    lua_pushliteral(lua, "library");
  }
}

// Upvalues: the members by name, and the list of them.
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
  push_metatable_name(lua, self.kind);
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
    if (!nearest.empty()) {
      what += "; did you mean '" + std::string(nearest) + "'?";
    }
  }
  raise(lua, what);
}

int same_node(lua_State* lua) {
  const Object* left = object_at(lua, 1);
  const Object* right = object_at(lua, 2);
  bool same = false;
  if (left != nullptr && right != nullptr && left->kind == right->kind && left->kind < Kind::list &&
      left->generation == right->generation && left->previous == right->previous) {
    const auto& a = static_cast<const Node&>(*left);
    const auto& b = static_cast<const Node&>(*right);
    same = a.anchor == b.anchor && a.span == b.span && a.mapped == b.mapped && a.part == b.part;
  }
  lua_pushboolean(lua, same ? 1 : 0);
  return 1;
}

const List& check_list(lua_State* lua, int index) {
  return static_cast<const List&>(check_object(lua, index, Kind::list));
}

// Pushes the item, nil where there is none.
void push_item(lua_State* lua, const List& list, lua_Integer index) {
  if (index < 1 || static_cast<std::uint64_t>(index) > list.count) {
    lua_pushnil(lua);
  } else {
    list.push(lua, list.anchor, static_cast<std::size_t>(index - 1));
  }
}

// The upvalue holds the methods.
int get_item(lua_State* lua) {
  const List& list = check_list(lua, 1);
  if (lua_isinteger(lua, 2) != 0) {
    push_item(lua, list, lua_tointeger(lua, 2));
    return 1;
  }
  lua_pushvalue(lua, 2);
  if (lua_isnil(lua, 2) || lua_rawget(lua, lua_upvalueindex(1)) != LUA_TFUNCTION) {
    push_as_string(lua, 2);  // never an address
    const std::string_view given = text_argument(lua, -1);
    raise(lua, "a list takes whole numbers as index, not '" + std::string(given.substr(0, 60)) + "'");
  }
  return 1;
}

int count_items(lua_State* lua) {
  lua_pushinteger(lua, static_cast<lua_Integer>(check_list(lua, 1).count));
  return 1;
}

// ---- what every node answers to

const Search& check_pattern(lua_State* lua, int index) {
  const std::string_view expression = text_argument(lua, index);
  LuaState& state = LuaState::of(lua);
  RuleRun& run = *state.run;
  const Search* search = run.patterns.find(expression);
  if (search == nullptr) {
    // Before the work, so that a long expression is not read by a rule that cannot pay for it.
    if (state.steps_left() < price_of_text(expression)) {
      state.charge(price_of_text(expression));
    }
    const Result<const Search*> compiled = run.patterns.compile(expression, run.compile);
    if (!compiled) {
      raise(lua, "regular expression: " + compiled.failure().what);
    }
    search = *compiled;
  }
  if (search->paid_in != run.number) {
    search->paid_in = run.number;
    state.charge(search->price);
  }
  return *search;
}

// Takes the steps for searching `bytes` bytes that are not ruled out.
void pay_search(lua_State* lua, const Search& search, std::size_t bytes) {
  LuaState::of(lua).charge(bytes * (instructions_per_price + search.pattern.cost()) /
                           (instructions_per_price * searched_bytes_per_step));
}

// Whether a search of `text` can be spared: a whole paragraph, or the whole report, which many rules search.
bool is_ruled_out(lua_State* lua, const Search& search, std::string_view text) {
  auto& signatures = LuaState::of(lua).run->signatures;
  auto found = signatures.find(text.data());
  if (found == signatures.end()) {
    found = signatures.emplace(text.data(), text).first;
  }
  return !search.prefilter.admits(found->second);
}

// A node whose text others search too.
bool is_whole(const Node& node) { return node.kind == Kind::paragraph || node.kind == Kind::report; }

void push_match(lua_State* lua, const Node& from, const Pattern::Match& match) {
  push_part(lua, Kind::match, from, match.span);
  if (match.groups.empty()) {
    return;
  }
  lua_createtable(lua, static_cast<int>(match.groups.size()), 0);
  for (std::size_t i = 0; i < match.groups.size(); ++i) {
    if (match.groups[i]) {
      push_part(lua, Kind::point, from, *match.groups[i]);
    } else {
      lua_pushboolean(lua, 0);
    }
    lua_rawseti(lua, -2, static_cast<lua_Integer>(i) + 1);
  }
  lua_setiuservalue(lua, -2, 1);
}

int find(lua_State* lua) {
  const Node& node = check_node(lua, 1);
  const Search& search = check_pattern(lua, 2);
  const std::string_view text = searched_text(report_of(lua), node);
  LuaState::of(lua).charge(8 + text.size() / searched_bytes_per_step);
  std::optional<Pattern::Match> match;
  if (!is_whole(node) || !is_ruled_out(lua, search, text)) {
    pay_search(lua, search, text.size());
    match = search.pattern.find(text);
  }
  if (match) {
    push_match(lua, node, *match);
  } else {
    lua_pushnil(lua);
  }
  return 1;
}

int find_all(lua_State* lua) {
  const Node& node = check_node(lua, 1);
  const Search& search = check_pattern(lua, 2);
  const std::string_view text = searched_text(report_of(lua), node);
  LuaState::of(lua).charge(8 + text.size() / searched_bytes_per_step);
  lua_newtable(lua);
  lua_Integer count = 0;
  if (is_whole(node) && is_ruled_out(lua, search, text)) {
    return 1;
  }
  pay_search(lua, search, text.size());
  search.pattern.for_each(text, [&](const Pattern::Match& match) {
    LuaState::of(lua).charge(8 + (text.size() - match.span.begin) / unused_bytes_per_step);
    push_match(lua, node, match);
    lua_rawseti(lua, -2, ++count);
  });
  return 1;
}

const List& check_searchable(lua_State* lua) {
  const List& list = check_list(lua, 1);
  if (list.text == nullptr) {
    raise(lua, "only lists of paragraphs can be searched");
  }
  return list;
}

// The text of item `index` of a list, its search paid for.
std::string_view text_to_search(lua_State* lua, const List& list, std::size_t index) {
  const std::string_view text = list.text(list.anchor, index);
  LuaState::of(lua).charge(1 + text.size() / searched_bytes_per_step);
  return text;
}

int find_in_list(lua_State* lua) {
  const List& list = check_searchable(lua);
  const Search& search = check_pattern(lua, 2);
  for (std::size_t index = 0; index < list.count; ++index) {
    const std::string_view text = text_to_search(lua, list, index);
    if (is_ruled_out(lua, search, text)) {
      continue;
    }
    pay_search(lua, search, text.size());
    if (const auto match = search.pattern.find(text)) {
      list.push(lua, list.anchor, index);
      push_match(lua, check_node(lua, -1), *match);
      return 1;
    }
  }
  lua_pushnil(lua);
  return 1;
}

int items_with(lua_State* lua) {
  const List& list = check_searchable(lua);
  const Search& search = check_pattern(lua, 2);
  lua_newtable(lua);
  lua_Integer count = 0;
  for (std::size_t index = 0; index < list.count; ++index) {
    const std::string_view text = text_to_search(lua, list, index);
    if (is_ruled_out(lua, search, text)) {
      continue;
    }
    pay_search(lua, search, text.size());
    if (search.pattern.is_in(text)) {
      list.push(lua, list.anchor, index);
      lua_rawseti(lua, -2, ++count);
    }
  }
  return 1;
}

int matches(lua_State* lua) {
  const Node& node = check_node(lua, 1);
  const Search& search = check_pattern(lua, 2);
  const std::string_view text = text_of(report_of(lua), node);
  LuaState::of(lua).charge(8);
  pay_search(lua, search, text.size());
  lua_pushboolean(lua, search.pattern.matches_whole(text) ? 1 : 0);
  return 1;
}

int sub(lua_State* lua) {
  const Node& node = check_node(lua, 1);
  const std::string_view text = searched_text(report_of(lua), node);
  LuaState::of(lua).charge(1 + text.size() / 4);
  std::vector<std::uint32_t> starts;
  for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).length) {
    starts.push_back(static_cast<std::uint32_t>(at));
  }
  const auto count = static_cast<lua_Integer>(starts.size());
  starts.push_back(static_cast<std::uint32_t>(text.size()));
  lua_Integer begin = check_integer(lua, 2);
  lua_Integer end = lua_isnoneornil(lua, 3) ? -1 : check_integer(lua, 3);
  if (begin < 0) {
    begin = std::max<lua_Integer>(begin, -count) + count + 1;
  }
  if (end < 0) {
    end = std::max<lua_Integer>(end, -count - 1) + count + 1;
  }
  begin = std::clamp<lua_Integer>(begin, 1, count + 1);
  end = std::clamp<lua_Integer>(end, begin - 1, count);
  push_part(lua, Kind::point, node,
            {starts[static_cast<std::size_t>(begin - 1)], starts[static_cast<std::size_t>(end)]});
  return 1;
}

int start(lua_State* lua) {
  const Node& node = check_node(lua, 1);
  push_point(lua, node.anchor, {node.span.begin, node.span.begin});
  return 1;
}

int finish(lua_State* lua) {
  const Node& node = check_node(lua, 1);
  push_point(lua, node.anchor, {node.span.end, node.span.end});
  return 1;
}

int push_repetitions(lua_State* lua, const Node& node, const std::vector<Repetition>& repetitions) {
  lua_newtable(lua);
  lua_Integer count = 0;
  for (const Repetition& repetition : repetitions) {
    LuaState::of(lua).charge(8);
    lua_createtable(lua, 0, 5);
    push_part(lua, Kind::point, node, repetition.first);
    lua_setfield(lua, -2, "first");
    push_part(lua, Kind::point, node, repetition.second);
    lua_setfield(lua, -2, "second");
    push_part(lua, Kind::point, node, hull(repetition.first, repetition.second));
    lua_setfield(lua, -2, "whole");
    lua_pushinteger(lua, static_cast<lua_Integer>(repetition.length));
    lua_setfield(lua, -2, "length");
    const bool blank = repetition.length == 1 && repetition.first.end < repetition.second.begin;
    lua_pushboolean(lua, blank ? 1 : 0);
    lua_setfield(lua, -2, "blank");
    lua_rawseti(lua, -2, ++count);
  }
  return 1;
}

int repeats(lua_State* lua) {
  const Node& node = check_node(lua, 1);
  const lua_Integer least = check_integer(lua, 2);
  luaL_argcheck(lua, least >= 1, 2, "at least 1");
  const std::string_view text = searched_text(report_of(lua), node);
  LuaState::of(lua).charge(1 + text.size() / 2);
  return push_repetitions(lua, node, find_repetitions(text, static_cast<std::size_t>(least)));
}

int doubled(lua_State* lua) {
  const Node& node = check_node(lua, 1);
  const std::string_view text = searched_text(report_of(lua), node);
  LuaState::of(lua).charge(1 + text.size() / 2);
  return push_repetitions(lua, node, find_doubled(text, report_of(lua).edition().phrases));
}

void get_text(lua_State* lua, const Node& self) { push_text(lua, text_of(report_of(lua), self)); }

void get_folded(lua_State* lua, const Node& self) {
  const std::string_view text = text_of(report_of(lua), self);
  LuaState::of(lua).charge(1 + 4 * text.size());
  push_text(lua, to_utf8(fold_text(text)));
}

void get_place(lua_State* lua, const Node& self) {
  LuaState::of(lua).charge(8);
  push_text(lua, place_of(self));
}

void get_line(lua_State* lua, const Node& self) {
  lua_pushinteger(lua, report_of(lua).source->lines().line_of(self.span.begin));
}

void get_column(lua_State* lua, const Node& self) {
  const SourceText& source = *report_of(lua).source;
  const Span line = source.lines().line_span(source.text(), source.lines().line_of(self.span.begin));
  LuaState::of(lua).charge(1 + (self.span.begin - line.begin) / 4);
  lua_pushinteger(lua, source.position(self.span.begin, ColumnUnit::code_point).column);
}

void get_empty(lua_State* lua, const Node& self) { lua_pushboolean(lua, self.span.empty() ? 1 : 0); }

void get_groups(lua_State* lua, const Node& /*self*/) {
  if (lua_getiuservalue(lua, 1, 1) != LUA_TTABLE) {
    lua_pop(lua, 1);
    lua_newtable(lua);
  }
}

// Adds `members` to the table at the top of the stack.
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

template <class T>
T& push_object(lua_State* lua, const T& object, int values = 0) {
  T* made = new (lua_newuserdatauv(lua, sizeof(T), values)) T(object);
  if (object.kind <= Kind::list) {
    const RuleRun& run = *LuaState::of(lua).run;
    made->generation = run.generation;
    made->previous = run.report != run.own;
  }
  set_kind(lua, object.kind);
  return *made;
}

}  // namespace

const Search* PatternCache::find(std::string_view expression) {
  if (const auto found = recent_.find(expression); found != recent_.end()) {
    return &found->second;
  }
  const auto found = older_.find(expression);
  return found == older_.end() ? nullptr : keep(older_.extract(found));
}

Result<const Search*> PatternCache::compile(std::string_view expression, PatternCompile when) {
  Result<Pattern> compiled =
      when == PatternCompile::now ? Pattern::compile(expression) : Result<Pattern>(Pattern::deferred(expression));
  if (!compiled) {
    return compiled.failure();
  }
  Search search{*std::move(compiled), Prefilter(expression), price_of_text(expression)};
  if (when == PatternCompile::now) {
    search.price += compile_price_of_instruction * search.pattern.cost();
  }
  Searches one;
  one.emplace(expression, std::move(search));
  return keep(one.extract(one.begin()));
}

const Search* PatternCache::keep(Searches::node_type search) {
  if (recent_.size() >= most || instructions_ > most_instructions) {
    older_ = std::exchange(recent_, {});
    instructions_ = 0;
  }
  // Known from the price alone, since an expression that waits for its first use is not to be compiled here.
  instructions_ += search.mapped().price / compile_price_of_instruction;
  return &recent_.insert(std::move(search)).position->second;
}

const std::vector<Member>& node_members() {
  static const std::vector<Member> members = {
      {"text", "string", "as printed; of paragraphs and the title the joined text, without the layout's line breaks",
       get_text},
      {"folded", "string", "`text` without layout, punctuation, width and case: compare wordings with it", get_folded},
      {"place", "string",
       "the model path: \"requests/new_received/total\", \"section/overall\"; of what is found inside a node the "
       "node's; \"\" in the raw text",
       get_place},
      {"line", "integer", "from 1: for ordering only", get_line},
      {"column", "integer", "from 1, in code points: for ordering only", get_column},
      {"empty", "boolean", "zero-width: a missing thing stands so where it ought to be", get_empty},
      {"find", "(re: string): gialint.Match?", "the first match of an RE2 expression in `text`", nullptr,
       guarded<find>},
      {"find_all", "(re: string): gialint.Match[]", "all matches, from left to right, none overlapping", nullptr,
       guarded<find_all>},
      {"matches", "(re: string): boolean", "whether the whole `text` matches", nullptr, guarded<matches>},
      {"sub", "(i: integer, j?: integer): gialint.Node",
       "code points i to j (default -1) of `text`; negative ones count from the end", nullptr, guarded<sub>},
      {"start", "(): gialint.Node", "zero-width, at its beginning", nullptr, guarded<start>},
      {"finish", "(): gialint.Node", "zero-width, at its end", nullptr, guarded<finish>},
      {"repeats", "(least: integer): gialint.Repetition[]",
       "the same Chinese character on both sides of blanks, `least` characters and more directly repeated, a clause of "
       "six and more that comes again behind its mark",
       nullptr, guarded<repeats>},
      {"doubled", "(): gialint.Repetition[]", "characters that stand twice inside a wording of the form", nullptr,
       guarded<doubled>},
      {"names", "(table: string): gialint.Name[]",
       "the names of a name table of the pack (rules/names/TABLE.txt) in the node, the longest at each place", nullptr,
       guarded<find_names>},
  };
  return members;
}

void define_kind(lua_State* lua, Kind kind, const char* name, const char* doc, const std::vector<Member>& members) {
  LuaState::of(lua).classes.push_back({kind, name, doc, &members});
  lua_newtable(lua);
  lua_pushstring(lua, name);
  lua_setfield(lua, -2, "__name");
  lua_newtable(lua);
  if (is_node(kind)) {
    add_members(lua, node_members());
  }
  add_members(lua, members);
  lua_pushcclosure(lua, guarded<get_member>, 1);
  lua_setfield(lua, -2, "__index");
  if (kind < Kind::list) {
    lua_pushcfunction(lua, same_node);
    lua_setfield(lua, -2, "__eq");
  }
  lua_rawseti(lua, LUA_REGISTRYINDEX, first_metatable + static_cast<lua_Integer>(kind));
}

void define_operator(lua_State* lua, Kind kind, const char* event, lua_CFunction function) {
  lua_rawgeti(lua, LUA_REGISTRYINDEX, first_metatable + static_cast<lua_Integer>(kind));
  lua_pushcfunction(lua, function);
  lua_setfield(lua, -2, event);
  lua_pop(lua, 1);
}

void set_kind(lua_State* lua, Kind kind) {
  lua_rawgeti(lua, LUA_REGISTRYINDEX, first_metatable + static_cast<lua_Integer>(kind));
  lua_setmetatable(lua, -2);
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
    push_metatable_name(lua, object->kind);
  }
}

const Object& check_object(lua_State* lua, int index, Kind kind) {
  index = lua_absindex(lua, index);
  const Object* object = object_at(lua, index);
  if (object == nullptr || object->kind != kind) {
    push_metatable_name(lua, kind);
    wrong_object(lua, index, lua_tostring(lua, -1));
  }
  check_generation(lua, *object);
  return *object;
}

const Node& check_node(lua_State* lua, int index) {
  const Object* object = object_at(lua, index);
  if (object == nullptr || !is_node(object->kind)) {
    wrong_object(lua, index, "Node");
  }
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

const Report& report_of(lua_State* lua) {
  const RuleRun* run = LuaState::of(lua).run;
  if (run == nullptr || run->report == nullptr) {
    raise(lua, "there is no report yet");
  }
  return *run->report;
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

void push_strings(lua_State* lua, const std::vector<std::string>& strings) {
  Anchor anchor;
  anchor.what = &strings;
  push_list(lua, anchor, strings.size(), [](lua_State* state, const Anchor& list, std::size_t index) {
    push_text(state, (*static_cast<const std::vector<std::string>*>(list.what))[index]);
  });
}

void push_optional(lua_State* lua, const std::optional<int>& value) {
  if (value) {
    lua_pushinteger(lua, *value);
  } else {
    lua_pushnil(lua);
  }
}

std::string_view searched_text(const Report& report, const Node& node) {
  return node.mapped != nullptr ? text_of(report, node) : report.source->slice(node.span);
}

std::string_view text_of(const Report& report, const Node& node) {
  if (node.mapped != nullptr) {
    return node.mapped->text().substr(node.part.begin, node.part.size());
  }
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
  return report.source->slice(node.span);
}

std::string place_of(const Node& node) {
  const Anchor& anchor = node.anchor;
  const auto section_place = [](const std::string& id) {
    return id.empty() ? std::string() : id == "preface" ? id : "section/" + id;
  };
  switch (anchor.kind) {
    case Kind::title:
      return "title";
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

void open_node_api(lua_State* lua) {
  static const std::vector<Member> none;
  static const std::vector<Member> match = {
      {"groups", "(gialint.Node|false)[]", "a node for each group, false where a group took no part", get_groups},
  };
  define_kind(lua, Kind::point, "Node", "whatever has a place in the report", none);
  define_kind(lua, Kind::match, "Match", "what an expression found", match);
  define_kind(lua, Kind::list, "list", "of the model: #, [i], ipairs, pairs", none);
  lua_rawgeti(lua, LUA_REGISTRYINDEX, first_metatable + static_cast<lua_Integer>(Kind::list));
  lua_newtable(lua);
  lua_pushcfunction(lua, guarded<find_in_list>);
  lua_setfield(lua, -2, "find");
  lua_pushcfunction(lua, guarded<items_with>);
  lua_setfield(lua, -2, "with");
  lua_pushcclosure(lua, guarded<get_item>, 1);
  lua_setfield(lua, -2, "__index");
  lua_pop(lua, 1);
  define_operator(lua, Kind::list, "__len", guarded<count_items>);
}

}  // namespace gialint
