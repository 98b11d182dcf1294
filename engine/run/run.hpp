#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/config/settings.hpp"
#include "engine/lint/lint.hpp"
#include "engine/readers/document_source.hpp"
#include "engine/report/corpus.hpp"
#include "engine/run/input_file.hpp"

namespace gialint {

class BaselineMatcher;

struct RunOptions {
  ReadOptions reading;
  Language language = Language::zh;  ///< of the messages
  unsigned jobs = 1;                 ///< threads, at least 1
  RuleLimits limits;
  std::optional<TomlDate> today;               ///< decides which suppressions are over; without it none is
  bool suppress = true;                        ///< whether `[[suppress]]` holds anything back
  BaselineMatcher* baseline = nullptr;         ///< what is known already; used from the calling thread
  std::vector<std::filesystem::path> folders;  ///< absolute, that the run goes through as a whole
  std::function<bool()> stop;                  ///< asked between files: true ends the run early, without what
                                               ///< was not done by then; for within a file see RuleLimits::stop
  FileDetails details;                         ///< what the results hold besides the diagnostics
  bool timing = false;                         ///< measure what each file takes
  /// --previous: last year's report of the one file that is linted. Without it the files of the run that hold the same
  /// body's reports for two years on end are found (engine/run/history.hpp).
  std::optional<InputFile> previous;
  RuleSettings corpus_rules;    ///< of the rules about all reports of the run; others in it are passed over
  std::vector<Region> regions;  ///< what they roll up
  OrganAliases aliases;         ///< which bodies are one
};

/// One file's result, and the level that its own configuration wants the run to fail at.
struct FinishedFile {
  FileResult result;
  std::optional<Severity> fail_on;
  std::optional<ReportDigest> digest;  ///< of a report, where rules about all of them are on; not for the sink
  SuppressionUse suppressions;         ///< what the folder's entries came to; not for the sink
  std::filesystem::path absolute;      ///< the file, or for a configuration that
  std::optional<FileTiming> timing;    ///< of a file that was read, when RunOptions::timing asks for it
};

/// Lints the file in hand again, as it would be with other bytes. What the baseline knows is not set apart.
using Relint = std::function<FinishedFile(std::string bytes)>;

/// May change a file and its result before the sink gets it.
using FileHook = std::function<void(const InputFile& file, FinishedFile& finished, const Relint& again)>;

/// Takes the results, in the order of the files; false ends the run.
using ResultSink = std::function<bool(FinishedFile)>;

/// Reads and lints `files` with `options.jobs` threads. The sink is called from the calling thread only, and the same
/// calls come whatever the number of threads. Only a bounded number of results waits for it at any time, so memory
/// does not grow with the number of files.
///
/// A rule that needs last year's report gets it when it is among `files`; it is then read once more. While such rules
/// are on, a body's report that is there twice is told (input/same-report).
///
/// Rules about all reports run when all files are done, and print last: FileResult::at_end_of_run.
///
/// Each file is linted with the pack of its own configuration (FolderSettings); `pack` is that of the run as a whole:
/// it says which rules there are about all reports.
///
/// Before the sink gets the result of a file, `hook` does, on the same thread.
/// What is suppressed or known of the baseline is set apart, and unused suppressions are told at the very end.
///
/// Whatever happens to one file, be it that memory runs out, is that file's FileResult::unreadable.
void lint_files(const std::vector<InputFile>& files, Settings& settings, const std::shared_ptr<const Pack>& pack,
                const RunOptions& options, const ResultSink& sink, const FileHook& hook = {});

/// Text made from one report. Called from several threads.
using ReportPrinter = std::function<std::string(const Report&)>;

/// What one file came to.
struct PrintedFile {
  std::string path;                   ///< as printed
  bool named = false;                 ///< named by the user, not met in a folder
  std::optional<Failure> unreadable;  ///< then nothing else is set
  ReportKind kind = ReportKind::report;
  std::optional<int> year;
  std::size_t undecodable = 0;  ///< places whose bytes no character stands for
  std::string text;             ///< what the printer gave; empty unless `kind` is report
};

/// Takes the texts, in the order of the files; false ends the run.
using PrintedSink = std::function<bool(PrintedFile)>;

/// Reads `files` as lint_files() does, and prints each report instead of linting it: no rule runs.
void print_reports(const std::vector<InputFile>& files, Settings& settings, const RunOptions& options,
                   const ReportPrinter& print, const PrintedSink& sink);

}  // namespace gialint
