#include <string>

#include "engine/cli/console/messages.hpp"
#include "engine/cli/console/output.hpp"
#include "engine/cli/console/progress.hpp"
#include "engine/cli/options/command.hpp"
#include "engine/cli/options/option_table.hpp"
#include "engine/cli/runs/file_run.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/run/run.hpp"
#include "reporters/cell_rows.hpp"

namespace gialint {

namespace messages {

constexpr Sentence unsupported_year(
    "{} 年度的报告早于所收录的最早格式（{} 年度起施行），未取数",
    "the report for {} comes before the first known form (for {} and later): no figures taken");
constexpr Sentence undecodable(
    "有 {} 处字节不能解码，那里的数可能不对；可用 --encoding 指明编码",
    "{} places have bytes that no character stands for, figures there may be wrong; --encoding names the encoding");

}  // namespace messages

namespace {

// What the files so far come to, and the line on the standard error that each of them deserves.
class ExtractStatus {
 public:
  ExtractStatus(const Options& options, Language language, int first_year)
      : quiet_(options.quiet), language_(language), first_year_(first_year) {}

  void add(const PrintedFile& file, Progress& progress) {
    const auto tell = [&](Status status, const Failure& what) {
      if (static_cast<int>(status) > static_cast<int>(status_)) status_ = status;
      if (quiet_ && status == Status::clean) return;
      progress.erase();
      complain(what, language_);
    };
    if (file.unreadable) {
      tell(Status::failed, *file.unreadable);
    } else if (file.kind == ReportKind::not_a_report) {
      tell(file.named ? Status::diagnostics : Status::clean, {{file.path}, messages::not_a_report});
    } else if (file.kind == ReportKind::unsupported_year) {
      const std::string year = file.year ? std::to_string(*file.year) : "?";
      tell(Status::clean, {{file.path}, messages::unsupported_year.with(year, first_year_)});
    } else if (file.undecodable > 0) {
      tell(Status::diagnostics, {{file.path}, messages::undecodable.with(file.undecodable)});
    }
  }

  void add_failure() { status_ = Status::failed; }
  [[nodiscard]] Status worst() const { return status_; }

 private:
  bool quiet_;
  Language language_;
  int first_year_;
  Status status_ = Status::clean;
};

Status run_extract(const Options& options) {
  Result<FileRun> run = prepare_run(options);
  Result<Output> output = run.ok() ? output_for(options) : Result<Output>(run.failure());
  if (!output.ok()) return failed(output.failure(), run.ok() ? run->language : language_of(options));
  const Language language = run->language;
  const CellFormat format = cell_format_named(options.format).value_or(CellFormat::csv);

  CellDocument document(output->stream(), format);
  document.begin(options.byte_order_mark);
  ExtractStatus status(options, language, run->pack->forms().editions.front().first_report_year);
  // Rows that scroll by are progress enough.
  Progress progress(shows_output(options) ? nullptr : progress_stream(options), run->walk.files.size(), language);
  print_reports(
      run->walk.files, *run->settings, run_options_of(options, language),
      [format](const Report& report) { return cell_rows(report, format); },
      [&](const PrintedFile& file) {
        status.add(file, progress);
        document.add(file.text);
        progress.advance();
        return !output->broken();
      });
  document.end();
  progress.erase();
  if (!finish(*output, language)) status.add_failure();
  return status.worst();
}

/// What of the command line does not go together.
std::optional<Bilingual> refuse_extract(const Options& options) {
  if (options.byte_order_mark && !options.format.empty() && options.format != cell_format_name(CellFormat::csv)) {
    return messages::option_only_with.with("--bom", "--format csv");
  }
  return std::nullopt;
}

}  // namespace

const Command& extract_command() {
  static const Command command = {
      .name = "extract",
      .usage = {"extract [选项] [路径…]", "extract [OPTION…] [PATH…]"},
      .summary = {"取出各表的全部数值，每格一行，供统计用", "take all figures out of the tables, one row per cell"},
      .detail =
          {"路径同 check。每行的各列：file organ year edition table row column value state line char unit certainty。\n"
           "value 是读出的准确数值；state 为 number、dash（“-”“无”等，算作 "
           "0）、blank（空着）、text（不是单纯的数）或者\n"
           "absent（表里缺这一格，没有 line 和 char）；char 按字从 1 数起；certainty 为 ambiguous "
           "的，分不清属于哪一格。\n"
           "整张没有找到的表没有行。CSV 里，表格软件会当成公式的文件名前加 ./，机关名称前加 '。不运行任何规则。\n\n"
           "退出状态：0 都读了；1 点名的文件不是年报，或者有字节不能解码；2 用法或者配置不对，有文件读不了。",
           "A path is as for check. The columns: file organ year edition table row column value state line char unit\n"
           "certainty. The value is exact; the state is number, dash (\"-\" and the like, taken for 0), blank, text "
           "(no\n"
           "plain number) or absent (the table lacks the cell; no line, no char); char counts characters from 1; when\n"
           "certainty is ambiguous the row's cells cannot be told apart. A table that was not found has no rows. In "
           "CSV "
           "a\n"
           "file name that a spreadsheet would calculate gets ./ before it, an organ's name an apostrophe. No rule "
           "runs.\n\n"
           "Exit status: 0 all was read; 1 a file that was named is no report, or has bytes that no character stands "
           "for;\n"
           "2 wrong usage or configuration, a file that cannot be read."},
      .options = {option::config(), option::isolated(), option::trust(), option::rules_dir(), option::files_from(),
                  option::exclude(), option::follow(), option::max_size(), option::stdin_filename(), option::jobs(),
                  option::input_format(), option::encoding(), option::convert_with(),
                  OptionEntry{"--format",
                              "-f",
                              {"格式", "FORMAT"},
                              Expected::words,
                              cell_format_names(),
                              OptionGroup::output,
                              {"csv（默认）、json（一个数组）、jsonl（每行一个对象）",
                               "csv (default), json (one array), jsonl (an object a line)"}},
                  option::output(),
                  OptionEntry{
                      "--quiet",
                      "-q",
                      {},
                      Expected::nothing,
                      {},
                      OptionGroup::output,
                      {"不显示进度，也不提文件夹里不是年报或者年度太早的文件",
                       "no progress, and no word on files in a folder that are no report or for too early a year"}},
                  option::flag("--bom", OptionGroup::output,
                               {"CSV 以字节顺序标记（BOM）开头：在 Excel 里双击打开不乱码",
                                "begin CSV with a byte order mark, so that Excel opens it as UTF-8"})},
      .arguments = {.least = 0, .most = Arguments::any, .names = {}, .kind = Expected::files, .words = {}},
      .refuse = refuse_extract,
      .run = run_extract,
  };
  return command;
}

}  // namespace gialint
