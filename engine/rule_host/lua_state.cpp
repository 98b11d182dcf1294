#include "engine/rule_host/lua_state.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <exception>
#include <functional>
#include <limits>
#include <new>

#include "engine/rule_host/api_class.hpp"
#include "engine/rule_host/rule_pack.hpp"
#include "engine/rule_host/sandbox.hpp"
#include "engine/text/ascii.hpp"
#include "engine/text/sentence.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {

namespace {

constexpr std::uint64_t hook_interval = 1000;
constexpr std::uint64_t bytes_per_step = 16;

constexpr std::size_t large_block = std::size_t{64} << 10U;
std::size_t large_part(std::size_t size) { return size < large_block ? 0 : size; }

// Calls deeper than this when memory ran out: it was the recursion that used it up.
constexpr int deep = 1000;

// Error values that only the host can make: their addresses.
char stop_mark;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables): an address, never written

// Of a function that takes `...`: an instruction that mentions them copies all of them.
constexpr int many_arguments = 64;
constexpr std::uint64_t price_of_argument = 16;  // for a thousand instructions, of which a few hundred may be such
constexpr int looked_at = 8;                     // functions, from the one that runs outwards

// What the processor spent on this thread: a busy machine makes no rule slow.
std::chrono::nanoseconds time_of_this_thread() {
  struct timespec time {};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

// How many of the arguments of a running function have no name; 0 when they are few.
std::uint64_t extra_arguments(lua_State* lua, const lua_Debug& function) {
  const auto has = [&](int number) {
    if (lua_getlocal(lua, &function, -number) == nullptr) return false;
    lua_pop(lua, 1);
    return true;
  };
  if (!has(many_arguments)) return 0;
  int least = many_arguments;
  int over = 2 * many_arguments;
  for (; has(over); over *= 2) least = over;
  while (over - least > 1) {
    const int middle = least + (over - least) / 2;
    (has(middle) ? least : over) = middle;
  }
  return static_cast<std::uint64_t>(least);
}

std::uint64_t price_of_extra_arguments(lua_State* lua) {
  std::uint64_t count = 0;
  lua_Debug function;
  for (int level = 0; level < looked_at && lua_getstack(lua, level, &function) == 1; ++level) {
    count += extra_arguments(lua, function);
  }
  return price_of_argument * count;
}

}  // namespace

LuaState::LuaState() {
  lua_ = lua_newstate(&LuaState::allocate, this);  // only now: the allocator uses the other members
  if (lua_ == nullptr) throw std::bad_alloc();
  *static_cast<LuaState**>(lua_getextraspace(lua_)) = this;
  set_up(lua::open_sandbox);
  // Almost everything a rule makes is dead when it ends, so collecting seldom is cheap and costs little memory.
  lua_gc(lua_, LUA_GCINC, 400, 1000, 0);
  set_memory_baseline();
}

LuaState::~LuaState() { lua_close(lua_); }

// Without a protected call Lua ends the process when it gets no memory.
void LuaState::set_up(const std::function<void(lua_State*)>& body) {
  struct Call {
    const std::function<void(lua_State*)>& body;
    std::exception_ptr thrown;
  };
  Call call{body, nullptr};
  lua_pushcfunction(lua_, [](lua_State* lua) {
    Call& own = *static_cast<Call*>(lua_touserdata(lua, 1));
    // Nothing but Lua's own errors may pass through Lua's frames.
    try {
      own.body(lua);
    } catch (const std::exception&) {
      own.thrown = std::current_exception();
    }
    return 0;
  });
  lua_pushlightuserdata(lua_, &call);
  const int status = lua_pcall(lua_, 1, 0, 0);
  lua_settop(lua_, 0);
  if (call.thrown) std::rethrow_exception(call.thrown);
  if (status != LUA_OK) throw std::bad_alloc();
}

void LuaState::set_memory_baseline() {
  collect();
  baseline_ = in_use_;
}

void LuaState::collect() {
  lua_gc(lua_, LUA_GCCOLLECT);
  large_settled_ = large_in_use_;
}

std::optional<LuaTrouble> LuaState::protected_call(lua_CFunction body, void* data, const RuleLimits& limits) {
  // What an earlier call left behind may still stand in dead slots of the stack, which the collection that a refused
  // allocation brings about takes for live: this call must not pay for it. A large block may be the stack itself, which
  // only a collection makes small again: it grows to twice its size, and twice a large one may be refused.
  if (in_use_ > baseline_ + limits.memory / 4 || large_in_use_ > large_settled_) collect();
  stopped_.reset();
  refused_ = {};
  stopping_ = false;
  held_ = 0;
  steps_left_ = limits.steps;
  next_look_ = limits.steps;
  allocation_limit_ = limits.allocation;
  memory_limit_ = baseline_ + limits.memory;
  stop_request_ = limits.stop;
  deadline_ = time_of_this_thread() + std::chrono::milliseconds(limits.milliseconds);

  lua_settop(lua_, 0);
  lua_pushcfunction(lua_, &LuaState::on_error);
  lua_pushcfunction(lua_, body);
  lua_pushlightuserdata(lua_, data);
  lua_sethook(lua_, &LuaState::on_count, LUA_MASKCOUNT, static_cast<int>(hook_interval));
  limited_ = true;
  const int status = lua_pcall(lua_, 1, 0, 1);
  limited_ = false;
  lua_sethook(lua_, nullptr, 0, 0);
  lua_settop(lua_, 0);

  if (status == LUA_OK) return std::nullopt;
  LuaTrouble trouble;
  if (stopped_) {
    trouble = *std::move(stopped_);
  } else if (status == LUA_ERRMEM || status == LUA_ERRERR) {
    trouble = refused_;
  } else {
    trouble.what = "unknown error";
  }
  if (trouble.kind == LuaTrouble::Kind::not_applicable) return std::nullopt;
  return trouble;
}

void LuaState::end_silently() { stop(LuaTrouble::Kind::not_applicable); }

void LuaState::exhaust() { stop(LuaTrouble::Kind::steps); }

void LuaState::stop(LuaTrouble::Kind kind) {
  stopping_ = true;
  if (!stopped_) {
    stopped_.emplace();
    stopped_->kind = kind;
    note_place(*stopped_);
  }
  // From here on every instruction ends in the hook, should anything ever swallow the error.
  steps_left_ = 0;
  lua_sethook(lua_, &LuaState::on_count, LUA_MASKCOUNT, 1);
  lua_pushlightuserdata(lua_, &stop_mark);
  lua_error(lua_);
  __builtin_unreachable();
}

void LuaState::on_count(lua_State* lua, lua_Debug* /*debug*/) {
  LuaState& self = of(lua);
  self.charge(hook_interval + price_of_extra_arguments(lua));
}

void LuaState::look_at_clock() {
  next_look_ = steps_left_ > hook_interval ? steps_left_ - hook_interval : 0;
  if (stop_request_ != nullptr && stop_request_()) stop(LuaTrouble::Kind::time);
  if (time_of_this_thread() > deadline_) stop(LuaTrouble::Kind::time);
}

void LuaState::charge_memory(std::size_t bytes) {
  held_ += bytes;
  if (in_use_ + held_ > memory_limit_) {
    collect();
    charge(in_use_ / (2 * bytes_per_step));
  }
  if (in_use_ + held_ > memory_limit_) stop(LuaTrouble::Kind::memory);
  charge(bytes / bytes_per_step);
}

/// The message handler: runs where the error arose, so that the line is still known.
int LuaState::on_error(lua_State* lua) {
  LuaState& self = of(lua);
  self.stopping_ = true;
  if (self.stopped_) return 1;
  LuaTrouble trouble;
  self.note_place(trouble);
  if (lua_type(lua, 1) == LUA_TSTRING) {
    std::size_t size = 0;
    const char* text = lua_tolstring(lua, 1, &size);
    trouble.what.assign(text, size);
    take_place(trouble);
  } else {
    trouble.what = std::string("error object is a ") + luaL_typename(lua, 1);
  }
  self.stopped_ = std::move(trouble);
  return 1;
}

/// Allocates nothing in Lua, so that the allocator may ask too.
void LuaState::note_place(LuaTrouble& trouble) const {
  lua_Debug debug;
  for (int level = 0; lua_getstack(lua_, level, &debug) == 1; ++level) {
    lua_getinfo(lua_, "Sl", &debug);
    if (debug.currentline > 0) {
      trouble.chunk = debug.source + (*debug.source == '=' ? 1 : 0);
      trouble.line = debug.currentline;
      return;
    }
  }
}

/// Lua collects its garbage after the first refusal and asks again: that work is paid for, so that a rule cannot live
/// at the limit and have all of its memory walked again and again.
void LuaState::refuse() {
  const std::uint64_t price = in_use_ / (2 * bytes_per_step);
  steps_left_ = steps_left_ > price ? steps_left_ - price : 0;
  lua_Debug debug;
  // Nothing runs any more: Lua tidies up after the refusal that ended the call, whose place holds.
  if (refused_.line > 0 && lua_getstack(lua_, 0, &debug) == 0) return;
  refused_ = {};
  refused_.kind = LuaTrouble::Kind::memory;
  note_place(refused_);
  if (lua_getstack(lua_, deep, &debug) == 1) refused_.kind = LuaTrouble::Kind::depth;
}

/// Small blocks are the pool's, large ones the general allocator's. A size of 0: no block. Null when there is no
/// memory: then the old block stands.
void* LuaState::move(void* block, std::size_t old_size, std::size_t new_size) {
  const bool was_small = old_size <= BlockPool::largest;
  const bool is_small = new_size <= BlockPool::largest;
  if (!was_small && !is_small) return std::realloc(block, new_size);
  if (old_size != 0 && new_size != 0 && was_small && is_small && BlockPool::is_same_step(old_size, new_size)) {
    return block;
  }
  void* const moved = new_size == 0 ? nullptr : is_small ? pool_.take(new_size) : std::malloc(new_size);
  if (moved == nullptr && new_size != 0) return nullptr;
  if (old_size != 0 && new_size != 0) std::memcpy(moved, block, std::min(old_size, new_size));
  if (old_size != 0 && was_small) {
    pool_.give(block, old_size);
  } else {
    std::free(block);
  }
  return moved;
}

void* LuaState::allocate(void* self_pointer, void* block, std::size_t old_size, std::size_t new_size) {
  LuaState& self = *static_cast<LuaState*>(self_pointer);
  if (block == nullptr) {
    old_size = 0;  // for a new block Lua tells the kind of object instead
  }
  if (new_size == 0) {
    self.in_use_ -= old_size;
    self.large_in_use_ -= large_part(old_size);
    return self.move(block, old_size, 0);
  }
  if (self.limited_ && !self.stopping_ && new_size > old_size) {
    const std::size_t in_use = self.in_use_ + self.held_ - old_size + new_size;
    if (new_size > self.allocation_limit_ || in_use > self.memory_limit_) {
      self.refuse();
      return nullptr;
    }
    const std::uint64_t price = new_size / bytes_per_step;
    if (price > self.steps_left_) {
      // No error may be raised from here: the next instruction does it.
      self.steps_left_ = 0;
      lua_sethook(self.lua_, &LuaState::on_count, LUA_MASKCOUNT, 1);
    } else {
      self.steps_left_ -= price;
    }
  }
  void* moved = self.move(block, old_size, new_size);
  if (moved != nullptr) {
    self.in_use_ = self.in_use_ - old_size + new_size;
    self.large_in_use_ = self.large_in_use_ - large_part(old_size) + large_part(new_size);
  }
  return moved;
}

/// Lua and `error` put "chunk:line: " in front; that line counts, since error(…, 2) means the caller's.
void take_place(LuaTrouble& trouble) {
  const std::string prefix = trouble.chunk.substr(0, LUA_IDSIZE - 1) + ":";
  if (trouble.chunk.empty() || trouble.what.compare(0, prefix.size(), prefix) != 0) return;
  std::size_t at = prefix.size();
  int line = 0;
  while (at < trouble.what.size() && is_ascii_digit(trouble.what[at]) && line < 100'000'000) {
    line = line * 10 + (trouble.what[at++] - '0');
  }
  if (at > prefix.size() && trouble.what.compare(at, 2, ": ") == 0) {
    trouble.line = line;
    trouble.what.erase(0, at + 2);
  }
}

namespace {

// Lua's words on one line, no longer than a line or three.
std::string words_of(const LuaTrouble& trouble) {
  constexpr std::size_t longest = 300;
  std::string what = one_line(trouble.what.substr(0, longest));
  while (!is_utf8(what)) {  // cut in two, by us or by the rule
    what.erase(std::find_if(what.begin(), what.end(), [](char c) { return (c & 0x80) != 0; }), what.end());
  }
  return what;
}

}  // namespace

Failure to_failure(const LuaTrouble& trouble, const PackFile& file, const RuleLimits& limits) {
  static constexpr Sentence steps("规则用完了 {} 步的上限，已停止", "the rule was stopped: it used up its {} steps");
  static constexpr Sentence memory(
      "规则超出内存上限（共 {} KiB，一次 {} KiB），已停止",
      "the rule was stopped: it wanted more memory than it may have ({} KiB, {} KiB at once)");
  static constexpr Sentence depth("规则的函数调用层数过深，已停止",
                                  "the rule was stopped: its functions call each other too deep");
  static constexpr Sentence time("规则运行超过 {} 毫秒，已停止",
                                 "the rule was stopped: it ran for more than {} milliseconds");
  static constexpr Sentence syntax("语法错误：{}", "wrong syntax: {}");
  static constexpr Sentence error("规则出错：{}", "the rule failed: {}");
  Failure failure;
  const bool is_own = trouble.chunk.empty() || trouble.chunk == file.path;
  failure.where.path = is_own ? file.name() : "rules/" + trouble.chunk;
  failure.where.line = static_cast<std::uint32_t>(std::max(trouble.line, 0));
  switch (trouble.kind) {
    case LuaTrouble::Kind::steps:
      failure.what = steps.with(limits.steps);
      break;
    case LuaTrouble::Kind::memory:
      failure.what = memory.with(limits.memory >> 10U, limits.allocation >> 10U);
      break;
    case LuaTrouble::Kind::depth:
      failure.what = depth;
      break;
    case LuaTrouble::Kind::time:
      failure.what = time.with(limits.milliseconds);
      break;
    default:
      failure.what = (trouble.kind == LuaTrouble::Kind::syntax ? syntax : error).with(words_of(trouble));
  }
  return failure;
}

void raise(lua_State* lua, std::string_view what) {
  luaL_where(lua, 1);
  lua_pushlstring(lua, what.data(), what.size());
  lua_concat(lua, 2);
  lua_error(lua);
  __builtin_unreachable();
}

}  // namespace gialint
