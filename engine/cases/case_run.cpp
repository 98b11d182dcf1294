#include "engine/cases/case_run.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/lint/corpus_places.hpp"

namespace gialint {

std::vector<RuleCase::NamedReport> texts_of(const RuleCase& rule_case) {
  if (!rule_case.corpus.empty()) return rule_case.corpus;
  std::vector<RuleCase::NamedReport> texts = {{"report.txt", rule_case.report}};
  if (rule_case.previous) texts.push_back({"previous.txt", *rule_case.previous});
  return texts;
}

CaseRunner::CaseRunner(const std::shared_ptr<const Pack>& pack, Language language)
    : pack_(pack), language_(language), linter_(pack, language), corpus_runner_(pack->rules, language) {}

std::vector<FileResult> CaseRunner::run(const std::string& id, const RuleCase& rule_case,
                                        const std::vector<std::shared_ptr<const SourceText>>& texts) {
  std::vector<FileResult> results;
  for (const auto& text : texts) {
    FileResult& result = results.emplace_back();
    result.path = text->path();
    result.source = text;
  }
  LintOptions options;
  options.rules[id].options = rule_case.options;
  options.fragment = true;
  if (rule_case.corpus.empty()) {
    std::optional<Report> previous;
    if (rule_case.previous) previous = pack_->reader().read(texts.back());
    results.front() = linter_.lint(texts.front(), options, {previous ? &*previous : nullptr, nullptr});
    return results;
  }
  std::vector<Report> reports;
  Corpus corpus;
  corpus.regions = rule_case.regions;
  for (const auto& text : texts)
    corpus.reports.push_back(make_digest(reports.emplace_back(pack_->reader().read(text))));
  CorpusOutcome outcome = corpus_runner_.run(corpus, options.rules);
  for (CorpusDiagnostic& diagnostic : outcome.diagnostics) {
    find_places(
        diagnostic, [&](std::size_t report) { return &reports[report]; }, language_);
    results[diagnostic.report].diagnostics.push_back(std::move(diagnostic.diagnostic));
  }
  for (FileResult& result : results) std::sort(result.diagnostics.begin(), result.diagnostics.end(), reads_before);
  results.front().rule_failures = std::move(outcome.failures);
  return results;
}

}  // namespace gialint
