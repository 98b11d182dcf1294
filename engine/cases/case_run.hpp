#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/cases/rule_case.hpp"
#include "engine/lint/lint.hpp"

namespace gialint {

/// The texts of a case, with their marks and by name: its report, "report.txt", and last year's, "previous.txt", or all
/// reports of a corpus.
std::vector<RuleCase::NamedReport> texts_of(const RuleCase& rule_case);

/// Runs rules over their cases. One per thread, like Linter.
class CaseRunner {
 public:
  CaseRunner(const std::shared_ptr<const Pack>& pack, Language language);

  /// What the rule `id` says of the case when it runs alone, one result for each of `texts`: those of texts_of(),
  /// without their marks, in whatever encoding. What a rule about a corpus failed with is in the first.
  std::vector<FileResult> run(const std::string& id, const RuleCase& rule_case,
                              const std::vector<std::shared_ptr<const SourceText>>& texts);

 private:
  std::shared_ptr<const Pack> pack_;
  Language language_;
  Linter linter_;
  RuleRunner corpus_runner_;
};

}  // namespace gialint
