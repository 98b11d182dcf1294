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
std::string expectation_of(const RuleCase& each, const std::vector<ExpectedDiagnostic>& found,
                           std::string_view line_end) {
  std::string lines;
  for (const ExpectedDiagnostic& diagnostic : found) {
    const auto same = std::find(each.expected.begin(), each.expected.end(), diagnostic);
    lines += same == each.expected.end() ? to_string(diagnostic)
                                         : each.expected_lines[static_cast<std::size_t>(same - each.expected.begin())];
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
    const RuleCase& each = cases[i];
    const CaseOutcome& outcome = outcomes[i];
    const bool told = outcome.fault == CaseFault::differs || outcome.fault == CaseFault::fixed_differs;
    if (each.todo || !told) continue;
    if (outcome.found != each.expected) {
      const std::string lines = expectation_of(each, outcome.found, line_end);
      if (each.expect_range) {
        replacements.push_back({*each.expect_range, lines});
      } else {
        replacements.push_back({{each.end, each.end}, "--- expect" + std::string(line_end) + lines});
      }
    }
    if (each.fixed && outcome.fixed && *outcome.fixed != *each.fixed)
      replacements.push_back({*each.fixed_range, with_line_ends(*outcome.fixed, line_end)});
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
