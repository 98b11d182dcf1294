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

namespace messages {

constexpr Sentence fixed_file("{}: 改好 {}", "{}: fixed {}");
constexpr Sentence would_fix_file("{}: 可改 {}", "{}: would fix {}");
constexpr Sentence fixed_count("改好 {} 处，还剩 {} 处", "Fixed {}, {} left");
constexpr Sentence would_fix_count("可改 {} 处，还剩 {} 处", "Would fix {}, {} left");
constexpr Sentence both("{}{}", "{}{}");
constexpr Sentence fix_no_document("；fix 只能改文本文件，这个文件没有改动",
                                   "; fix changes text files only, this one is left as it was");
constexpr Sentence fix_changed_meanwhile("读取以后内容变了，没有覆盖；请再运行一次",
                                         "changed since it was read and was not overwritten; run fix again");

}  // namespace messages

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
    language_ = run.language;
    run.details.digest = true;  // tells whether a file is still the one that was linted
    run_ = run;
    style_.color = color;
    style_.terminal = shows_output(*options_);
    out_ = std::make_unique<Output>(Output::to_standard_output());
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
    if (!gialint::finish(*out_, language_)) failed_ = true;
    if (!options_->quiet) {
      const std::uint64_t left = summary.errors + summary.warnings + summary.infos;
      std::cerr << say(only_shows() ? messages::would_fix_count : messages::fixed_count, language_,
                       std::to_string(fixed_), std::to_string(left)) +
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
    complain(failure, language_);
    failed_ = true;
  }

  // A file that cannot be read at all cannot be fixed either; of a document that is worth a word.
  void explain_document(const InputFile& file, Failure& failure) const {
    if (file.failure) return;
    ReadOptions head = run_.reading;
    head.max_bytes = 8;
    const Result<std::string> start = read_bytes(file, head);
    if (start.ok() && is_document(*start)) failure.what = messages::both.with(failure.what, messages::fix_no_document);
  }

  void fix_file(const InputFile& file, FinishedFile& finished, const LintAgain& again) {
    const Result<std::string> bytes = read_bytes(file, run_.reading);
    if (!bytes.ok()) return fail(bytes.failure());
    if (is_document(*bytes)) return fail({{file.path}, messages::fix_no_document});
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
    for (const Failure& refused : fixed->refused) complain(refused, language_);
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
    const Result<std::string> now = read_file(file.absolute, run_.reading.max_bytes);
    if (!now.ok() || *now != before) {
      fail({{file.path}, now.ok() ? Bilingual(messages::fix_changed_meanwhile) : now.failure().what});
      return false;
    }
    if (std::optional<Failure> failure = write_file(file.absolute.string(), fixed.bytes)) {
      fail({{}, messages::cannot_write.with(with_place({{file.path}, failure->what}))});
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
    const Sentence& text = only_shows() ? messages::would_fix_file : messages::fixed_file;
    std::cerr << printable(say(text, language_, path, rules)) + "\n" << std::flush;
  }

  const Options* options_;
  FixOptions fix_;
  Language language_ = Language::zh;
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
