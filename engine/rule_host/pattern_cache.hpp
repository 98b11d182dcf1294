#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/text/pattern.hpp"
#include "engine/text/prefilter.hpp"
#include "engine/text/result.hpp"

namespace gialint::lua {

/// A regular expression, and what can be known without running it.
struct Search {
  Pattern pattern;
  Prefilter prefilter;
  std::uint64_t price = 0;            ///< steps for compiling it
  mutable std::uint64_t paid_in = 0;  ///< RuleRun::number of the rule that paid them last
};

/// The regular expressions that rules use, compiled once per worker. Bounded: a rule that builds them without end
/// only loses the benefit. Those that were not asked for while many others were go first: rules build some from what a
/// report says, and they must not drive out those that every report needs. No rule may notice what is kept, or it would
/// depend on the rules and reports before: each pays for an expression on each report as if it were new.
class PatternCache {
 public:
  /// The steps that compiling takes at the least, known before the work.
  static std::uint64_t least_price(std::string_view expression);

  /// The expression when it was compiled before, else null; lives until the next call.
  const Search* find(std::string_view expression);
  /// Compiles an expression that find() does not know; lives until the next call.
  Result<const Search*> compile(std::string_view expression, PatternCompile when);

 private:
  static constexpr std::size_t most = 256;
  static constexpr std::size_t most_instructions = 200'000;  ///< of all together, at some 50 bytes each
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using Searches = std::unordered_map<std::string, Search, Hash, std::equal_to<>>;
  const Search* keep(Searches::node_type search);

  std::size_t instructions_ = 0;  ///< of `recent_`
  Searches recent_;
  Searches older_;  ///< what was recent before `most` others were asked for
};

}  // namespace gialint::lua
