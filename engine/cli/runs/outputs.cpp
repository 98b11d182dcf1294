#include "engine/cli/runs/outputs.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <system_error>
#include <utility>

#include "engine/cli/console/messages.hpp"
#include "engine/cli/console/status.hpp"
#include "engine/cli/console/terminal.hpp"
#include "engine/cli/runs/file_run.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

// How to draw for what stands at the other end.
ReporterOptions drawing_for(const Options& options, bool terminal) {
  ReporterOptions drawing;
  drawing.color = wants_color(options.color, terminal);
  drawing.ambiguous_width = options.ambiguous_width;
  if (terminal) drawing.width = terminal_width().value_or(drawing.width);
  std::error_code error;
  drawing.root = fs::current_path(error).string();
  return drawing;
}

}  // namespace

Result<std::unique_ptr<Outputs>> Outputs::open(const Options& options) {
  Result<Output> first = output_for(options);
  if (!first.ok()) return first.failure();
  auto outputs = std::make_unique<Outputs>();
  outputs->on_terminal_ = shows_output(options);
  auto add = [&](Output output, const std::string& format, bool terminal) {
    std::unique_ptr<Reporter> reporter = make_reporter(format, output.stream(), drawing_for(options, terminal));
    outputs->sinks_.push_back({std::move(output), std::move(reporter)});
  };
  add(*std::move(first), format_of(options), outputs->on_terminal_);
  for (const FileOutput& named : options.outputs) {
    Result<Output> output = Output::to_file(named.file);
    if (!output.ok()) return Failure{{}, messages::cannot_write.with(with_place(output.failure()))};
    add(*std::move(output), named.format, false);
  }
  return outputs;
}

FileDetails Outputs::wants() const {
  FileDetails all;
  for (const Sink& sink : sinks_) {
    const FileDetails details = sink.reporter->wants();
    all.rules = all.rules || details.rules;
    all.digest = all.digest || details.digest;
    all.report = all.report || details.report;
  }
  return all;
}

void Outputs::begin(const RunInfo& run) {
  for (const Sink& sink : sinks_) sink.reporter->begin(run);
}

void Outputs::file(const FileResult& result) {
  for (const Sink& sink : sinks_) sink.reporter->file(result);
  if (on_terminal_) sinks_.front().output.stream().flush();
}

void Outputs::end(const RunSummary& summary) {
  for (const Sink& sink : sinks_) sink.reporter->end(summary);
}

// Who reads the standard output may have seen enough, while files are still wanted.
bool Outputs::broken() const {
  return std::any_of(sinks_.begin(), sinks_.end(), [&](const Sink& sink) {
    return sink.output.broken() && (sinks_.size() == 1 || !sink.output.reader_left());
  });
}

bool Outputs::finish(Language language) {
  const bool cut_short = broken();
  bool whole = true;
  for (Sink& sink : sinks_) {
    if (cut_short && !sink.output.broken()) continue;
    whole = gialint::finish(sink.output, language) && whole;
  }
  return whole;
}

std::string format_of(const Options& options) {
  return !options.format.empty() ? options.format : shows_output(options) ? "pretty" : "text";
}

}  // namespace gialint
