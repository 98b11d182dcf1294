#include "engine/run/corpus_run.hpp"

#include <algorithm>
#include <exception>
#include <map>
#include <optional>
#include <utility>

#include "engine/diagnostics/fingerprint.hpp"
#include "engine/lint/corpus_places.hpp"
#include "engine/run/read_source.hpp"

namespace gialint {
namespace {

// Reads the reports that diagnostics name, each once.
class ReopenedReports {
 public:
  ReopenedReports(const std::vector<std::size_t>& numbers, const std::vector<InputFile>& files, Settings& settings,
                  const RunOptions& options)
      : numbers_(&numbers), files_(&files), settings_(&settings), options_(&options) {}

  // Null when the file cannot be read any more.
  const Report* get(std::size_t report) {
    const auto [place, is_new] = reports_.try_emplace(report);
    if (is_new) {
      const InputFile& file = (*files_)[(*numbers_)[report]];
      const Pack& pack = *settings_->in_folder(file.absolute.parent_path()).pack;
      if (Result<Report> again = open_report(file, options_->reading, pack.reader())) place->second = *std::move(again);
    }
    return place->second ? &*place->second : nullptr;
  }

 private:
  const std::vector<std::size_t>* numbers_;
  const std::vector<InputFile>* files_;
  Settings* settings_;
  const RunOptions* options_;
  std::map<std::size_t, std::optional<Report>> reports_;
};

}  // namespace

bool has_corpus_rules(const RuleSettings& settings, const RulePack& rules) {
  return std::any_of(settings.begin(), settings.end(), [&](const auto& setting) {
    const Rule* rule = rules.find(setting.first);
    return rule != nullptr && rule->info.category == "corpus";
  });
}

void lint_corpus(const Corpus& corpus, const std::vector<std::size_t>& numbers, const std::vector<InputFile>& files,
                 Settings& settings, const std::shared_ptr<const Pack>& pack, const RunOptions& options,
                 const ResultSink& sink) {
  CorpusOutcome outcome = RuleRunner(pack->rules, options.language, options.limits).run(corpus, options.corpus_rules);
  ReopenedReports reports(numbers, files, settings, options);
  auto diagnostic = outcome.diagnostics.begin();
  while (diagnostic != outcome.diagnostics.end() || !outcome.failures.empty()) {
    FinishedFile finished;
    FileResult& result = finished.result;
    result.at_end_of_run = true;
    // A rule that failed did so over no file in particular: the first one stands for it.
    const std::size_t report = diagnostic == outcome.diagnostics.end() ? 0 : diagnostic->report;
    const InputFile& file = files[numbers[report]];
    result.path = file.path;
    result.rule_failures = std::exchange(outcome.failures, {});
    const std::shared_ptr<const RuleSettings> own = settings.rules_for(file.absolute);
    for (; diagnostic != outcome.diagnostics.end() && diagnostic->report == report; ++diagnostic) {
      if (own->count(diagnostic->diagnostic.rule) == 0) continue;
      find_places(
          *diagnostic, [&](std::size_t number) { return reports.get(number); }, options.language);
      result.diagnostics.push_back(std::move(diagnostic->diagnostic));
    }
    if (!result.diagnostics.empty()) {
      if (const Report* again = reports.get(report)) result.source = again->source;
      std::sort(result.diagnostics.begin(), result.diagnostics.end(), reads_before);
      if (result.source) set_fingerprints(*result.source, result.diagnostics);
    }
    const FolderSettings& folder = settings.in_folder(file.absolute.parent_path());
    finished.fail_on = folder.config->fail_on;
    finished.absolute = file.absolute;
    if (options.suppress) finished.suppressions = folder.suppressions.apply(result, file.absolute, *own, options.today);
    if ((!result.diagnostics.empty() || !result.suppressed.empty() || !result.rule_failures.empty()) &&
        !sink(std::move(finished)))
      return;
  }
}

}  // namespace gialint
