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
#include "engine/cli/options/command.hpp"
#include "engine/cli/options/option_table.hpp"
#include "engine/cli/runs/file_run.hpp"
#include "engine/files/file_replacement.hpp"
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
constexpr Sentence fix_no_word(
    "Word 文档不能自动修改，没有改动：用 gialint comment 把问题写成批注，照着改",
    "a Word document cannot be fixed and was left as it was: gialint comment writes the findings into it as comments");

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

  void begin(std::vector<InputFile>& files, RunOptions& run, const std::vector<RuleInfo>& /*rules*/,
             bool color) override {
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

  void rework(const InputFile& file, FinishedFile& finished, const Relint& again) override {
    if (finished.result.unreadable) {
      explain_document(file, *finished.result.unreadable);
    } else if (finished.result.source->is_drawn()) {
      // A folder that holds one may be fixed all the same.
      if (file.named) fail({{file.path}, messages::fix_no_word});
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

  void fix_file(const InputFile& file, FinishedFile& finished, const Relint& again) {
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
    if (const std::optional<Failure> failure = rewrite_file(file.absolute, before, fixed.bytes, file.tree)) {
      fail({{file.path}, failure->what});
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

Status run_fix(const Options& options) {
  FixTask task(options);
  return run_check(options, &task);
}

/// What of the command line does not go together.
std::optional<Bilingual> refuse_fix(const Options& options) {
  const bool writes_results = !options.format.empty() || options.output || !options.outputs.empty();
  if ((options.diff || options.check) && writes_results) {
    return messages::option_not_with.with(options.diff ? "--diff" : "--check",
                                          options.format.empty() ? "--output" : "--format");
  }
  return refuse_no_baseline(options);
}

}  // namespace

const Command& fix_command() {
  static const Command command = {
      .name = "fix",
      .usage = {"fix [选项] [路径…]", "fix [OPTION…] [PATH…]"},
      .summary = {"改好能稳妥改好的问题，再报出剩下的", "fix what can be fixed safely, and report what is left"},
      .detail =
          {"路径同 check。稳妥的修改只动文字、全半角、空白和序号，从不动数字；--unsafe "
           "另做可能改变意思的；只供参考的建议\n"
           "从来不做。每次改后重新检查，直到没有可改的为止。编码、字节顺序标记、换行和别处的字节都保持原样。\n"
           "配置里 [rules] 的 fix = \"off\"、\"safe\"、\"unsafe\" "
           "说明怎样对待一条规则的修改；略过的和基线里的问题不改。\n\n"
           "- 读标准输入，改好的文字写到标准输出，诊断写到标准错误。读取以后又被别人改过的文件不覆盖。Word "
           "文档（.docx）不能改，用 gialint comment 把问题写成批注。\n\n"
           "退出状态：0 改后没有达到 --fail-on 的问题；1 还有，或者有 --check 时会有改动；2 "
           "用法或者配置不对，有文件读不了或者\n"
           "写不进去，规则出错，两条规则的修改互相抵触。",
           "A path is as for check. Safe fixes change wording, width, blanks and ordinals, never a number; --unsafe "
           "makes "
           "also\n"
           "those that may change the meaning; suggestions are never applied. After each round the file is checked "
           "again,\n"
           "until nothing is left to fix. Encoding, byte order mark, line ends and all other bytes stay as they are. "
           "In "
           "the\n"
           "configuration, fix = \"off\", \"safe\" or \"unsafe\" under [rules] says what becomes of a rule's fixes; "
           "what "
           "is\n"
           "suppressed or in the baseline is not fixed.\n\n"
           "- reads the standard input; the fixed text goes to the standard output, diagnostics to the standard error. "
           "A "
           "file\n"
           "that somebody changed since it was read is not overwritten. Word documents (.docx) cannot be fixed: "
           "gialint comment\nwrites the findings into them as comments.\n\n"
           "Exit status: 0 nothing at or above --fail-on is left; 1 something is, or with --check a file would change; "
           "2 "
           "wrong\n"
           "usage or configuration, a file that cannot be read or written, a rule that failed, fixes that undo each "
           "other."},
      .options = option_list(
          option::choosing_rules(), option::failing(),
          option::flag("--unsafe", OptionGroup::verdict,
                       {"可能改变报告意思的修改也做，改动数字的都在其中；改后要逐处核对",
                        "make also the fixes that may change what the report says, those of numbers among them; "
                        "look at each of them"}),
          option::flag("--diff", OptionGroup::verdict,
                       {"什么都不写，把会有的改动显示为统一格式的差异（unified diff）",
                        "write nothing: show the changes as a unified diff"}),
          option::known_diagnostics(),
          option::flag("--check", OptionGroup::verdict,
                       {"什么都不写；有文件会改动时退出状态也为 1",
                        "write nothing; exit status 1 also when a file would change"}),
          option::choosing_files(), option::report_format(), option::report_output(), option::quiet(),
          option::column_unit(), option::ambiguous_width(), option::color()),
      .arguments = {.least = 0, .most = Arguments::any, .names = {}, .kind = Expected::files, .words = {}},
      .prints_text = true,
      .refuse = refuse_fix,
      .run = run_fix,
  };
  return command;
}

}  // namespace gialint
