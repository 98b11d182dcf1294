#include "engine/rule_host/sandbox.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rule_host/api_class.hpp"
#include "engine/rule_host/constructors.hpp"
#include "engine/rule_host/lua_state.hpp"
#include "engine/rule_host/lua_values.hpp"
#include "engine/text/ascii.hpp"

namespace gialint::lua {
namespace {

// Registry keys: their addresses.
char environment_key;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables): an address, never written

std::uint64_t product(std::uint64_t a, std::uint64_t b) {
  std::uint64_t result = 0;
  return __builtin_mul_overflow(a, b, &result) ? UINT64_MAX : result;
}

std::uint64_t sum(std::uint64_t a, std::uint64_t b) { return a > UINT64_MAX - b ? UINT64_MAX : a + b; }

std::uint64_t bit_width(std::uint64_t value) {
  std::uint64_t bits = 0;
  for (; value != 0; value >>= 1U) ++bits;
  return bits;
}

// How many integers lie in [from, to].
std::uint64_t distance(lua_Integer from, lua_Integer to) {
  return from > to ? 0 : sum(static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from), 1);
}

std::uint64_t bytes_at(lua_State* lua, int index) {
  return lua_type(lua, index) == LUA_TSTRING ? lua_rawlen(lua, index) : 0;
}

/// The whole number at `index` as Lua's own functions take it: a float or a string may be one too.
std::optional<lua_Integer> integer_at(lua_State* lua, int index) {
  int is_integer = 0;
  const lua_Integer value = lua_tointegerx(lua, index, &is_integer);
  return is_integer != 0 ? std::optional(value) : std::nullopt;
}

// Arguments, and the bytes of those strings among them that stand at `from` or behind: where Lua wants a number it
// reads a string to its end to see whether it is one.
std::uint64_t strings_from(lua_State* lua, int from) {
  const int count = lua_gettop(lua);
  auto bytes = static_cast<std::uint64_t>(count);
  for (int i = from; i <= count; ++i) bytes = sum(bytes, bytes_at(lua, i));
  return bytes;
}

std::uint64_t all_strings(lua_State* lua) { return strings_from(lua, 1); }

std::uint64_t strings_behind_first(lua_State* lua) { return strings_from(lua, 2); }

std::uint64_t repetition(lua_State* lua) {
  const std::uint64_t given = all_strings(lua);
  const lua_Integer count = integer_at(lua, 2).value_or(0);
  return count <= 0
             ? given
             : sum(given, product(static_cast<std::uint64_t>(count), sum(1, sum(bytes_at(lua, 1), bytes_at(lua, 3)))));
}

std::uint64_t arguments(lua_State* lua) { return static_cast<std::uint64_t>(lua_gettop(lua)); }

std::uint64_t selected(lua_State* lua) { return sum(arguments(lua), bytes_at(lua, 1)); }

// Elements that a removal at the position in argument 2 moves; where there is no such position, Lua says so.
std::uint64_t removed(lua_State* lua) {
  const std::optional<lua_Integer> at = lua_type(lua, 1) == LUA_TTABLE ? integer_at(lua, 2) : std::nullopt;
  const std::uint64_t read = bytes_at(lua, 2);
  return !at || *at < 1 ? sum(1, read) : sum(read, distance(*at, static_cast<lua_Integer>(lua_rawlen(lua, 1))));
}

// With two arguments the second is the value, which goes to the end.
std::uint64_t inserted(lua_State* lua) { return lua_gettop(lua) < 3 ? 1 : removed(lua); }

// Elements from argument `from` to argument `from + 1`, as table.concat and table.unpack take them.
std::uint64_t range(lua_State* lua, int from) {
  const lua_Integer begin = integer_at(lua, from).value_or(1);
  const std::optional<lua_Integer> given = integer_at(lua, from + 1);
  const lua_Integer end = given                                    ? *given
                          : is_list(lua, 1) || lua_istable(lua, 1) ? luaL_len(lua, 1)
                          : lua_type(lua, 1) == LUA_TSTRING        ? static_cast<lua_Integer>(lua_rawlen(lua, 1))
                                                                   : 0;
  return sum(strings_from(lua, from), distance(begin, end));
}

std::uint64_t concatenated(lua_State* lua) { return product(range(lua, 3), sum(1, bytes_at(lua, 2))); }

std::uint64_t unpacked(lua_State* lua) { return range(lua, 2); }

// A number is printed digit by digit, which takes as long as some fifty instructions.
constexpr std::uint64_t printed_number = 32;

/// Lua's own library function, which pays before it runs.
template <std::uint64_t (*Price)(lua_State*)>
int paid(lua_State* lua) {
  LuaState::of(lua).charge(sum(Price(lua), 1));
  return lua_tocfunction(lua, lua_upvalueindex(1))(lua);
}

int to_string(lua_State* lua) {
  luaL_checkany(lua, 1);
  if (lua_type(lua, 1) == LUA_TNUMBER) LuaState::of(lua).charge(printed_number);
  push_as_string(lua, 1);
  return 1;
}

/// Everything but strings, numbers, booleans and nil is turned into a string first, and %p is not given: an address
/// would make two runs differ.
int format(lua_State* lua) {
  std::size_t size = 0;
  const char* text = luaL_checklstring(lua, 1, &size);
  LuaState::of(lua).charge(all_strings(lua));
  const std::string_view pattern(text, size);
  for (std::size_t at = pattern.find('%'); at != std::string_view::npos; at = pattern.find('%', at + 1)) {
    at = pattern.find_first_not_of("-+ #0123456789.", at + 1);
    if (at == std::string_view::npos) break;
    if (pattern[at] == 'p') return luaL_error(lua, "invalid conversion '%%p' to 'format'");
    // Up to 99 digits before the point and as many behind it.
    const bool is_long = is_ascii_digit(pattern[at - 1]);
    LuaState::of(lua).charge(is_long ? 4 * printed_number : printed_number);
  }
  for (int i = 2; i <= lua_gettop(lua); ++i) {
    const int type = lua_type(lua, i);
    if (type == LUA_TTABLE || type == LUA_TUSERDATA || type == LUA_TFUNCTION || type == LUA_TLIGHTUSERDATA) {
      push_as_string(lua, i);
      lua_replace(lua, i);
    }
  }
  return lua_tocfunction(lua, lua_upvalueindex(1))(lua);
}

// ---- utf8.codes

/// Lua's own iterator, which passes over the bytes that continue a character: of a string that is no UTF-8 they may be
/// many. The upvalue is that iterator.
int next_code(lua_State* lua) {
  std::size_t size = 0;
  const char* const bytes = luaL_checklstring(lua, 1, &size);
  const std::string_view text(bytes, size);
  const auto at = static_cast<lua_Unsigned>(integer_at(lua, 2).value_or(0));
  std::uint64_t passed = 0;
  while (at + passed < text.size() && (static_cast<unsigned char>(text[at + passed]) & 0xC0U) == 0x80U) ++passed;
  LuaState::of(lua).charge(1 + passed + bytes_at(lua, 2));
  return lua_tocfunction(lua, lua_upvalueindex(1))(lua);
}

int codes(lua_State* lua) {
  const int count = lua_tocfunction(lua, lua_upvalueindex(1))(lua);
  lua_pushvalue(lua, -count);
  lua_pushcclosure(lua, next_code, 1);
  lua_replace(lua, -count - 1);
  return count;
}

// ---- table.sort: stable, so the same everywhere

/// Whether element `a` of the table at index 3 comes before element `b`.
bool comes_before(lua_State* lua, lua_Integer a, lua_Integer b) {
  if (lua_isnoneornil(lua, 2)) {
    lua_rawgeti(lua, 3, a);
    lua_rawgeti(lua, 3, b);
    LuaState::of(lua).charge(sum(1, std::min(bytes_at(lua, -1), bytes_at(lua, -2))));
    const bool result = lua_compare(lua, -2, -1, LUA_OPLT) != 0;
    lua_pop(lua, 2);
    return result;
  }
  LuaState::of(lua).charge(1);
  lua_pushvalue(lua, 2);
  lua_rawgeti(lua, 3, a);
  lua_rawgeti(lua, 3, b);
  lua_call(lua, 2, 1);
  const bool result = lua_toboolean(lua, -1) != 0;
  lua_pop(lua, 1);
  return result;
}

/// A merge sort of its own: std's may leave the array when the comparator contradicts itself, Lua's asks the clock.
void merge_sort(lua_State* lua, std::vector<std::uint32_t>& order, std::vector<std::uint32_t>& spare, std::size_t begin,
                std::size_t end) {
  if (end - begin < 2) return;
  const std::size_t middle = begin + (end - begin) / 2;
  merge_sort(lua, order, spare, begin, middle);
  merge_sort(lua, order, spare, middle, end);
  std::size_t left = begin;
  std::size_t right = middle;
  for (std::size_t at = begin; at < end; ++at) {
    const bool take_right = left == middle || (right < end && comes_before(lua, order[right], order[left]));
    spare[at] = take_right ? order[right++] : order[left++];
  }
  std::copy(spare.begin() + static_cast<std::ptrdiff_t>(begin), spare.begin() + static_cast<std::ptrdiff_t>(end),
            order.begin() + static_cast<std::ptrdiff_t>(begin));
}

int sort(lua_State* lua) {
  luaL_checktype(lua, 1, LUA_TTABLE);
  if (!lua_isnoneornil(lua, 2)) luaL_checktype(lua, 2, LUA_TFUNCTION);
  lua_settop(lua, 2);
  const std::uint64_t count = lua_rawlen(lua, 1);
  if (count < 2) return 0;
  LuaState::of(lua).charge(product(count, bit_width(count)));
  luaL_argcheck(lua, count < 1'000'000, 1, "too many elements");
  lua_createtable(lua, static_cast<int>(count), 0);  // a copy, which the comparator cannot reach
  std::vector<std::uint32_t> order(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    order[i] = i + 1;
    lua_rawgeti(lua, 1, i + 1);
    lua_rawseti(lua, 3, i + 1);
  }
  std::vector<std::uint32_t> spare(count);
  merge_sort(lua, order, spare, 0, count);
  for (std::uint32_t i = 0; i < count; ++i) {
    lua_rawgeti(lua, 3, order[i]);
    lua_rawseti(lua, 1, i + 1);
  }
  return 0;
}

// ---- pairs: in sorted order

struct SortedKey {
  int rank = 0;  // numbers, then strings, then booleans
  lua_Number number = 0;
  lua_Integer integer = 0;
  std::string_view text;  // owned by the table that is walked
  lua_Integer slot = 0;   // in the table of keys as met

  friend bool operator<(const SortedKey& a, const SortedKey& b) {
    if (a.rank != b.rank) return a.rank < b.rank;
    if (a.rank == 0 && a.number != b.number) return a.number < b.number;
    if (a.integer != b.integer) return a.integer < b.integer;
    return a.text < b.text;
  }
};

SortedKey sorted_key(lua_State* lua, int index) {
  SortedKey key;
  switch (lua_type(lua, index)) {
    case LUA_TNUMBER:
      key.number = lua_tonumber(lua, index);
      key.integer = lua_isinteger(lua, index) != 0 ? lua_tointeger(lua, index) : 0;
      break;
    case LUA_TSTRING: {
      std::size_t size = 0;
      const char* text = lua_tolstring(lua, index, &size);
      key.rank = 1;
      key.text = {text, size};
      break;
    }
    case LUA_TBOOLEAN:
      key.rank = 2;
      key.integer = lua_toboolean(lua, index);
      break;
    default:
      raise(lua, std::string("'pairs' has no order for keys of type ") + luaL_typename(lua, index));
  }
  return key;
}

/// Upvalues: the sorted keys, how many were given. A key whose value has gone is passed over.
int next_pair(lua_State* lua) {
  luaL_checktype(lua, 1, LUA_TTABLE);
  lua_Integer at = lua_tointeger(lua, lua_upvalueindex(2));
  for (;;) {
    ++at;
    lua_settop(lua, 1);
    if (lua_rawgeti(lua, lua_upvalueindex(1), at) == LUA_TNIL) return 1;
    LuaState::of(lua).charge(1);
    lua_pushvalue(lua, -1);
    if (lua_rawget(lua, 1) != LUA_TNIL) {
      lua_pushinteger(lua, at);
      lua_replace(lua, lua_upvalueindex(2));
      return 2;
    }
  }
}

/// ipairs and pairs of a list of the host.
int walk_list(lua_State* lua) {
  lua_pushcfunction(lua, guarded<next_item>);
  lua_pushvalue(lua, 1);
  lua_pushinteger(lua, 0);
  return 3;
}

/// Lua's own, but that the items of a list come without a detour over its metatable.
int ipairs(lua_State* lua) {
  luaL_checkany(lua, 1);
  return is_list(lua, 1) ? walk_list(lua) : lua_tocfunction(lua, lua_upvalueindex(1))(lua);
}

int pairs(lua_State* lua) {
  luaL_checkany(lua, 1);
  if (is_list(lua, 1)) return walk_list(lua);
  luaL_checktype(lua, 1, LUA_TTABLE);
  lua_settop(lua, 1);
  std::vector<SortedKey> keys;
  lua_newtable(lua);  // keys as met: the order is found on copies
  lua_pushnil(lua);
  while (lua_next(lua, 1) != 0) {
    lua_pop(lua, 1);
    SortedKey key = sorted_key(lua, -1);
    LuaState::of(lua).charge(2 + key.text.size() / 8);
    key.slot = static_cast<lua_Integer>(keys.size()) + 1;
    keys.push_back(key);
    lua_pushvalue(lua, -1);
    lua_rawseti(lua, 2, key.slot);
  }
  if (!std::is_sorted(keys.begin(), keys.end())) {
    LuaState::of(lua).charge(product(keys.size(), bit_width(keys.size())));
    std::sort(keys.begin(), keys.end());
    lua_createtable(lua, static_cast<int>(keys.size()), 0);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      lua_rawgeti(lua, 2, keys[i].slot);
      lua_rawseti(lua, 3, static_cast<lua_Integer>(i) + 1);
    }
  }
  lua_pushinteger(lua, 0);
  lua_pushcclosure(lua, next_pair, 2);
  lua_pushvalue(lua, 1);
  lua_pushnil(lua);
  return 3;
}

// ---- building it

struct Function {
  const char* name;
  lua_CFunction wrapper;  // gets Lua's own as its upvalue; null: Lua's own as it is
};

/// Pushes a table with the functions named, from the table of Lua's own at the top of the stack, which it replaces.
void pick(lua_State* lua, const Function* begin, const Function* end) {
  lua_newtable(lua);
  for (const Function* function = begin; function != end; ++function) {
    lua_getfield(lua, -2, function->name);
    if (function->wrapper != nullptr) lua_pushcclosure(lua, function->wrapper, 1);
    lua_setfield(lua, -2, function->name);
  }
  lua_remove(lua, -2);
}

/// Puts the table at the top of the stack behind an object that can only be read.
void freeze(lua_State* lua) {
  new (lua_newuserdatauv(lua, sizeof(Object), 0)) Object{Kind::library};
  lua_newtable(lua);
  lua_pushvalue(lua, -3);
  lua_setfield(lua, -2, "__index");
  lua_pushliteral(lua, "library");
  lua_setfield(lua, -2, "__name");
  lua_setmetatable(lua, -2);
  lua_remove(lua, -2);
}

template <std::size_t N>
void add_library(lua_State* lua, const char* name, lua_CFunction open, const std::array<Function, N>& functions) {
  open(lua);
  pick(lua, functions.data(), functions.data() + functions.size());
  freeze(lua);
  lua_setfield(lua, -2, name);
}

}  // namespace

void push_as_string(lua_State* lua, int index) {
  switch (lua_type(lua, index)) {
    case LUA_TTABLE:
      lua_pushliteral(lua, "table");
      return;
    case LUA_TFUNCTION:
      lua_pushliteral(lua, "function");
      return;
    case LUA_TUSERDATA:
    case LUA_TLIGHTUSERDATA:
      push_object_name(lua, index);
      return;
    default:
      luaL_tolstring(lua, index, nullptr);
  }
}

void open_sandbox(lua_State* lua) {
  static const std::array<Function, 8> base = {{{"assert", nullptr},
                                                {"error", nullptr},
                                                {"ipairs", ipairs},
                                                {"select", paid<selected>},
                                                {"type", nullptr},
                                                {"tonumber", paid<all_strings>},
                                                {"tostring", to_string},
                                                {"pairs", pairs}}};
  static const std::array<Function, 9> string = {{{"byte", paid<all_strings>},
                                                  {"char", paid<all_strings>},
                                                  {"format", format},
                                                  {"len", nullptr},
                                                  {"lower", paid<all_strings>},
                                                  {"upper", paid<all_strings>},
                                                  {"sub", paid<strings_behind_first>},
                                                  {"rep", paid<repetition>},
                                                  {"reverse", paid<all_strings>}}};
  static const std::array<Function, 6> table = {{{"concat", paid<concatenated>},
                                                 {"insert", paid<inserted>},
                                                 {"remove", paid<removed>},
                                                 {"pack", paid<arguments>},
                                                 {"unpack", paid<unpacked>},
                                                 {"sort", sort}}};
  static const std::array<Function, 6> utf8 = {{{"char", paid<all_strings>},
                                                {"charpattern", nullptr},
                                                {"codepoint", paid<all_strings>},
                                                {"codes", codes},
                                                {"len", paid<all_strings>},
                                                {"offset", paid<all_strings>}}};
  static const std::array<Function, 25> math = {{{"abs", paid<all_strings>},
                                                 {"acos", paid<all_strings>},
                                                 {"asin", paid<all_strings>},
                                                 {"atan", paid<all_strings>},
                                                 {"ceil", paid<all_strings>},
                                                 {"cos", paid<all_strings>},
                                                 {"deg", paid<all_strings>},
                                                 {"exp", paid<all_strings>},
                                                 {"floor", paid<all_strings>},
                                                 {"fmod", paid<all_strings>},
                                                 {"huge", nullptr},
                                                 {"log", paid<all_strings>},
                                                 {"max", paid<all_strings>},
                                                 {"maxinteger", nullptr},
                                                 {"min", paid<all_strings>},
                                                 {"mininteger", nullptr},
                                                 {"modf", paid<all_strings>},
                                                 {"pi", nullptr},
                                                 {"rad", paid<all_strings>},
                                                 {"sin", paid<all_strings>},
                                                 {"sqrt", paid<all_strings>},
                                                 {"tan", paid<all_strings>},
                                                 {"tointeger", paid<all_strings>},
                                                 {"type", paid<all_strings>},
                                                 {"ult", paid<all_strings>}}};

  lua_pushcfunction(lua, luaopen_base);
  lua_call(lua, 0, 1);
  pick(lua, base.data(), base.data() + base.size());
  lua_newtable(lua);  // nothing stays in the real globals
  lua_rawseti(lua, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);

  add_library(lua, "string", luaopen_string, string);
  add_library(lua, "table", luaopen_table, table);
  add_library(lua, "utf8", luaopen_utf8, utf8);
  add_library(lua, "math", luaopen_math, math);
  push_constructors(lua, -1);
  freeze(lua);
  lua_setfield(lua, -2, "gia");

  // ("x"):rep() goes to the same functions; arithmetic on strings is gone with the old metatable.
  lua_pushliteral(lua, "");
  lua_newtable(lua);
  lua_getfield(lua, -3, "string");
  lua_getmetatable(lua, -1);
  lua_getfield(lua, -1, "__index");
  lua_setfield(lua, -4, "__index");
  lua_pop(lua, 2);
  lua_setmetatable(lua, -2);
  lua_pop(lua, 1);

  lua_newtable(lua);
  lua_insert(lua, -2);
  lua_setfield(lua, -2, "__index");
  lua_rawsetp(lua, LUA_REGISTRYINDEX, &environment_key);
}

void push_environment(lua_State* lua) {
  lua_createtable(lua, 0, 2);
  lua_rawgetp(lua, LUA_REGISTRYINDEX, &environment_key);
  lua_setmetatable(lua, -2);
}

}  // namespace gialint::lua
