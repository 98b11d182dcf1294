#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gialint {

/// The stages from a file's bytes to its diagnostics, in order.
enum class Stage : std::uint8_t { decode, blocks, outline, tables, paragraphs, totals, claims, rules };
constexpr std::array<std::string_view, 8> stage_names = {"decode",     "blocks", "outline", "tables",
                                                         "paragraphs", "totals", "claims",  "rules"};

/// The time that one file took.
struct FileTiming {
  struct RuleTime {
    std::string rule;
    std::chrono::nanoseconds time{};
  };
  std::array<std::chrono::nanoseconds, stage_names.size()> stages{};
  std::vector<RuleTime> rules;  ///< those that ran on it
};

/// Measures from one lap to the next. Without a `timing` to write to, it never reads the clock.
class Stopwatch {
 public:
  explicit Stopwatch(FileTiming* timing) : timing_(timing) { restart(); }

  /// Discards the time since the last lap.
  void restart() {
    if (timing_ != nullptr) start_ = std::chrono::steady_clock::now();
  }
  /// Adds the time since the last lap to `stage`.
  void lap(Stage stage) {
    if (timing_ != nullptr) timing_->stages[static_cast<std::size_t>(stage)] += take();
  }
  /// Adds the time since the last lap to `rule`.
  void lap(const std::string& rule) {
    if (timing_ != nullptr) timing_->rules.push_back({rule, take()});
  }

 private:
  std::chrono::nanoseconds take() {
    const auto now = std::chrono::steady_clock::now();
    const auto passed = now - start_;
    start_ = now;
    return passed;
  }

  FileTiming* timing_;
  std::chrono::steady_clock::time_point start_;
};

/// The time that the files of a run took together, summed over threads: it may exceed wall-clock time.
struct RunTiming {
  struct RuleTotal {
    std::uint64_t calls = 0;
    std::chrono::nanoseconds total{};
    std::chrono::nanoseconds worst{};
    std::string worst_file;
  };
  std::uint64_t files = 0;
  std::array<std::chrono::nanoseconds, stage_names.size()> stages{};
  std::map<std::string, RuleTotal> rules;

  void add(const std::string& path, const FileTiming& file);
};

}  // namespace gialint
