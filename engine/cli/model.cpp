#include <memory>
#include <utility>

#include "engine/cli/commands.hpp"
#include "engine/cli/messages.hpp"
#include "engine/report/report_json.hpp"
#include "engine/runner/read_file.hpp"

namespace gialint {

Status run_model(const Options& options) {
  const Language language = language_of(options);
  const auto failed = [](const Failure& failure) {
    complain(failure);
    return Status::failed;
  };
  const Result<std::shared_ptr<const Pack>> pack = pack_for(options);
  if (!pack.ok()) return failed(pack.failure());

  const std::string& path = options.arguments.front();
  const std::string name = path == "-" ? options.stdin_filename.value_or("<stdin>") : path;
  Result<std::string> bytes = path == "-" ? read_standard_input(name, SourceText::default_max_bytes, language)
                                          : read_file(path, SourceText::default_max_bytes, language);
  if (!bytes.ok()) return failed(bytes.failure());
  Result<SourceText> source = SourceText::from_bytes(name, std::move(*bytes), options.encoding);
  if (!source.ok()) return failed({name, source.failure().what});

  const Report report =
      (*pack)->reader().read(std::make_shared<const SourceText>(std::move(*source)), options.input_format);
  std::string json = to_json(report);
  if (json.empty() || json.back() != '\n') json += '\n';
  const Status printed = print(json, language);
  if (printed != Status::clean || report.kind != ReportKind::not_a_report) return printed;
  complain({name, say(Text::not_a_report, language)});
  return Status::diagnostics;
}

}  // namespace gialint
