#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <lua.hpp>

#include "engine/rule_host/block_pool.hpp"
#include "engine/rule_host/rule_runner.hpp"

namespace gialint {

struct PackFile;
namespace lua {
struct ApiClass;
struct RuleRun;
}  // namespace lua

/// Why a protected call ended early.
struct LuaTrouble {
  enum class Kind {
    error,           ///< a Lua error, the rule's or a binding's
    syntax,          ///< the file is no Lua
    steps,           ///< over RuleLimits::steps
    memory,          ///< over RuleLimits::memory or allocation
    depth,           ///< functions called too deep
    time,            ///< over RuleLimits::milliseconds
    not_applicable,  ///< ctx:need found nothing: no failure
  };
  Kind kind = Kind::error;
  std::string chunk;  ///< name of the chunk that was running; empty when none was
  int line = 0;       ///< 0: not known
  std::string what;   ///< Lua's words, without place
};

/// A Lua state with nothing in it but the sandbox, and a budget that holds during `protected_call`.
///
/// The allocator meters memory, a count hook VM instructions. C functions `charge` for every byte or element they
/// touch, and the allocator charges a step for every 16 bytes, which pays for what one instruction may copy. What no
/// step counts (an instruction that compares two long strings) the clock ends.
class LuaState {
 public:
  LuaState();
  ~LuaState();
  LuaState(const LuaState&) = delete;
  LuaState& operator=(const LuaState&) = delete;

  /// The owner of `lua`.
  static LuaState& of(lua_State* lua) { return **static_cast<LuaState**>(lua_getextraspace(lua)); }

  [[nodiscard]] lua_State* get() const { return lua_; }

  /// Calls `body` with `data` as its only argument (a light userdata), under `limits`. The memory in use at the last
  /// set_memory_baseline() does not count.
  std::optional<LuaTrouble> protected_call(lua_CFunction body, void* data, const RuleLimits& limits);

  /// Runs `body` with the state, under no limits: what makes it ready for calls. Throws std::bad_alloc when memory runs
  /// out, and what `body` throws; the state is then good for nothing but to be destroyed.
  void set_up(const std::function<void(lua_State*)>& body);

  /// Takes the memory in use now, of libraries and chunks, as what calls start from.
  void set_memory_baseline();

  /// Takes `steps` from the budget; raises a Lua error once it is used up. Also has the clock read now and then:
  /// between two calls of the count hook there may be many bindings that take long for few steps.
  void charge(std::uint64_t steps) {
    if (steps > steps_left_) exhaust();
    steps_left_ -= steps;
    if (steps_left_ <= next_look_) look_at_clock();
  }

  /// Counts `bytes` that the host keeps for the rule until it ends (a diagnostic's texts) as memory in use; raises a
  /// Lua error beyond the limit.
  void charge_memory(std::size_t bytes);

  /// Ends the protected call without a failure.
  [[noreturn]] void end_silently();

  [[nodiscard]] std::uint64_t steps_left() const { return steps_left_; }

  lua::RuleRun* run = nullptr;         ///< what the bindings work on, during a run
  std::vector<lua::ApiClass> classes;  ///< the kinds of objects there are

 private:
  static void* allocate(void* self, void* block, std::size_t old_size, std::size_t new_size);
  static void on_count(lua_State* lua, lua_Debug* debug);
  static int on_error(lua_State* lua);

  [[noreturn]] void exhaust();
  void look_at_clock();
  [[noreturn]] void stop(LuaTrouble::Kind kind);
  void refuse();
  void note_place(LuaTrouble& trouble) const;
  void collect();

  void* move(void* block, std::size_t old_size, std::size_t new_size);

  BlockPool pool_;
  lua_State* lua_ = nullptr;
  bool limited_ = false;
  bool stopping_ = false;  ///< the error that ends the call is being raised: the last few allocations are free
  std::size_t in_use_ = 0;
  std::size_t baseline_ = 0;
  std::size_t large_in_use_ = 0;   ///< bytes of large blocks
  std::size_t large_settled_ = 0;  ///< of them, what the last collection left
  std::size_t memory_limit_ = 0;
  std::size_t allocation_limit_ = 0;
  std::size_t held_ = 0;
  std::uint64_t steps_left_ = 0;
  std::uint64_t next_look_ = 0;             ///< the clock is read once no more steps than this are left
  bool (*stop_request_)() = nullptr;        ///< RuleLimits::stop
  std::chrono::nanoseconds deadline_ = {};  ///< in time that the processor spends on the thread
  std::optional<LuaTrouble> stopped_;       ///< set before the error is raised
  LuaTrouble refused_;                      ///< where the last allocation was refused
};

/// Moves the "chunk:line: " at the start of Lua's message into `line`.
void take_place(LuaTrouble& trouble);

/// What to tell the user of trouble with the rule in `file`.
Failure to_failure(const LuaTrouble& trouble, const PackFile& file, const RuleLimits& limits);

/// Raises a Lua error with the place of the calling Lua code. Never returns.
[[noreturn]] void raise(lua_State* lua, std::string_view what);

}  // namespace gialint
