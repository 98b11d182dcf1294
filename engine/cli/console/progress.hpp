#pragma once

#include <chrono>
#include <cstddef>
#include <iosfwd>
#include <string>

#include "engine/text/language.hpp"

namespace gialint {

/// One line on a terminal that tells how many files of a run are done, how fast, and how long the rest takes: there
/// when a run takes longer than a glance, renewed a few times a second, gone in the end. Whoever writes to the same
/// terminal erases it first.
class Progress {
 public:
  using Clock = std::chrono::steady_clock;

  /// Writes nothing, ever, without `out`.
  Progress(std::ostream* out, std::size_t total, Language language, Clock::time_point now = Clock::now());
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { erase(); }

  /// One more file is done.
  void advance(Clock::time_point now = Clock::now());
  /// Takes the line away until it is due again.
  void erase();

  /// Whether the terminal called `name` (TERM) can show a line that changes: not the window of an editor.
  static bool is_shown_on(const char* name);

 private:
  std::ostream* out_;
  std::size_t total_;
  Language language_;
  std::size_t done_ = 0;
  int width_ = 0;  ///< cells of the line on the terminal; 0: none is there
  Clock::time_point start_;
  Clock::time_point due_;
};

}  // namespace gialint
