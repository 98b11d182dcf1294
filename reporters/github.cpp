#include <ostream>

#include <fmt/format.h>

#include "engine/text/unicode.hpp"
#include "reporters/formats.hpp"
#include "reporters/full_message.hpp"
#include "reporters/places.hpp"
#include "reporters/uri.hpp"

namespace gialint {
namespace {

/// As the runner reads it back: "%", line ends, and in a property ":" and "," are percent-encoded. Other controls,
/// which the log would act upon, are shown.
std::string encoded(std::string_view text, bool is_property) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint character = code_point_at(text, at);
    at += character.length;
    const bool is_mark = is_property && (character.value == ':' || character.value == ',');
    if (character.value == '%' || character.value == '\r' || character.value == '\n' || is_mark) {
      out += fmt::format("%{:02X}", static_cast<std::uint32_t>(character.value));
    } else if (is_control(character.value) && character.value != '\t') {
      out += fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(character.value));
    } else {
      append_utf8(out, character.value);
    }
  }
  return out;
}

std::string property(std::string_view text) { return encoded(text, true); }

/// Workflow commands: a line each, which GitHub shows beside the line of the file it is about.
class GithubReporter final : public Reporter {
 public:
  GithubReporter(std::ostream& out, const ReporterOptions& options) : out_(out), root_(options.root) {}

  void begin(const RunInfo& run) override { language_ = run.language; }

  void file(const FileResult& result) override {
    const std::string path = property(relative_path(result.path, root_));
    std::string lines;
    if (result.unreadable) {
      lines += fmt::format("::error file={},title={}::{}\n", path, property("internal/unreadable-file"),
                           encoded(to_string(*result.unreadable, language_), false));
    }
    if (result.source) {
      for (const Diagnostic& diagnostic : result.diagnostics) lines += command(result, diagnostic, path);
    }
    for (const RuleFailure& failed : result.rule_failures) {
      lines += fmt::format("::error file={},title={}::{}\n", path, property("internal/rule-error"),
                           encoded(failed.rule + ": " + to_string(failed.failure, language_), false));
    }
    out_ << lines;
  }

  void end(const RunSummary& /*summary*/) override { out_.flush(); }

 private:
  static std::string command(const FileResult& result, const Diagnostic& diagnostic, const std::string& path) {
    const std::string_view name = diagnostic.severity == Severity::info ? "notice" : severity_name(diagnostic.severity);
    const Span span = clamped(*result.source, diagnostic.span);
    const Position begin = result.source->position(span.begin, ColumnUnit::code_point);
    const Position end = result.source->position(span.end, ColumnUnit::code_point);
    // GitHub takes columns only where one line is marked.
    const std::string columns =
        begin.line == end.line ? fmt::format(",col={},endColumn={}", begin.column, end.column) : std::string();
    return fmt::format("::{} file={},line={},endLine={}{},title={}::{}\n", name, path, begin.line, end.line, columns,
                       property(diagnostic.rule),
                       encoded(full_message(result, diagnostic, ColumnUnit::code_point), false));
  }

  std::ostream& out_;
  Language language_ = Language::zh;
  std::string root_;
};

}  // namespace

std::unique_ptr<Reporter> make_github_reporter(std::ostream& out, const ReporterOptions& options) {
  return std::make_unique<GithubReporter>(out, options);
}

}  // namespace gialint
