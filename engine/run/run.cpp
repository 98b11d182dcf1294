#include "engine/run/run.hpp"

#include <algorithm>
#include <cstddef>
#include <exception>
#include <map>
#include <memory>
#include <new>
#include <utility>

#include "engine/files/shown_path.hpp"
#include "engine/parallel/in_order.hpp"
#include "engine/run/baseline.hpp"
#include "engine/run/corpus_run.hpp"
#include "engine/run/history.hpp"
#include "engine/run/read_source.hpp"
#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

const Pack& pack_of(const InputFile& file, Settings& settings) {
  return *settings.in_folder(file.absolute.parent_path()).pack;
}

bool needs_previous_report(const RuleSettings& settings, const RulePack& rules) {
  return std::any_of(settings.begin(), settings.end(), [&](const auto& setting) {
    const Rule* rule = rules.find(setting.first);
    return rule != nullptr && std::find(rule->needs.begin(), rule->needs.end(), "previous") != rule->needs.end();
  });
}

// Whether last year's report is of any use in a run over `files`.
bool needs_previous_report(const std::vector<InputFile>& files, Settings& settings) {
  return std::any_of(files.begin(), files.end(), [&](const InputFile& file) {
    return !file.failure && needs_previous_report(*settings.rules_for(file.absolute), *pack_of(file, settings).rules);
  });
}

// What `work` gives; when it throws, what `failed` makes of the reason.
template <class Work, class Failed>
auto shielded(const InputFile& file, const Work& work, const Failed& failed) {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    static constexpr Sentence no_memory("内存不足，未作处理", "not read: out of memory");
    return failed(Failure{{file.path}, no_memory});
  } catch (const std::exception& error) {
    static constexpr Sentence internal("程序内部错误，未作处理：{}", "not read, internal error: {}");
    return failed(Failure{{file.path}, internal.with(error.what())});
  }
}

// Lints one file after the other; one per thread.
class LintWorker {
 public:
  LintWorker(const std::vector<InputFile>& files, Settings& settings, const RunOptions& options,
             const PreviousReports& previous, bool digests)
      : files_(&files), settings_(&settings), options_(&options), previous_(&previous), digests_(digests) {}

  FinishedFile operator()(std::size_t number) { return (*this)((*files_)[number], number); }

  // `file` in place of the one of that number.
  FinishedFile operator()(const InputFile& file, std::size_t number) {
    return shielded(
        file, [&] { return lint(file, number); },
        [&](Failure failure) {
          // What was thrown may have left a linter in any state: the next file gets a new one.
          linters_.clear();
          return unreadable(file, std::move(failure));
        });
  }

 private:
  FinishedFile lint(const InputFile& file, std::size_t number) {
    FinishedFile finished;
    if (options_->timing) finished.timing.emplace();
    FileTiming* const timing = options_->timing ? &*finished.timing : nullptr;
    Stopwatch stopwatch(timing);
    std::string sha256;
    const Result<DocumentSource> source =
        read_source(file, options_->reading, options_->details.digest ? &sha256 : nullptr);
    if (!source.ok()) return unreadable(file, source.failure());
    stopwatch.lap(Stage::decode);

    LintOptions lint_options;
    lint_options.rules = *settings_->rules_for(file.absolute);
    lint_options.named = file.named;
    lint_options.details = options_->details;
    const FolderSettings& folder = settings_->in_folder(file.absolute.parent_path());
    Result<std::optional<Report>> previous = read_previous(number, lint_options.rules, *folder.pack);
    if (!previous.ok()) return unreadable(file, previous.failure());
    std::unique_ptr<Linter>& linter = linters_[folder.pack];
    if (linter == nullptr) linter = std::make_unique<Linter>(folder.pack, options_->language, options_->limits);
    const std::optional<Report> same = read_same(number, *folder.pack);
    const LintContext context{*previous ? &**previous : nullptr, same ? &*same : nullptr, &options_->aliases,
                              digests_ ? &finished.digest : nullptr, timing};
    finished.result = linter->lint(*source, lint_options, context);
    if (previous_->searched() && finished.result.is_report) {
      const std::size_t before = previous_->of(number);
      finished.result.previous = before == PreviousReports::none ? std::string() : (*files_)[before].path;
    }
    finished.result.sha256 = std::move(sha256);
    finished.fail_on = folder.config->fail_on;
    finished.absolute = file.absolute;
    if (options_->suppress) {
      finished.suppressions =
          folder.suppressions.apply(finished.result, file.absolute, lint_options.rules, options_->today);
    }
    return finished;
  }

  // Last year's report, when there is one and rules ask for it. Only one that was named can be a failure.
  Result<std::optional<Report>> read_previous(std::size_t number, const RuleSettings& rules, const Pack& pack) {
    const bool named = options_->previous.has_value();
    const std::size_t before = previous_->of(number);
    if (!named && (before == PreviousReports::none || !needs_previous_report(rules, *pack.rules)))
      return std::optional<Report>();
    Result<Report> report =
        open_report(named ? *options_->previous : (*files_)[before], options_->reading, pack.reader());
    if (!report.ok()) return named ? Result<std::optional<Report>>(report.failure()) : std::optional<Report>();
    if (named && report->kind != ReportKind::report) {
      static constexpr Sentence no_report("不是政府信息公开工作年度报告，无法与上年比较",
                                          "no annual report, so nothing can be compared with last year");
      return Failure{FilePlace{report->source->path()}, no_report};
    }
    return std::optional<Report>(*std::move(report));
  }

  // The file of the run that holds the same body's report for the same year, when there is one before this.
  std::optional<Report> read_same(std::size_t number, const Pack& pack) {
    const std::size_t other = previous_->same_as(number);
    if (other == PreviousReports::none) return std::nullopt;
    Result<Report> report = open_report((*files_)[other], options_->reading, pack.reader());
    return report.ok() ? std::optional<Report>(*std::move(report)) : std::nullopt;
  }

  static FinishedFile unreadable(const InputFile& file, Failure failure) {
    FinishedFile finished;
    finished.result.path = file.path;
    finished.result.unreadable = std::move(failure);
    return finished;
  }

  const std::vector<InputFile>* files_;
  Settings* settings_;
  const RunOptions* options_;
  const PreviousReports* previous_;
  bool digests_;                                                            ///< whether anybody wants them
  std::map<std::shared_ptr<const Pack>, std::unique_ptr<Linter>> linters_;  ///< one for each set of plugins
};

// What holds of a run as a whole: which suppressions were of use, and what the baseline knows.
class EndOfRun {
 public:
  EndOfRun(Settings& settings, const RunOptions& options) : settings_(&settings), options_(&options) {}

  void take(FinishedFile& file) {
    if (file.result.unreadable) return;
    const fs::path folder = file.absolute.parent_path();
    const FolderSettings& own = settings_->in_folder(folder);
    if (options_->suppress && !own.suppressions.empty()) {
      watches_.try_emplace(&own, own.suppressions).first->second.add(file.suppressions);
    }
    if (options_->baseline != nullptr) {
      options_->baseline->apply(file.result, file.absolute, *settings_->rules_for(file.absolute));
    }
  }

  // Configurations report in path order.
  void finish(const ResultSink& sink) {
    std::map<fs::path, std::pair<const FolderSettings*, const SuppressionWatch*>> by_path;
    for (const auto& [folder, watch] : watches_) by_path[folder->config->file] = {folder, &watch};
    for (const auto& [path, entry] : by_path) {
      // No structured binding: Clang 14 lets no lambda see one.
      const FolderSettings* const folder = entry.first;
      const SuppressionWatch* const watch = entry.second;
      const bool whole = std::any_of(options_->folders.begin(), options_->folders.end(),
                                     [&](const fs::path& walked) { return lies_within(walked, folder->folder); });
      for (FileResult& result :
           watch->report(whole, options_->today, *settings_->rules_for(path), options_->language)) {
        FinishedFile finished;
        finished.result = std::move(result);
        finished.fail_on = folder->config->fail_on;
        finished.absolute = path;
        if (!sink(std::move(finished))) return;
      }
    }
  }

 private:
  Settings* settings_;
  const RunOptions* options_;
  std::map<const FolderSettings*, SuppressionWatch> watches_;
};

PrintedFile printed(const InputFile& file, const ReportReader& reader, const RunOptions& options,
                    const ReportPrinter& print) {
  PrintedFile result;
  result.path = file.path;
  result.named = file.named;
  const Result<Report> report = open_report(file, options.reading, reader);
  if (!report.ok()) {
    result.unreadable = report.failure();
    return result;
  }
  result.kind = report->kind;
  result.year = report->year;
  result.undecodable = report->source->undecodable().size();
  if (report->kind == ReportKind::report) result.text = print(*report);
  return result;
}

}  // namespace

void lint_files(const std::vector<InputFile>& files, Settings& settings, const std::shared_ptr<const Pack>& pack,
                const RunOptions& options, const ResultSink& sink, const FileHook& hook) {
  const auto bytes_of = [](const FinishedFile& file) {
    return file.result.source == nullptr ? 0 : file.result.source->text().size();
  };
  PreviousReports previous;
  if (files.size() > 1 && !options.previous && needs_previous_report(files, settings)) {
    previous = PreviousReports(files, pack->reader(), options.reading, options.aliases, options.jobs, options.stop);
  }
  EndOfRun tail(settings, options);
  std::size_t number = 0;
  std::optional<LintWorker> relinter;
  const auto call_hook = [&](FinishedFile& file) {
    const InputFile& input = files[number];
    hook(input, file, [&](std::string bytes) {
      if (!relinter) relinter.emplace(files, settings, options, previous, false);
      InputFile again = input;
      again.bytes = std::make_shared<const std::string>(std::move(bytes));
      return (*relinter)(again, number);
    });
  };
  const auto deliver = [&](FinishedFile file) {
    if (options.stop && options.stop()) return false;  // the file may not be whole
    tail.take(file);
    if (hook && !file.result.at_end_of_run) call_hook(file);
    return sink(std::move(file));
  };
  const bool whole = files.size() > 1 && has_corpus_rules(options.corpus_rules, *pack->rules);
  Corpus corpus;
  std::vector<std::size_t> numbers;  // of the corpus' reports
  bool stopped = false;
  if (options.stop && options.stop()) return;
  in_order(
      files.size(), options.jobs, [&] { return LintWorker(files, settings, options, previous, whole); }, bytes_of,
      [&](FinishedFile file) {
        if (file.digest) {
          corpus.reports.push_back(*std::exchange(file.digest, std::nullopt));
          numbers.push_back(number);
        }
        stopped = !deliver(std::move(file));
        ++number;
        return !stopped;
      });
  if (!stopped && corpus.reports.size() >= 2) {
    corpus.regions = options.regions;
    corpus.aliases = options.aliases;
    lint_corpus(corpus, numbers, files, settings, pack, options, [&](FinishedFile file) {
      stopped = !deliver(std::move(file));
      return !stopped;
    });
  }
  if (!stopped) tail.finish(sink);
}

void print_reports(const std::vector<InputFile>& files, Settings& settings, const RunOptions& options,
                   const ReportPrinter& print, const PrintedSink& sink) {
  const auto work = [&](std::size_t number) {
    const InputFile& file = files[number];
    return shielded(
        file, [&] { return printed(file, pack_of(file, settings).reader(), options, print); },
        [&](Failure failure) {
          PrintedFile result;
          result.path = file.path;
          result.named = file.named;
          result.unreadable = std::move(failure);
          return result;
        });
  };
  in_order(
      files.size(), options.jobs, [&] { return work; }, [](const PrintedFile& file) { return file.text.size(); },
      [&](PrintedFile file) { return !(options.stop && options.stop()) && sink(std::move(file)); });
}

}  // namespace gialint
