#include <string>

#include "engine/cli/commands/commands.hpp"
#include "engine/cli/console/messages.hpp"
#include "engine/cli/console/output.hpp"
#include "engine/cli/console/progress.hpp"
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
class Account {
 public:
  Account(const Options& options, Language language, int first_year)
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
  [[nodiscard]] Status status() const { return status_; }

 private:
  bool quiet_;
  Language language_;
  int first_year_;
  Status status_ = Status::clean;
};

}  // namespace

Status run_extract(const Options& options) {
  Result<FileRun> run = prepare_run(options);
  Result<Output> output = run.ok() ? output_for(options) : Result<Output>(run.failure());
  if (!output.ok()) return failed(output.failure(), run.ok() ? run->language : language_of(options));
  const Language language = run->language;
  const CellFormat format = cell_format_named(options.format).value_or(CellFormat::csv);

  CellDocument document(output->stream(), format);
  document.begin(options.byte_order_mark);
  Account account(options, language, run->pack->forms().editions.front().first_report_year);
  // Rows that scroll by are progress enough.
  Progress progress(shows_output(options) ? nullptr : progress_stream(options), run->walk.files.size(), language);
  print_reports(
      run->walk.files, *run->settings, run_options(options, language),
      [format](const Report& report) { return cell_rows(report, format); },
      [&](const PrintedFile& file) {
        account.add(file, progress);
        document.add(file.text);
        progress.advance();
        return !output->broken();
      });
  document.end();
  progress.erase();
  if (!finish(*output, language)) account.add_failure();
  return account.status();
}

}  // namespace gialint
