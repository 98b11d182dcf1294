#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/rule_host/lua_state.hpp"
#include "engine/rule_host/rule_pack.hpp"

namespace gialint {

/// The chunks of a pack's rules in one Lua state, and the check function that each returns.
///
/// Nothing that a rule keeps may survive to the next report, so a chunk runs anew for each. Most need not: where the
/// check and all that it can reach is unchanged after a run, running the chunk again would give the same.
class RuleChunks {
 public:
  /// Compiles all chunks and runs them once. Both outlive it.
  RuleChunks(LuaState& state, const RulePack& pack);

  /// Pushes the check function of rule number `rule` as its chunk returns it, and charges the chunk's cost whether or
  /// not it is run. Within a protected call only.
  void push_check(std::size_t rule) const;

  /// Call after every check, even a failed one: a check that left a trace is not used again.
  void look_for_traces(std::size_t rule);

 private:
  static int compile(lua_State* lua);
  static int keep(lua_State* lua);
  void run_chunk(std::size_t rule) const;

  LuaState* state_;
  const RulePack* pack_;
  std::size_t rule_ = 0;              ///< that compile() and keep() work on
  std::vector<std::uint64_t> price_;  ///< steps that a rule's chunk takes; 0: its check is not kept
};

}  // namespace gialint
