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
    const std::string path = printable(result.path);
    std::string lines;
    const auto add_line = [&](Span span, std::string_view kind, std::string_view message, std::string_view rule) {
      const Position at = result.source->position(clamped(*result.source, span).begin, unit_);
      fmt::format_to(std::back_inserter(lines), "{}:{}:{}: {}: {} [{}]\n", path, at.line, at.column, kind,
                     printable(message), printable(rule));
    };
    for (const Diagnostic& diagnostic : result.diagnostics) {
      add_line(diagnostic.span, severity_name(diagnostic.severity), diagnostic.message, diagnostic.rule);
      for (const Related& related : diagnostic.related) {
        add_line(related.span, "note", related.message, diagnostic.rule);
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
