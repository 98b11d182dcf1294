#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/rule_host/lua_state.hpp"
#include "engine/rule_host/rule_pack.hpp"

namespace gialint {

/// The chunks of a pack's rules in one Lua state, and the check function that each of them gives.
///
/// Nothing that a rule keeps may survive to the next report. So a chunk is run anew for each, but for the many whose
/// check, and whatever it can reach, is found unchanged after it ran: to run those again would give the same again.
class RuleChunks {
 public:
  /// Compiles all chunks and runs them once. Both outlive it.
  RuleChunks(LuaState& state, const RulePack& pack);

  /// Pushes the check function of rule number `rule` as its chunk gives it, and takes from the budget what running
  /// the chunk takes, be it run or not. Within a protected call only.
  void push_check(std::size_t rule) const;

  /// To be called when a check has ended, however it did: one that left a trace is never used again.
  void look_for_traces(std::size_t rule);

 private:
  static int compile(lua_State* lua);
  static int keep(lua_State* lua);
  void run_chunk(std::size_t rule) const;

  LuaState* state_;
  const RulePack* pack_;
  std::size_t rule_ = 0;              ///< that compile() and keep() work on
  std::vector<std::uint64_t> price_;  ///< steps that running a rule's chunk takes; 0: its check is not kept
};

}  // namespace gialint
