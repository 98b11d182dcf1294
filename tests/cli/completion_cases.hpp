#pragma once

#include <string>
#include <vector>

namespace gialint {

/// A command line up to the cursor, and what every shell offers there, sorted.
struct CompletionCase {
  std::vector<std::string> words;  ///< behind "gialint"; the last one is not finished
  std::vector<std::string> offered;
};

inline const std::vector<CompletionCase>& completion_cases() {
  static const std::vector<CompletionCase> cases = {
      {{"expl"}, {"explain"}},
      {{"--fail"}, {"--fail-on"}},
      {{"--fail-on", ""}, {"error", "info", "never", "warning"}},
      {{"--lang", "en", "extract", "-f", ""}, {"csv", "json", "jsonl"}},
      {{"--config", "gialint.toml", "api", "--format", "l"}, {"lua"}},
      {{"--preset", ""}, {"archive", "recommended", "strict"}},
      {{"config", "--sc"}, {"--schema"}},
      {{"new", ""}, {"plugin", "rule"}},
      {{"completion", ""}, {"bash", "fish", "zsh"}},
      {{"explain", "totals/ro"}, {"totals/row-total"}},
      {{"explain", "sh"}, {"shandong/fixed-items", "shandong/motion-results"}},
      {{"--exclude", "check", "vers"}, {"version"}},
  };
  return cases;
}

}  // namespace gialint
