#include "engine/rule_host/rule_chunks.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "engine/rule_host/api_class.hpp"
#include "engine/rule_host/sandbox.hpp"

namespace gialint {
namespace {

// Registry keys: the addresses of tables by the rule's number, from 1 on.
char chunks_key;   // NOLINT(cppcoreguidelines-avoid-non-const-global-variables): an address, never written
char checks_key;   // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
char records_key;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

constexpr lua_Integer longest_record = 256;  // values: to compare more costs as much as to run the chunk again
constexpr int deepest = 12;

lua_Integer slot_of(std::size_t rule) { return static_cast<lua_Integer>(rule) + 1; }

/// Goes through all that the function on the stack can reach, always in the same order, and either writes it down in a
/// table or compares it with what stands there.
class Walk {
 public:
  enum class Mode { record, compare };

  // The table of the record stands at `record`. Raises nothing in Mode::compare.
  Walk(lua_State* lua, int record, Mode mode) : lua_(lua), record_(record), mode_(mode) {}

  // Takes the function from the top of the stack. False when it cannot be kept, or has changed.
  bool run() { return lua_checkstack(lua_, 4 * deepest) != 0 && see(0); }

 private:
  // Takes a value from the top of the stack.
  bool see(int depth) {
    bool same = note();
    const int type = lua_type(lua_, -1);
    if (type == LUA_TUSERDATA) {
      const lua::Kind kind = lua::object_at(lua_, -1)->kind;
      same =
          same && (kind == lua::Kind::library || kind == lua::Kind::decimal);  // others change, or belong to a report
    } else if (same && (type == LUA_TTABLE || type == LUA_TFUNCTION) && is_new(lua_topointer(lua_, -1))) {
      same = depth < deepest && (type == LUA_TTABLE ? see_entries(depth + 1) : see_upvalues(depth + 1));
    }
    lua_pop(lua_, 1);
    return same;
  }

  bool see_entries(int depth) {
    lua_Integer count = 0;
    lua_Unsigned places = 0;
    lua_pushnil(lua_);
    while (lua_next(lua_, -2) != 0) {
      ++count;
      places += lua_isinteger(lua_, -2) != 0 && lua_tointeger(lua_, -2) > 0 ? 1 : 0;
      lua_pushvalue(lua_, -2);
      const bool same_key = see(depth);
      if (!see(depth) || !same_key) {
        lua_pop(lua_, 1);
        return false;
      }
    }
    // The length of a list with holes depends on what stood there before.
    if (places != lua_rawlen(lua_, -1)) return false;
    lua_pushinteger(lua_, count);
    return see(depth);
  }

  // Those of C functions too: an iterator counts in them.
  bool see_upvalues(int depth) {
    for (int i = 1; lua_getupvalue(lua_, -1, i) != nullptr; ++i) {
      if (!see(depth)) return false;
    }
    return true;
  }

  // Writes down or compares the value at the top of the stack.
  bool note() {
    if (++count_ > longest_record) return false;
    if (mode_ == Mode::record) {
      lua_pushvalue(lua_, -1);
      lua_rawseti(lua_, record_, count_);
      return true;
    }
    lua_rawgeti(lua_, record_, count_);
    const bool same = lua_type(lua_, -1) == lua_type(lua_, -2) && lua_rawequal(lua_, -1, -2) != 0 && is_same_number();
    lua_pop(lua_, 1);
    return same;
  }

  // Of two equal values: 1 and 1.0 are not the same, nor are 0.0 and -0.0.
  bool is_same_number() {
    return lua_type(lua_, -1) != LUA_TNUMBER ||
           (lua_isinteger(lua_, -1) == lua_isinteger(lua_, -2) &&
            std::signbit(lua_tonumber(lua_, -1)) == std::signbit(lua_tonumber(lua_, -2)));
  }

  bool is_new(const void* object) {
    if (std::find(seen_.begin(), seen_.end(), object) != seen_.end()) return false;
    seen_.push_back(object);
    return true;
  }

  lua_State* lua_;
  int record_;
  Mode mode_;
  lua_Integer count_ = 0;
  std::vector<const void*> seen_;
};

/// Pushes what stands for `rule` in one of the tables, and says of what type it is.
int push_of(lua_State* lua, const char& key, std::size_t rule) {
  lua_rawgetp(lua, LUA_REGISTRYINDEX, &key);
  const int type = lua_rawgeti(lua, -1, slot_of(rule));
  lua_remove(lua, -2);
  return type;
}

/// Takes the value at the top of the stack.
void put(lua_State* lua, const char& key, std::size_t rule) {
  lua_rawgetp(lua, LUA_REGISTRYINDEX, &key);
  lua_insert(lua, -2);
  lua_rawseti(lua, -2, slot_of(rule));
  lua_pop(lua, 1);
}

}  // namespace

RuleChunks::RuleChunks(LuaState& state, const RulePack& pack)
    : state_(&state), pack_(&pack), price_(pack.rules().size()) {
  state.set_up([](lua_State* lua) {
    for (const char* key : {&chunks_key, &checks_key, &records_key}) {
      lua_newtable(lua);
      lua_rawsetp(lua, LUA_REGISTRYINDEX, key);
    }
  });
  // RulePack::load has compiled every file and run it before, so this cannot fail; should it all the same, then
  // push_check() says so.
  for (rule_ = 0; rule_ < price_.size(); ++rule_) {
    state.protected_call(compile, this, RuleLimits{});
    state.protected_call(keep, this, RuleLimits{});
  }
}

int RuleChunks::compile(lua_State* lua) {
  const auto& self = *static_cast<const RuleChunks*>(lua_touserdata(lua, 1));
  const Rule& rule = self.pack_->rules()[self.rule_];
  const std::string name = "=" + rule.file.path;
  // Binary chunks are taken from RulePack alone, never from a file.
  if (luaL_loadbufferx(lua, rule.code.data(), rule.code.size(), name.c_str(), "b") != LUA_OK) return lua_error(lua);
  put(lua, chunks_key, self.rule_);
  return 0;
}

int RuleChunks::keep(lua_State* lua) {
  auto& self = *static_cast<RuleChunks*>(lua_touserdata(lua, 1));
  const std::uint64_t before = self.state_->steps_left();
  self.run_chunk(self.rule_);
  const std::uint64_t price = before - self.state_->steps_left() + 1;
  lua_newtable(lua);
  lua_pushvalue(lua, -2);
  if (lua_isfunction(lua, -1) && Walk(lua, lua_gettop(lua) - 1, Walk::Mode::record).run()) {
    put(lua, records_key, self.rule_);
    put(lua, checks_key, self.rule_);
    self.price_[self.rule_] = price;
  }
  return 0;
}

/// With globals of its own.
void RuleChunks::run_chunk(std::size_t rule) const {
  lua_State* lua = state_->get();
  push_of(lua, chunks_key, rule);
  lua::push_environment(lua);
  lua_setupvalue(lua, -2, 1);
  lua_call(lua, 0, 1);
  lua_getfield(lua, -1, "check");
  lua_remove(lua, -2);
}

void RuleChunks::push_check(std::size_t rule) const {
  if (price_[rule] == 0) {
    run_chunk(rule);
  } else {
    state_->charge(price_[rule]);
    push_of(state_->get(), checks_key, rule);
  }
}

void RuleChunks::look_for_traces(std::size_t rule) {
  if (price_[rule] == 0) return;
  lua_State* lua = state_->get();
  push_of(lua, records_key, rule);
  push_of(lua, checks_key, rule);
  if (!Walk(lua, lua_gettop(lua) - 1, Walk::Mode::compare).run()) {
    price_[rule] = 0;
    for (const char* key : {&checks_key, &records_key}) {
      lua_pushboolean(lua, 0);
      put(lua, *key, rule);
    }
  }
  lua_pop(lua, 1);
}

}  // namespace gialint
