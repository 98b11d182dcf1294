#include "engine/cli/outputs.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include <sys/ioctl.h>
#include <unistd.h>

#include "engine/cli/commands.hpp"
#include "engine/cli/file_run.hpp"
#include "engine/cli/messages.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

// How to draw for what stands at the other end.
ReporterOptions drawing_for(const Options& options, bool terminal) {
  ReporterOptions drawing;
  drawing.color = wants_color(options.color, terminal);
  drawing.ambiguous_width = options.ambiguous_width;
  winsize size{};
  if (terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) drawing.width = size.ws_col;
  std::error_code error;
  drawing.root = fs::current_path(error).string();
  return drawing;
}

}  // namespace

bool wants_color(ColorChoice choice, bool terminal) {
  if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
  const auto set = [](const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0' ? value : nullptr;
  };
  if (set("NO_COLOR") != nullptr) return false;
  const char* forced = set("CLICOLOR_FORCE");
  if (forced != nullptr && std::string_view(forced) != "0") return true;
  const char* kind = set("TERM");
  return terminal && kind != nullptr && std::string_view(kind) != "dumb";
}

FileOutput read_output(std::string_view value) {
  const std::size_t equals = value.find('=');
  const std::string_view word = value.substr(0, equals == std::string_view::npos ? 0 : equals);
  const bool is_format = !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
  if (!is_format) return {"", std::string(value)};
  return {std::string(word), std::string(value.substr(equals + 1))};
}

std::optional<std::string> file_named_twice(const std::vector<std::string>& files) {
  std::set<fs::path> seen;
  for (const std::string& file : files) {
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (fs::exists(status) && !fs::is_regular_file(status)) continue;
    fs::path real = fs::weakly_canonical(fs::absolute(file, error), error);
    if (error) real = fs::path(file).lexically_normal();
    if (!seen.insert(real).second) return file;
  }
  return std::nullopt;
}

Result<std::unique_ptr<Outputs>> Outputs::open(const Options& options, Language language) {
  Result<Output> first = output_for(options, language);
  if (!first.ok()) return first.failure();
  auto outputs = std::make_unique<Outputs>();
  outputs->on_terminal_ = shows_output(options);
  auto add = [&](Output output, const std::string& format, bool terminal) {
    std::unique_ptr<Reporter> reporter = make_reporter(format, output.stream(), drawing_for(options, terminal));
    outputs->sinks_.push_back({std::move(output), std::move(reporter)});
  };
  add(*std::move(first), format_of(options), outputs->on_terminal_);
  for (const FileOutput& named : options.outputs) {
    Result<Output> output = Output::to_file(named.file, language);
    if (!output.ok()) return Failure{"", say(Text::cannot_write, language, {to_string(output.failure())})};
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
