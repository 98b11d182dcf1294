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

/// The stages from a file's bytes to its diagnostics, in the order of their work.
enum class Stage : std::uint8_t { decode, blocks, outline, tables, paragraphs, totals, claims, rules };
constexpr std::array<std::string_view, 8> stage_names = {"decode",     "blocks", "outline", "tables",
                                                         "paragraphs", "totals", "claims",  "rules"};

/// What one file took.
struct FileTiming {
  struct RuleTime {
    std::string rule;
    std::chrono::nanoseconds time{};
  };
  std::array<std::chrono::nanoseconds, stage_names.size()> stages{};
  std::vector<RuleTime> rules;  ///< those that ran on it
};

/// Measures from one lap to the next. With nothing to write to it never looks at the clock.
class Stopwatch {
 public:
  explicit Stopwatch(FileTiming* timing) : timing_(timing) { restart(); }

  /// What passed since the last lap belongs to nobody.
  void restart() {
    if (timing_ != nullptr) start_ = std::chrono::steady_clock::now();
  }
  /// What passed since the last lap belongs to `stage`.
  void lap(Stage stage) {
    if (timing_ != nullptr) timing_->stages[static_cast<std::size_t>(stage)] += take();
  }
  /// What passed since the last lap belongs to `rule`.
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

/// What the files of a run took together: threads add up, so it may be more than the clock on the wall shows.
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
