#include <iterator>
#include <ostream>

#include <fmt/format.h>

#include "reporters/formats.hpp"
#include "reporters/places.hpp"

namespace gialint {
namespace {

/// One line per place, as compilers write it. Failures are not its business: standard error has them.
class TextReporter final : public Reporter {
 public:
  explicit TextReporter(std::ostream& out) : out_(out) {}

  void begin(const RunInfo& run) override { unit_ = run.column_unit; }

  void file(const FileResult& result) override {
    if (!result.source) return;
    std::string lines;
    const auto add_line = [&](const std::string& path, const SourceText& source, Span span, std::string_view kind,
                              std::string_view message, std::string_view rule) {
      const Position at = source.position(clamped(source, span).begin, unit_);
      fmt::format_to(std::back_inserter(lines), "{}:{}:{}: {}: {} [{}]\n", printable(path), at.line, at.column, kind,
                     printable(message), printable(rule));
    };
    for (const Diagnostic& diagnostic : result.diagnostics) {
      add_line(result.path, *result.source, diagnostic.span, severity_name(diagnostic.severity),
               located(diagnostic.location, diagnostic.message), diagnostic.rule);
      for (const Related& related : diagnostic.related) {
        add_line(related.source ? related.source->path() : result.path, related.text(*result.source), related.span,
                 "note", located(related.location, related.message), diagnostic.rule);
      }
    }
    out_ << lines;
  }

  void end(const RunSummary& /*summary*/) override { out_.flush(); }

 private:
  std::ostream& out_;
  ColumnUnit unit_ = ColumnUnit::code_point;
};

}  // namespace

std::unique_ptr<Reporter> make_text_reporter(std::ostream& out, const ReporterOptions& /*options*/) {
  return std::make_unique<TextReporter>(out);
}

}  // namespace gialint
