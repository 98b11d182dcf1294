#include "engine/cli/console/timing.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "engine/cli/console/messages.hpp"
#include "engine/text/display.hpp"

namespace gialint {

namespace messages {

constexpr Sentence timing_title("用时（{} 个文件，各线程相加）", "time taken ({} files, all threads added up)");
constexpr Sentence timing_stage("环节", "stage");
constexpr Sentence timing_rule("规则", "rule");
constexpr Sentence timing_calls("次数", "calls");
constexpr Sentence timing_total("合计 ms", "total ms");
constexpr Sentence timing_share("占比 %", "share %");
constexpr Sentence timing_per_file("每文件 µs", "µs per file");
constexpr Sentence timing_worst("最慢的文件", "slowest file");

}  // namespace messages

namespace {

using std::chrono::nanoseconds;

// Numbers right, words left: the first and the last column are words.
using Line = std::array<std::string, 6>;

std::string aligned(const std::vector<Line>& lines) {
  std::array<int, std::tuple_size_v<Line>> widths{};
  for (const Line& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], display_width(line[i]));
  }
  std::string text;
  for (const Line& line : lines) {
    text += pad_right(line.front(), widths.front());
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
      if (widths[i] > 0) text += "  " + pad_left(line[i], widths[i]);
    }
    text += (line.back().empty() ? "" : "  ") + line.back() + "\n";
  }
  return text;
}

// The numbers that both tables show.
struct Columns {
  nanoseconds all{};
  std::uint64_t files = 0;

  [[nodiscard]] Line line(std::string name, std::string calls, nanoseconds time, std::string worst) const {
    const auto spent = static_cast<double>(time.count());
    const double share = all.count() == 0 ? 0 : 100 * spent / static_cast<double>(all.count());
    return {std::move(name),
            std::move(calls),
            fmt::format("{:.1f}", spent / 1e6),
            fmt::format("{:.1f}", share),
            fmt::format("{:.1f}", spent / 1e3 / static_cast<double>(files)),
            std::move(worst)};
  }
};

}  // namespace

std::string timing_tables(const RunTiming& timing, Language language) {
  if (timing.files == 0) return {};
  const auto word = [&](const Sentence& text) { return say(text, language); };
  const Columns columns{std::accumulate(timing.stages.begin(), timing.stages.end(), nanoseconds{}), timing.files};

  std::vector<Line> stages = {{word(messages::timing_stage), "", word(messages::timing_total),
                               word(messages::timing_share), word(messages::timing_per_file), ""}};
  for (std::size_t stage = 0; stage < timing.stages.size(); ++stage) {
    stages.push_back(columns.line(std::string(stage_names[stage]), "", timing.stages[stage], ""));
  }

  using Rule = std::pair<std::string, RunTiming::RuleTotal>;
  std::vector<Rule> dearest(timing.rules.begin(), timing.rules.end());
  std::stable_sort(dearest.begin(), dearest.end(),
                   [](const Rule& a, const Rule& b) { return a.second.total > b.second.total; });
  std::vector<Line> rules = {{word(messages::timing_rule), word(messages::timing_calls), word(messages::timing_total),
                              word(messages::timing_share), word(messages::timing_per_file),
                              word(messages::timing_worst)}};
  for (const auto& [id, rule] : dearest) {
    const double worst = static_cast<double>(rule.worst.count()) / 1e3;
    rules.push_back(columns.line(id, std::to_string(rule.calls), rule.total,
                                 fmt::format("{} ({:.1f} µs)", rule.worst_file, worst)));
  }
  return say(messages::timing_title, language, std::to_string(timing.files)) + "\n" + aligned(stages) + "\n" +
         aligned(rules);
}

}  // namespace gialint
