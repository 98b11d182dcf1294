#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "engine/cli/commands/commands.hpp"
#include "engine/cli/console/messages.hpp"
#include "engine/cli/console/terminal.hpp"
#include "engine/cli/runs/loading.hpp"
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

}  // namespace

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
  const Result<Report> report = open_report(file, {options.input_format, options.encoding}, (*pack)->reader());
  if (!report.ok()) return failed(report.failure(), language);
  const Status printed = print(options.tables ? drawn(*report, options, language) : to_json(*report), language);
  if (printed != Status::clean || report->kind != ReportKind::not_a_report) return printed;
  complain({{name}, messages::not_a_report}, language);
  return Status::diagnostics;
}

}  // namespace gialint
