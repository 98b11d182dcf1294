#include "engine/runner/run.hpp"

#include <cstddef>
#include <exception>
#include <memory>
#include <new>
#include <utility>

#include "engine/runner/in_order.hpp"
#include "engine/runner/read_file.hpp"

namespace gialint {
namespace {

Result<SourceText> read_source(const InputFile& file, const RunOptions& options) {
  if (file.failure) return *file.failure;
  Result<std::string> bytes = file.standard_input ? read_standard_input(file.path, options.max_bytes, options.language)
                                                  : read_file(file.absolute, options.max_bytes, options.language);
  if (!bytes.ok()) return Failure{file.path, bytes.failure().what};
  Result<SourceText> text = SourceText::from_bytes(file.path, std::move(*bytes), options.encoding, options.max_bytes);
  if (!text.ok()) return Failure{file.path, text.failure().what};
  return text;
}

// What `work` gives; when it throws, what `failed` makes of the reason.
template <class Work, class Failed>
auto shielded(const InputFile& file, Language language, const Work& work, const Failed& failed) {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    static const Bilingual what = {"内存不足，未作处理", "not read: out of memory"};
    return failed(Failure{file.path, what.in(language)});
  } catch (const std::exception& error) {
    static const Bilingual what = {"程序内部错误，未作处理：", "not read, internal error: "};
    return failed(Failure{file.path, what.in(language) + error.what()});
  }
}

// Lints one file after the other; one per thread.
class LintWorker {
 public:
  LintWorker(const std::vector<InputFile>& files, Settings& settings, std::shared_ptr<const Pack> pack,
             const RunOptions& options)
      : files_(&files), settings_(&settings), pack_(std::move(pack)), options_(&options) {}

  FinishedFile operator()(std::size_t number) {
    const InputFile& file = (*files_)[number];
    return shielded(
        file, options_->language, [&] { return lint(file); },
        [&](Failure failure) {
          // What was thrown may have left the linter in any state: the next file gets a new one.
          linter_.reset();
          return unreadable(file, std::move(failure));
        });
  }

 private:
  FinishedFile lint(const InputFile& file) {
    FinishedFile finished;
    if (options_->timing) finished.timing.emplace();
    FileTiming* const timing = options_->timing ? &*finished.timing : nullptr;
    Stopwatch stopwatch(timing);
    Result<SourceText> text = read_source(file, *options_);
    if (!text.ok()) return unreadable(file, text.failure());
    stopwatch.lap(Stage::decode);

    LintOptions lint_options;
    lint_options.rules = *settings_->rules_for(file.absolute);
    lint_options.format = options_->format;
    lint_options.named = file.named;
    if (linter_ == nullptr) linter_ = std::make_unique<Linter>(pack_, options_->language, options_->limits);
    finished.result = linter_->lint(std::make_shared<const SourceText>(std::move(*text)), lint_options, timing);
    finished.result.path = file.path;
    finished.fail_on = settings_->in_folder(file.absolute.parent_path()).config->fail_on;
    return finished;
  }

  static FinishedFile unreadable(const InputFile& file, Failure failure) {
    FinishedFile finished;
    finished.result.path = file.path;
    finished.result.unreadable = std::move(failure);
    return finished;
  }

  const std::vector<InputFile>* files_;
  Settings* settings_;
  std::shared_ptr<const Pack> pack_;
  const RunOptions* options_;
  std::unique_ptr<Linter> linter_;
};

PrintedFile printed(const InputFile& file, const ReportReader& reader, const RunOptions& options,
                    const ReportPrinter& print) {
  PrintedFile result;
  result.path = file.path;
  result.named = file.named;
  Result<SourceText> text = read_source(file, options);
  if (!text.ok()) {
    result.unreadable = text.failure();
    return result;
  }
  const Report report = reader.read(std::make_shared<const SourceText>(std::move(*text)), options.format);
  result.kind = report.kind;
  result.year = report.year;
  result.undecodable = report.source->undecodable().size();
  if (report.kind == ReportKind::report) result.text = print(report);
  return result;
}

}  // namespace

void lint_files(const std::vector<InputFile>& files, Settings& settings, const std::shared_ptr<const Pack>& pack,
                const RunOptions& options, const ResultSink& sink) {
  const auto bytes_of = [](const FinishedFile& file) {
    return file.result.source == nullptr ? 0 : file.result.source->text().size();
  };
  in_order(
      files.size(), options.jobs, [&] { return LintWorker(files, settings, pack, options); }, bytes_of, sink);
}

void print_reports(const std::vector<InputFile>& files, const Pack& pack, const RunOptions& options,
                   const ReportPrinter& print, const PrintedSink& sink) {
  const auto work = [&](std::size_t number) {
    const InputFile& file = files[number];
    return shielded(
        file, options.language, [&] { return printed(file, pack.reader(), options, print); },
        [&](Failure failure) {
          PrintedFile result;
          result.path = file.path;
          result.named = file.named;
          result.unreadable = std::move(failure);
          return result;
        });
  };
  in_order(
      files.size(), options.jobs, [&] { return work; }, [](const PrintedFile& file) { return file.text.size(); }, sink);
}

}  // namespace gialint
