#include "engine/fix/fix.hpp"

#include <algorithm>
#include <cstddef>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/cli/commands/check_task.hpp"
#include "engine/cli/console/fix_diff.hpp"
#include "engine/cli/console/messages.hpp"
#include "engine/cli/console/output.hpp"
#include "engine/cli/runs/file_run.hpp"
#include "engine/files/read_file.hpp"
#include "engine/hash/sha256.hpp"
#include "engine/run/read_source.hpp"
#include "reporters/places.hpp"

namespace gialint {
namespace {

// PDF, ZIP (.docx), and the documents of old Word: what is read from them is not where it stands.
bool is_document(std::string_view bytes) {
  static constexpr std::string_view starts[] = {"%PDF-", "PK\x03\x04", "\xD0\xCF\x11\xE0"};
  return std::any_of(std::begin(starts), std::end(starts),
                     [&](std::string_view start) { return bytes.starts_with(start); });
}

// The text of a file for a diff. UTF-8 stays as it is, so that the diff can be applied.
std::string text_for_diff(const std::string& bytes, const SourceText& source) {
  return source.encoding() == Encoding::utf8 ? bytes : std::string(source.text());
}

class FixTask final : public CheckTask {
 public:
  explicit FixTask(const Options& options) : options_(&options) { fix_.unsafe = options.unsafe; }

  void begin(std::vector<InputFile>& files, RunOptions& run, bool color) override {
    fix_.language = run.reading.language;
    run.details.digest = true;  // tells whether a file is still the one that was linted
    run_ = run;
    style_.color = color;
    style_.terminal = shows_output(*options_);
    out_ = std::make_unique<Output>(Output::to_standard_output(run.reading.language));
    for (InputFile& file : files) {
      if (!file.standard_input || file.failure) continue;
      Result<std::string> bytes = read_bytes(file, run.reading);
      if (bytes.ok()) {
        file.bytes = std::make_shared<const std::string>(std::move(*bytes));
      } else {
        file.failure = bytes.failure();
      }
    }
  }

  void rework(const InputFile& file, FinishedFile& finished, const LintAgain& again) override {
    if (finished.result.unreadable) {
      explain_document(file, *finished.result.unreadable);
    } else if (has_wanted(finished.result)) {
      fix_file(file, finished, again);
    } else if (to_output(file)) {
      out_->stream() << *file.bytes;
    }
  }

  Status finish(const RunSummary& summary) override {
    if (!gialint::finish(*out_, fix_.language)) failed_ = true;
    if (!options_->quiet) {
      const std::uint64_t left = summary.errors + summary.warnings + summary.infos;
      std::cerr << say(only_shows() ? Text::would_fix_count : Text::fixed_count, fix_.language,
                       {std::to_string(fixed_), std::to_string(left)}) +
                       "\n"
                << std::flush;
    }
    if (failed_) return Status::failed;
    return options_->check && changes_ ? Status::diagnostics : Status::clean;
  }

 private:
  [[nodiscard]] bool only_shows() const { return options_->check || options_->diff; }
  [[nodiscard]] bool to_output(const InputFile& file) const { return file.standard_input && !only_shows(); }

  [[nodiscard]] bool has_wanted(const FileResult& result) const {
    return std::any_of(result.diagnostics.begin(), result.diagnostics.end(),
                       [&](const Diagnostic& one) { return one.fix && is_wanted(*one.fix, fix_); });
  }

  void fail(const Failure& failure) {
    complain(failure);
    failed_ = true;
  }

  // A file that cannot be read at all cannot be fixed either; of a document that is worth a word.
  void explain_document(const InputFile& file, Failure& failure) const {
    if (file.failure) return;
    ReadOptions head = run_.reading;
    head.max_bytes = 8;
    const Result<std::string> start = read_bytes(file, head);
    if (start.ok() && is_document(*start)) failure.what += say(Text::fix_no_document, fix_.language);
  }

  void fix_file(const InputFile& file, FinishedFile& finished, const LintAgain& again) {
    const Result<std::string> bytes = read_bytes(file, run_.reading);
    if (!bytes.ok()) return fail(bytes.failure());
    if (is_document(*bytes)) return fail({file.path, say(Text::fix_no_document, fix_.language)});
    FileResult result = finished.result;
    if (sha256_hex(*bytes) != result.sha256) {
      result = again(*bytes).result;
      if (result.unreadable) return fail(*result.unreadable);
    }
    Result<FixedFile> fixed = fix_bytes(std::move(result), *bytes, options_->input_format, fix_,
                                        [&](std::string changed) { return again(std::move(changed)).result; });
    if (!fixed.ok()) {
      if (to_output(file)) out_->stream() << *bytes;
      return fail(fixed.failure());
    }
    for (const Failure& refused : fixed->refused) complain(refused);
    if (!put(file, *bytes, *finished.result.source, *fixed)) return;
    finished.result = std::move(fixed->left);
    tell(file.path, fixed->fixed);
  }

  // Shows the changes or makes them. False when they could not be made, with a complaint.
  bool put(const InputFile& file, const std::string& before, const SourceText& source, const FixedFile& fixed) {
    const bool changed = fixed.bytes != before;
    changes_ = changes_ || changed;
    if (options_->diff) {
      out_->stream() << unified_diff(file.path, text_for_diff(before, source),
                                     text_for_diff(fixed.bytes, *fixed.left.source), style_);
      return true;
    }
    if (to_output(file)) out_->stream() << fixed.bytes;
    if (!changed || options_->check || file.standard_input) return true;
    const Result<std::string> now = read_file(file.absolute, run_.reading.max_bytes, fix_.language);
    if (!now.ok() || *now != before) {
      fail({file.path, now.ok() ? say(Text::fix_changed_meanwhile, fix_.language) : now.failure().what});
      return false;
    }
    if (std::optional<Failure> failure = write_file(file.absolute.string(), fixed.bytes, fix_.language)) {
      fail({"", say(Text::cannot_write, fix_.language, {file.path + ": " + failure->what})});
      return false;
    }
    return true;
  }

  void tell(const std::string& path, const std::map<std::string, std::size_t>& fixed) {
    std::string rules;
    for (const auto& [rule, count] : fixed) {
      fixed_ += count;
      rules += (rules.empty() ? "" : ", ") + rule + " " + std::to_string(count);
    }
    if (rules.empty() || options_->quiet) return;
    const Text text = only_shows() ? Text::would_fix_file : Text::fixed_file;
    std::cerr << printable(say(text, fix_.language, {path, rules})) + "\n" << std::flush;
  }

  const Options* options_;
  FixOptions fix_;
  RunOptions run_;
  DiffStyle style_;
  std::unique_ptr<Output> out_;  ///< diffs, and what the standard input came to
  std::size_t fixed_ = 0;        ///< diagnostics
  bool changes_ = false;         ///< some file is or would be another
  bool failed_ = false;
};

}  // namespace

Status run_fix(const Options& options) {
  FixTask task(options);
  return run_check(options, &task);
}

}  // namespace gialint
