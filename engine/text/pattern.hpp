#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/result.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// When the patterns of a file are compiled.
enum class PatternCompile : std::uint8_t {
  now,       ///< a wrong one is a Failure
  deferred,  ///< each on first use, for a file known to be valid
};

/// A regular expression: RE2, so matching takes linear time whatever the pattern. Syntax: RE2 with Unicode
/// classes (\p{Han}); "(?i)" and the like work; no look-around, no back-references.
///
/// A value that can be copied cheaply and used from several threads.
class Pattern {
 public:
  /// Fails with RE2's own words and the piece of the expression it stumbled on, or when the compiled
  /// expression would take more than 1 MiB.
  static Result<Pattern> compile(std::string_view expression);
  /// For an expression known to be valid: compiled on first use, in whichever thread that is, so that an unused
  /// expression costs nothing. An invalid one matches nothing.
  static Pattern deferred(std::string_view expression);

  struct Match {
    Span span;                                ///< of the whole, in the text searched
    std::vector<std::optional<Span>> groups;  ///< group 1 and on; empty where a group took no part
  };

  /// The first match at or after byte `from`.
  [[nodiscard]] std::optional<Match> find(std::string_view text, std::size_t from = 0) const;
  /// Calls `take` with every match from left to right, none overlapping.
  void for_each(std::string_view text, const std::function<void(const Match&)>& take) const;
  /// The same matches.
  [[nodiscard]] std::vector<Match> find_all(std::string_view text) const;
  /// Whether there is a match; cheaper than find().
  [[nodiscard]] bool is_in(std::string_view text) const;
  [[nodiscard]] bool matches_whole(std::string_view text) const;
  [[nodiscard]] const std::string& expression() const;
  /// Worst-case work per byte searched, in instructions of the compiled expression: all of them may be followed at
  /// once, each with the places of the groups.
  [[nodiscard]] std::size_t cost() const;

 private:
  class Compiled;
  explicit Pattern(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace gialint
