#include "engine/cases/case_update.hpp"

#include <algorithm>
#include <cstddef>

#include "engine/cases/expectation.hpp"

namespace gialint {
namespace {

struct Replacement {
  FileRange range;
  std::string text;
};

/// The lines of `expect` for what was found, each as it was written where it was right.
std::string expectation_of(const RuleCase& rule_case, const std::vector<ExpectedDiagnostic>& found,
                           std::string_view line_end) {
  std::string lines;
  for (const ExpectedDiagnostic& diagnostic : found) {
    const auto same = std::find(rule_case.expected.begin(), rule_case.expected.end(), diagnostic);
    lines += same == rule_case.expected.end()
                 ? to_string(diagnostic)
                 : rule_case.expected_lines[static_cast<std::size_t>(same - rule_case.expected.begin())];
    lines += line_end;
  }
  return lines;
}

std::string with_line_ends(const std::string& text, std::string_view line_end) {
  std::string lines;
  for (const char c : text) lines += c == '\n' ? std::string(line_end) : std::string(1, c);
  return lines + std::string(line_end);
}

}  // namespace

std::string update_cases(std::string_view text, const std::vector<RuleCase>& cases,
                         const std::vector<CaseOutcome>& outcomes) {
  const std::string_view line_end = line_end_of(text);
  std::vector<Replacement> replacements;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const RuleCase& rule_case = cases[i];
    const CaseOutcome& outcome = outcomes[i];
    const bool differs = outcome.fault == CaseFault::differs || outcome.fault == CaseFault::fixed_differs;
    if (rule_case.todo || !differs) continue;
    if (outcome.found != rule_case.expected) {
      const std::string lines = expectation_of(rule_case, outcome.found, line_end);
      if (rule_case.expect_range) {
        replacements.push_back({*rule_case.expect_range, lines});
      } else {
        replacements.push_back({{rule_case.end, rule_case.end}, "--- expect" + std::string(line_end) + lines});
      }
    }
    if (rule_case.fixed && outcome.fixed && *outcome.fixed != *rule_case.fixed)
      replacements.push_back({*rule_case.fixed_range, with_line_ends(*outcome.fixed, line_end)});
  }
  std::sort(replacements.begin(), replacements.end(),
            [](const Replacement& a, const Replacement& b) { return a.range.begin < b.range.begin; });
  std::string updated;
  std::size_t done = 0;
  for (const Replacement& replacement : replacements) {
    updated.append(text.substr(done, replacement.range.begin - done));
    if (!updated.empty() && updated.back() != '\n') updated.append(line_end);  // after a last line without its end
    updated.append(replacement.text);
    done = replacement.range.end;
  }
  return updated.append(text.substr(done));
}

}  // namespace gialint
