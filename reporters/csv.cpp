#include <array>
#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "engine/text/sentence.hpp"
#include "reporters/csv_field.hpp"
#include "reporters/formats.hpp"
#include "reporters/places.hpp"

namespace gialint {
namespace {

constexpr Sentence heads("文件,机关,年度,行,列,级别,规则,问题", "file,organ,year,line,column,severity,rule,message");

/// A line for each diagnostic, for people who sort and hand out findings in a spreadsheet: a byte order mark, without
/// which WPS and Excel take the text for GBK, and heads and severities in the run's language.
class CsvReporter final : public Reporter {
 public:
  explicit CsvReporter(std::ostream& out) : out_(out) {}

  void begin(const RunInfo& run) override {
    language_ = run.language;
    unit_ = run.column_unit;
    out_ << "\xEF\xBB\xBF" << heads.with().in(language_) << "\r\n";
  }

  void file(const FileResult& result) override {
    std::string lines;
    if (result.unreadable)
      add(lines, result, {}, Severity::error, "internal/unreadable-file", to_string(*result.unreadable, language_));
    if (result.source) {
      for (const Diagnostic& diagnostic : result.diagnostics) {
        const Position at = result.source->position(clamped(*result.source, diagnostic.span).begin, unit_);
        add(lines, result, at, diagnostic.severity, diagnostic.rule, located(diagnostic.location, diagnostic.message));
      }
    }
    out_ << lines;
  }

  void end(const RunSummary& /*summary*/) override { out_.flush(); }

 private:
  [[nodiscard]] std::string severity_word(Severity severity) const {
    static constexpr std::array<std::string_view, 3> words = {"提示", "警告", "错误"};
    return std::string(language_ == Language::zh ? words.at(static_cast<std::size_t>(severity))
                                                 : severity_name(severity));
  }

  void add(std::string& lines, const FileResult& result, std::optional<Position> at, Severity severity,
           std::string_view rule, std::string_view message) const {
    // A path with "./" before it is the same path; a cell that begins with an apostrophe is shown without it.
    append_csv_field(lines, printable(result.path), "./");
    const auto add_field = [&lines](std::string_view text) {
      lines += ',';
      append_csv_field(lines, printable(text), "'");
    };
    add_field(result.organ);
    add_field(result.year ? std::to_string(*result.year) : std::string());
    add_field(at ? std::to_string(at->line) : std::string());
    add_field(at ? std::to_string(at->column) : std::string());
    add_field(severity_word(severity));
    add_field(rule);
    add_field(message);
    lines += "\r\n";
  }

  std::ostream& out_;
  Language language_ = Language::zh;
  ColumnUnit unit_ = ColumnUnit::code_point;
};

}  // namespace

std::unique_ptr<Reporter> make_csv_reporter(std::ostream& out, const ReporterOptions& /*options*/) {
  return std::make_unique<CsvReporter>(out);
}

}  // namespace gialint
