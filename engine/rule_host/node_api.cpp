#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rule_host/api_class.hpp"
#include "engine/rule_host/lua_values.hpp"
#include "engine/rule_host/model_objects.hpp"
#include "engine/rule_host/rule_run.hpp"
#include "engine/rule_host/sandbox.hpp"
#include "engine/rule_host/text_api.hpp"
#include "engine/text/normalize.hpp"
#include "engine/text/unicode.hpp"

namespace gialint::lua {
namespace {

// What a search takes. RE2 is as much faster than the VM when its automaton has few states; an expression that gives it
// too many makes it follow all of its instructions at once, and whether it will nobody can tell before.
constexpr std::uint64_t searched_bytes_per_step = 16;
constexpr std::uint64_t instructions_per_price = 64;  // that many take as long as the bytes alone

// In find_all each search may look at all that is left of the text before it knows how far its match goes. Few do, so
// that this charges little and leaves the rest to the clock.
constexpr std::uint64_t unused_bytes_per_step = 2048;

const Search& check_pattern(lua_State* lua, int index) {
  const std::string_view expression = text_argument(lua, index);
  LuaState& state = LuaState::of(lua);
  RuleRun& run = *state.run;
  const Search* search = run.patterns.find(expression);
  if (search == nullptr) {
    // Before the work, so that a long expression is not read by a rule that cannot pay for it.
    if (state.steps_left() < PatternCache::least_price(expression)) state.charge(PatternCache::least_price(expression));
    const Result<const Search*> compiled = run.patterns.compile(expression, run.compile);
    if (!compiled) raise(lua, "regular expression: " + compiled.failure().what.in(run.language));
    search = *compiled;
  }
  if (search->paid_in != run.number) {
    search->paid_in = run.number;
    state.charge(search->price);
  }
  return *search;
}

/// Takes the steps for searching `bytes` bytes that are not ruled out.
void pay_search(lua_State* lua, const Search& search, std::size_t bytes) {
  LuaState::of(lua).charge(bytes * (instructions_per_price + search.pattern.cost()) /
                           (instructions_per_price * searched_bytes_per_step));
}

/// Whether a search of `text` can be spared: a whole paragraph, or the whole report, which many rules search.
bool is_ruled_out(lua_State* lua, const Search& search, std::string_view text) {
  auto& signatures = LuaState::of(lua).run->signatures;
  auto found = signatures.find(text.data());
  if (found == signatures.end()) found = signatures.emplace(text.data(), text).first;
  return !search.prefilter.admits(found->second);
}

/// A node whose text others search too.
bool is_whole(const Node& node) { return node.kind == Kind::paragraph || node.kind == Kind::report; }

void push_match(lua_State* lua, const Node& from, const Pattern::Match& match) {
  push_part(lua, Kind::match, from, match.span);
  if (match.groups.empty()) return;
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
  const std::string_view text = searched_text(node);
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
  const std::string_view text = searched_text(node);
  LuaState::of(lua).charge(8 + text.size() / searched_bytes_per_step);
  lua_newtable(lua);
  lua_Integer count = 0;
  if (is_whole(node) && is_ruled_out(lua, search, text)) return 1;
  pay_search(lua, search, text.size());
  search.pattern.for_each(text, [&](const Pattern::Match& match) {
    LuaState::of(lua).charge(8 + (text.size() - match.span.begin) / unused_bytes_per_step);
    push_match(lua, node, match);
    lua_rawseti(lua, -2, ++count);
  });
  return 1;
}

int matches(lua_State* lua) {
  const Node& node = check_node(lua, 1);
  const Search& search = check_pattern(lua, 2);
  const std::string_view text = text_of(node);
  LuaState::of(lua).charge(8);
  pay_search(lua, search, text.size());
  lua_pushboolean(lua, search.pattern.matches_whole(text) ? 1 : 0);
  return 1;
}

int sub(lua_State* lua) {
  const Node& node = check_node(lua, 1);
  const std::string_view text = searched_text(node);
  LuaState::of(lua).charge(1 + text.size() / 4);
  std::vector<std::uint32_t> starts;
  for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).length) {
    starts.push_back(static_cast<std::uint32_t>(at));
  }
  const auto count = static_cast<lua_Integer>(starts.size());
  starts.push_back(static_cast<std::uint32_t>(text.size()));
  lua_Integer begin = check_integer(lua, 2);
  lua_Integer end = lua_isnoneornil(lua, 3) ? -1 : check_integer(lua, 3);
  if (begin < 0) begin = std::max<lua_Integer>(begin, -count) + count + 1;
  if (end < 0) end = std::max<lua_Integer>(end, -count - 1) + count + 1;
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

/// What of node 1 stands in front of node 2, which was found in it, and what behind.
Span place_within(lua_State* lua) {
  const Node& whole = check_node(lua, 1);
  const Node& part = check_node(lua, 2);
  const bool mapped = whole.mapped != nullptr;
  const Span outer = mapped ? whole.part : whole.span;
  const Span inner = mapped ? part.part : part.span;
  if (part.mapped != whole.mapped || inner.begin < outer.begin || inner.end > outer.end) {
    raise(lua, "the second node is not within the first");
  }
  return {inner.begin - outer.begin, inner.end - outer.begin};
}

int before(lua_State* lua) {
  const Span place = place_within(lua);
  push_part(lua, Kind::point, check_node(lua, 1), {0, place.begin});
  return 1;
}

int after(lua_State* lua) {
  const Span place = place_within(lua);
  const Node& whole = check_node(lua, 1);
  const std::uint32_t size = whole.mapped != nullptr ? whole.part.size() : whole.span.size();
  push_part(lua, Kind::point, whole, {place.end, size});
  return 1;
}

void get_text(lua_State* lua, const Node& self) { push_text(lua, text_of(self)); }

void get_folded(lua_State* lua, const Node& self) {
  const std::string_view text = text_of(self);
  LuaState::of(lua).charge(1 + 4 * text.size());
  push_text(lua, to_utf8(fold_text(text)));
}

void get_place(lua_State* lua, const Node& self) {
  LuaState::of(lua).charge(8);
  push_text(lua, place_of(self));
}

void get_line(lua_State* lua, const Node& self) {
  lua_pushinteger(lua, report_of(self).source->lines().line_of(self.span.begin));
}

void get_column(lua_State* lua, const Node& self) {
  const SourceText& source = *report_of(self).source;
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

// ---- lists

const List& check_searchable(lua_State* lua) {
  const List& list = check_list(lua, 1);
  if (list.text == nullptr) raise(lua, "only lists of paragraphs can be searched");
  return list;
}

/// The text of item `index` of a list, its search paid for.
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
    if (is_ruled_out(lua, search, text)) continue;
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
    if (is_ruled_out(lua, search, text)) continue;
    pay_search(lua, search, text.size());
    if (search.pattern.is_in(text)) {
      list.push(lua, list.anchor, index);
      lua_rawseti(lua, -2, ++count);
    }
  }
  return 1;
}

/// The upvalue holds the methods.
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

}  // namespace

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
      {"before", "(part: gialint.Node): gialint.Node", "what stands in front of something that was found in the node",
       nullptr, guarded<before>},
      {"after", "(part: gialint.Node): gialint.Node", "what stands behind something that was found in the node",
       nullptr, guarded<after>},
      {"repeats", "(lawful: gialint.LawfulDoubling): gialint.Repetition[]",
       "what stands twice in a row by a slip: words of one to three characters that no words around them explain, four "
       "characters and more, a clause that comes again behind its mark",
       nullptr, guarded<find_repeats>},
      {"doubled", "(): gialint.Repetition[]", "characters that stand twice inside a wording of the form", nullptr,
       guarded<find_doubled_in_phrases>},
      {"distance", "(text: string, limit: integer): integer?",
       "how many characters of `folded` differ from `text`, layout and punctuation set aside; nil beyond `limit`",
       nullptr, guarded<find_distance>},
      {"garbled", "(traditional: string): gialint.Garbled[]",
       "stretches that are no text: read in the wrong encoding, lost, of private use, of foreign scripts, without "
       "words. `traditional`: characters that show that a stretch is in traditional characters",
       nullptr, guarded<find_garbled_text>},
      {"names", "(table: string): gialint.Name[]",
       "the names of a name table of the pack (rules/names/TABLE.txt) in the node, the longest at each place", nullptr,
       guarded<find_names>},
  };
  return members;
}

void open_node_api(lua_State* lua) {
  static const std::vector<Member> none;
  static const std::vector<Member> match = {
      {"groups", "(gialint.Node|false)[]", "a node for each group, false where a group took no part", get_groups},
  };
  define_kind(lua, Kind::point, "Node", "whatever has a place in the report", none);
  define_kind(lua, Kind::match, "Match", "what an expression found", match);
  define_kind(lua, Kind::list, "list", "of the model: #, [i], ipairs, pairs", none);
  push_metatable(lua, Kind::list);
  lua_newtable(lua);
  lua_pushcfunction(lua, guarded<find_in_list>);
  lua_setfield(lua, -2, "find");
  lua_pushcfunction(lua, guarded<items_with>);
  lua_setfield(lua, -2, "with");
  lua_pushcfunction(lua, guarded<find_repeats_in_list>);
  lua_setfield(lua, -2, "repeats");
  lua_pushcfunction(lua, guarded<find_pasted>);
  lua_setfield(lua, -2, "pasted");
  lua_pushcfunction(lua, guarded<find_lone_words>);
  lua_setfield(lua, -2, "lone");
  lua_pushcfunction(lua, guarded<find_items>);
  lua_setfield(lua, -2, "items");
  lua_pushcclosure(lua, guarded<get_item>, 1);
  lua_setfield(lua, -2, "__index");
  lua_pop(lua, 1);
  define_operator(lua, Kind::list, "__len", guarded<count_items>);
}

}  // namespace gialint::lua
