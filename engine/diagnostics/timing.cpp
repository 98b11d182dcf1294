#include "engine/diagnostics/timing.hpp"

namespace gialint {

void RunTiming::add(const std::string& path, const FileTiming& file) {
  ++files;
  for (std::size_t stage = 0; stage < stages.size(); ++stage) stages[stage] += file.stages[stage];
  for (const FileTiming::RuleTime& each : file.rules) {
    RuleTotal& rule = rules[each.rule];
    ++rule.calls;
    rule.total += each.time;
    if (each.time > rule.worst) {
      rule.worst = each.time;
      rule.worst_file = path;
    }
  }
}

}  // namespace gialint
