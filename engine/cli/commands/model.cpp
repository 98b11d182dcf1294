#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "engine/cli/console/messages.hpp"
#include "engine/cli/console/terminal.hpp"
#include "engine/cli/options/command.hpp"
#include "engine/cli/options/option_table.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/report/claims_text.hpp"
#include "engine/report/report_json.hpp"
#include "engine/run/read_source.hpp"
#include "reporters/table_drawing.hpp"

namespace gialint {

namespace {

std::string drawn(const Report& report, const Options& options, Language language) {
  TableDrawing drawing;
  drawing.language = language;
  drawing.ambiguous_width = options.ambiguous_width;
  drawing.width = options.full ? 0 : terminal_width().value_or(drawing.width);
  return draw_tables(report, drawing);
}

Status run_model(const Options& options) {
  const Language language = language_of(options);
  const std::string& path = options.arguments.front();
  const std::string name = path == "-" ? options.stdin_filename.value_or("<stdin>") : path;
  const Result<std::shared_ptr<const Pack>> pack = pack_in(std::filesystem::path(name).parent_path(), options);
  if (!pack.ok()) return failed(pack.failure(), language);
  InputFile file;
  file.path = name;
  file.absolute = path;
  file.standard_input = path == "-";
  const Result<Report> report = open_report(file, reading_of(options), (*pack)->reader());
  if (!report.ok()) return failed(report.failure(), language);
  const Status printed = print(options.tables   ? drawn(*report, options, language)
                               : options.claims ? claims_text(*report)
                                                : to_json(*report),
                               language);
  if (printed != Status::clean || report->kind != ReportKind::not_a_report) return printed;
  complain({{name}, messages::not_a_report}, language);
  return Status::diagnostics;
}

/// What of the command line does not go together.
std::optional<Bilingual> refuse_model(const Options& options) {
  if (options.claims && options.tables) return messages::option_not_with.with("--claims", "--tables");
  if (options.full && !options.tables) return messages::option_only_with.with("--full", "--tables");
  return std::nullopt;
}

}  // namespace

const Command& model_command() {
  static const Command command = {
      .name = "model",
      .usage = {"model [选项] 文件", "model [OPTION…] FILE"},
      .summary = {"把读出的报告内容输出为 JSON，或者把各表画出来，或者说明文字是怎样理解的",
                  "print what was read from a report as JSON, draw its tables, or tell how its words are understood"},
      .detail = {"退出状态：0 认出了年度报告；1 没有认出；2 读不了文件。",
                 "Exit status: 0 an annual report was recognised; 1 none; 2 the file cannot be read."},
      .options = {option::config(), option::isolated(), option::trust(), option::rules_dir(), option::stdin_filename(),
                  option::input_format(), option::encoding(), option::convert_with(), option::ambiguous_width(),
                  option::flag("--tables", OptionGroup::output,
                               {"不输出 JSON，把读出的各表画成文本，看不准的地方做上标记",
                                "no JSON: draw the tables as text, with doubtful places marked"}),
                  option::flag("--claims", OptionGroup::output,
                               {"不输出 JSON，列出正文的词语和它们的含义，每个数说的是什么；没有理解的，说明为什么",
                                "no JSON: the words of the prose with what they mean, what each number states, and "
                                "why nothing is made of the others"}),
                  option::flag(
                      "--full", OptionGroup::output,
                      {"和 --tables 一起用：长的行标签不缩短", "with --tables: long row labels are not shortened"})},
      .arguments = {.least = 1, .most = 1, .names = {{"文件", "FILE"}}, .kind = Expected::files, .words = {}},
      .refuse = refuse_model,
      .run = run_model,
  };
  return command;
}

}  // namespace gialint
