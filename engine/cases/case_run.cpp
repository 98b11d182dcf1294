#include "engine/cases/case_run.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/lint/corpus_places.hpp"

namespace gialint {

std::vector<RuleCase::NamedReport> texts_of(const RuleCase& each) {
  if (!each.corpus.empty()) return each.corpus;
  std::vector<RuleCase::NamedReport> texts = {{"report.txt", each.report}};
  if (each.previous) texts.push_back({"previous.txt", *each.previous});
  return texts;
}

CaseRunner::CaseRunner(const std::shared_ptr<const Pack>& pack, Language language)
    : pack_(pack), language_(language), linter_(pack, language), of_corpus_(pack->rules, language) {}

std::vector<FileResult> CaseRunner::run(const std::string& id, const RuleCase& each,
                                        const std::vector<std::shared_ptr<const SourceText>>& texts) {
  std::vector<FileResult> results;
  for (const auto& text : texts) {
    FileResult& result = results.emplace_back();
    result.path = text->path();
    result.source = text;
  }
  LintOptions options;
  options.rules[id].options = each.options;
  options.fragment = true;
  if (each.corpus.empty()) {
    std::optional<Report> previous;
    if (each.previous) previous = pack_->reader().read(texts.back());
    results.front() = linter_.lint(texts.front(), options, {previous ? &*previous : nullptr, nullptr});
    return results;
  }
  std::vector<Report> reports;
  Corpus corpus;
  corpus.regions = each.regions;
  for (const auto& text : texts)
    corpus.reports.push_back(make_digest(reports.emplace_back(pack_->reader().read(text))));
  CorpusOutcome outcome = of_corpus_.run(corpus, options.rules);
  for (CorpusDiagnostic& said : outcome.diagnostics) {
    find_places(
        said, [&](std::size_t report) { return &reports[report]; }, language_);
    results[said.report].diagnostics.push_back(std::move(said.diagnostic));
  }
  for (FileResult& result : results) std::sort(result.diagnostics.begin(), result.diagnostics.end(), reads_before);
  results.front().rule_failures = std::move(outcome.failures);
  return results;
}

}  // namespace gialint
