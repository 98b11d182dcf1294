#include <array>
#include <cstddef>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/cli/commands/check_task.hpp"
#include "engine/cli/console/messages.hpp"
#include "engine/cli/console/output.hpp"
#include "engine/cli/console/today.hpp"
#include "engine/cli/options/command.hpp"
#include "engine/cli/options/option_table.hpp"
#include "engine/cli/runs/file_run.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/files/file_replacement.hpp"
#include "engine/hash/sha256.hpp"
#include "engine/office/word_comments.hpp"
#include "engine/office/word_package.hpp"
#include "engine/packs/own_rules.hpp"
#include "engine/run/read_source.hpp"
#include "reporters/places.hpp"

namespace gialint {

namespace messages {

constexpr Sentence commented("{} → {}: 写入批注 {} 条，换掉以前的 {} 条",
                             "{} → {}: {} comments written, in place of {} earlier ones");
constexpr Sentence uncommented("{} → {}: 去掉批注 {} 条", "{} → {}: {} comments taken out");
constexpr Sentence restored("{}，文档与写批注以前逐字节相同",
                            "{}; the document is byte for byte what it was before them");
constexpr Sentence where_to("写好批注的文档放到哪里？用 -o 文件 另存，或者用 --in-place 改写原文档",
                            "where is the commented document to go? -o FILE saves another, --in-place rewrites it");
constexpr Sentence one_with_output("-o 只能用于一份文档；多份用 --in-place",
                                   "-o takes one document; several go with --in-place");
constexpr Sentence is_protected("文档设有编辑保护；批注已写入，取消保护或者有权限的人才能删改",
                                "the document is protected against editing; the comments were written all the same");
constexpr Sentence no_word_document("不是 Word 文档，写不了批注：批注只能写进 .docx",
                                    "no Word document: comments can be written into .docx only");
constexpr Sentence no_comments_on_input("标准输入写不了批注：请给出文件名",
                                        "no comments on the standard input: name a file");
constexpr Sentence same_file("-o 就是原文档；要改写它，用 --in-place",
                             "-o is the document itself; --in-place rewrites it");

// The paragraphs of a comment.
constexpr Sentence error_found("错误：{}", "error: {}");
constexpr Sentence warning_found("警告：{}", "warning: {}");
constexpr Sentence info_found("提示：{}", "info: {}");
constexpr Sentence see_also("另见：{}", "see also: {}");
constexpr Sentence part_of_line("{}：{}", "{}: {}");
constexpr Sentence suggestion("建议：{}", "suggestion: {}");
constexpr Sentence what_to_do("怎么改：{}", "help: {}");
constexpr Sentence legal_basis("依据：{}", "basis: {}");
constexpr Sentence rule_id("规则：{}", "rule: {}");

}  // namespace messages

namespace {

namespace fs = std::filesystem;

const Sentence& sentence_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return messages::error_found;
    case Severity::warning:
      return messages::warning_found;
    case Severity::info:
      break;
  }
  return messages::info_found;
}

/// "2025-01-31T08:00:00Z" of SOURCE_DATE_EPOCH, so that a run can be repeated, else of now.
std::string comment_date() {
  const std::time_t now = seconds_of_run(std::getenv("SOURCE_DATE_EPOCH"), std::time(nullptr));
  std::tm utc{};
  std::array<char, 32> text{};
  if (::gmtime_r(&now, &utc) == nullptr) return {};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc)};
}

/// Where the documents go, and what was said of it.
class DocumentOutput {
 public:
  DocumentOutput(const Options& options, Language language) : options_(&options), language_(language) {}

  /// Puts `bytes` in the place of `file`, or where -o says, and tells `what` of it. `before` is what the file held.
  void put(const InputFile& file, const std::string& before, const std::string& bytes, std::string_view what) {
    if (!options_->output) {
      if (bytes == before) return tell(what);
      const std::optional<Failure> failure = rewrite_file(file.absolute, before, bytes, file.tree);
      if (failure) return fail({{file.path}, failure->what});
      return tell(what);
    }
    const std::string& target = *options_->output;
    std::error_code error;
    if (fs::equivalent(target, file.absolute, error)) return fail({{target}, messages::same_file});
    if (const std::optional<Failure> failure = write_file(target, bytes)) {
      return fail({{}, messages::cannot_write.with(with_place({{target}, failure->what}))});
    }
    tell(what);
  }

  void fail(const Failure& failure) {
    complain(failure, language_);
    failed_ = true;
  }

  void tell(std::string_view what) const {
    if (!options_->quiet) std::cerr << printable(what) + "\n" << std::flush;
  }

  [[nodiscard]] std::string target_of(const InputFile& file) const { return options_->output.value_or(file.path); }
  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] bool failed() const { return failed_; }

 private:
  const Options* options_;
  Language language_;
  bool failed_ = false;
};

class CommentTask final : public CheckTask {
 public:
  explicit CommentTask(const Options& options) : options_(&options) {}

  void begin(std::vector<InputFile>& files, RunOptions& run, const std::vector<RuleInfo>& rules,
             bool /*color*/) override {
    out_.emplace(*options_, run.language);
    run.details.digest = true;  // tells whether a file is still the one that was linted
    reading_ = run.reading;
    for (const RuleInfo& rule : rules) rules_.emplace(rule.id, rule);
    for (InputFile& file : files) {
      if (file.standard_input) file.failure = Failure{{file.path}, messages::no_comments_on_input};
    }
  }

  void rework(const InputFile& file, FinishedFile& finished, const Relint& again) override {
    if (finished.result.unreadable) return;
    if (!finished.result.source->is_drawn()) {
      // A folder may hold texts too.
      if (file.named) out_->fail({{file.path}, messages::no_word_document});
      return;
    }
    const Result<std::string> bytes = read_bytes(file, reading_);
    if (!bytes.ok()) return out_->fail(bytes.failure());
    if (sha256_hex(*bytes) != finished.result.sha256) {
      finished = again(*bytes);
      if (finished.result.unreadable) return;
    }
    std::vector<WordComment> comments;
    for (const Diagnostic& diagnostic : finished.result.diagnostics) {
      if (diagnostic.rule == own_rule::not_a_report) return;
      comments.push_back({clamped(*finished.result.source, diagnostic.span), lines_of(finished.result, diagnostic)});
    }
    const Result<CommentedDocument> document = with_comments(*bytes, comments, comment_date());
    if (!document.ok()) return out_->fail({{file.path}, document.failure().what});
    if (document->is_protected) complain(Failure{{file.path}, messages::is_protected}, out_->language());
    out_->put(file, *bytes, document->bytes,
              say(messages::commented, out_->language(), file.path, out_->target_of(file), document->written,
                  document->taken_out));
  }

  Status finish(const RunSummary& /*summary*/) override { return out_->failed() ? Status::failed : Status::clean; }

 private:
  /// The paragraphs of a comment.
  [[nodiscard]] std::vector<std::string> lines_of(const FileResult& result, const Diagnostic& diagnostic) const {
    const Language language = out_->language();
    std::vector<std::string> lines = {say(sentence_of(diagnostic.severity), language, diagnostic.message)};
    for (const Related& related : diagnostic.related) {
      std::string line = related.source && related.source != result.source ? related.source->path() : std::string();
      for (const std::string& part : {related.location, related.message}) {
        if (!part.empty()) line = line.empty() ? part : say(messages::part_of_line, language, line, part);
      }
      if (!line.empty()) lines.push_back(say(messages::see_also, language, line));
    }
    if (diagnostic.fix) lines.push_back(say(messages::suggestion, language, diagnostic.fix->message));
    if (const auto rule = rules_.find(diagnostic.rule); rule != rules_.end()) {
      const std::string& help = rule->second.help.in(language);
      if (!help.empty()) lines.push_back(say(messages::what_to_do, language, help));
      for (const std::string& basis : rule->second.basis) lines.push_back(say(messages::legal_basis, language, basis));
    }
    lines.push_back(say(messages::rule_id, language, diagnostic.rule));
    for (std::string& line : lines) line = printable(line);
    return lines;
  }

  const Options* options_;
  ReadOptions reading_;
  std::map<std::string, RuleInfo> rules_;  ///< by id
  std::optional<DocumentOutput> out_;      ///< from begin() on
};

Status remove_comments(const Options& options) {
  const Result<FileRun> run = prepare_run(options);
  if (!run.ok()) return failed(run.failure(), language_of(options));
  DocumentOutput out(options, run->language);
  for (const InputFile& file : run->walk.files) {
    if (file.standard_input) {
      out.fail({{file.path}, messages::no_comments_on_input});
      continue;
    }
    const Result<std::string> bytes = read_bytes(file, ReadOptions());
    if (!bytes.ok()) {
      out.fail(bytes.failure());
      continue;
    }
    // A folder may hold texts too.
    if (!file.named && office_file(*bytes) != OfficeFile::archive) continue;
    const Result<CommentedDocument> document = without_comments(*bytes);
    if (!document.ok()) {
      out.fail({{file.path}, document.failure().what});
      continue;
    }
    std::string what = say(messages::uncommented, run->language, file.path, out.target_of(file), document->taken_out);
    if (document->restored && document->taken_out > 0) what = say(messages::restored, run->language, what);
    out.put(file, *bytes, document->bytes, what);
  }
  return out.failed() ? Status::failed : Status::clean;
}

Status run_comment(const Options& options) {
  if (options.remove) return remove_comments(options);
  Options checked = options;
  checked.output.reset();  // it takes the document, not the diagnostics
  CommentTask task(options);
  return run_check(checked, &task);
}

/// What of the command line does not go together.
std::optional<Bilingual> refuse_comment(const Options& options) {
  if (options.in_place && options.output) return messages::option_not_with.with("--in-place", "-o");
  if (!options.in_place && !options.output) return messages::where_to;
  if (options.output && options.arguments.size() > 1) return messages::one_with_output;
  return refuse_no_baseline(options);
}

}  // namespace

const Command& comment_command() {
  static const Command command = {
      .name = "comment",
      .usage = {"comment [选项] 文档… -o 文件", "comment [OPTION…] FILE… -o FILE"},
      .summary = {"把问题写成 Word 文档（.docx）里的批注",
                  "write the findings into a Word document (.docx) as comments"},
      .detail =
          {"-o 另存，--in-place 改写原文档，两样要选一样；多份文档或者文件夹只能用 "
           "--in-place。每条诊断成为一条批注，作者\n"
           "gialint，正好标住所说的文字：是什么问题，怎么改，依据，规则。再运行一次，换掉以前写的；别人的批注、正文和格"
           "式\n"
           "都不动。--remove 只去掉以前写的批注：文档没有再改过的，逐字节还原。有数字签名的文档不写。\n\n"
           "诊断也照 check 那样输出。退出状态同 check；写不成批注的为 2。",
           "-o saves another document, --in-place rewrites this one; several documents or a folder go with "
           "--in-place.\n"
           "Each diagnostic becomes a comment by gialint on exactly its text: what is wrong, what to do, the basis, "
           "the\n"
           "rule. A second run replaces what the first wrote; comments of others, text and formatting are left alone.\n"
           "--remove only takes out what was written: byte for byte, unless the document was changed since. A "
           "document\n"
           "with a digital signature is refused.\n\n"
           "The diagnostics are printed as by check. The exit status is that of check, and 2 when a document cannot "
           "be\n"
           "written."},
      .options =
          option_list(option::choosing_rules(), option::failing(), option::known_diagnostics(), option::files_from(),
                      option::exclude(), option::follow(), option::max_size(), option::previous(), option::jobs(),
                      OptionEntry{"--output",
                                  "-o",
                                  {"文件", "FILE"},
                                  Expected::files,
                                  {},
                                  OptionGroup::output,
                                  {"写好批注的文档另存为这个文件", "save the commented document as this file"}},
                      option::flag("--in-place", OptionGroup::output, {"改写原文档", "rewrite the document itself"}),
                      option::flag("--remove", OptionGroup::output,
                                   {"只去掉以前写的批注", "only take out the comments of earlier runs"}),
                      option::quiet()),
      .arguments =
          {.least = 1, .most = Arguments::any, .names = {{"文件", "FILE"}}, .kind = Expected::files, .words = {}},
      .refuse = refuse_comment,
      .run = run_comment,
  };
  return command;
}

}  // namespace gialint
