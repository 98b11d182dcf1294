#include <ostream>

#include "reporters/formats.hpp"
#include "reporters/full_message.hpp"
#include "reporters/places.hpp"
#include "reporters/xml.hpp"

namespace gialint {
namespace {

/// Checkstyle's XML: an <error> per diagnostic, in its <file>. Files without any are named too.
class CheckstyleReporter final : public Reporter {
 public:
  explicit CheckstyleReporter(std::ostream& out) : out_(out) {}

  void begin(const RunInfo& run) override {
    language_ = run.language;
    unit_ = run.column_unit;
    out_ << xml_head << "<checkstyle version=\"4.3\">\n";
  }

  void file(const FileResult& result) override {
    std::string errors;
    if (result.unreadable) errors += failure(to_string(*result.unreadable, language_), "internal/unreadable-file");
    if (result.source) {
      for (const Diagnostic& diagnostic : result.diagnostics) {
        const Position at = result.source->position(clamped(*result.source, diagnostic.span).begin, unit_);
        errors += "    <error" + xml_attribute("line", std::to_string(at.line)) +
                  xml_attribute("column", std::to_string(at.column)) +
                  xml_attribute("severity", severity_name(diagnostic.severity)) +
                  xml_attribute("message", full_message(result, diagnostic, unit_)) +
                  xml_attribute("source", diagnostic.rule) + "/>\n";
      }
    }
    for (const RuleFailure& failed : result.rule_failures)
      errors += failure(failed.rule + ": " + to_string(failed.failure, language_), "internal/rule-error");
    const std::string head = "  <file" + xml_attribute("name", result.path);
    out_ << (errors.empty() ? head + "/>\n" : head + ">\n" + errors + "  </file>\n");
  }

  void end(const RunSummary& /*summary*/) override { out_ << "</checkstyle>\n" << std::flush; }

 private:
  static std::string failure(const std::string& what, std::string_view kind) {
    return "    <error line=\"1\" severity=\"error\"" + xml_attribute("message", what) + xml_attribute("source", kind) +
           "/>\n";
  }

  std::ostream& out_;
  Language language_ = Language::zh;
  ColumnUnit unit_ = ColumnUnit::code_point;
};

}  // namespace

std::unique_ptr<Reporter> make_checkstyle_reporter(std::ostream& out, const ReporterOptions& /*options*/) {
  return std::make_unique<CheckstyleReporter>(out);
}

}  // namespace gialint
