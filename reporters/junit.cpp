#include <algorithm>
#include <map>
#include <ostream>

#include <fmt/format.h>

#include "engine/text/sentence.hpp"
#include "reporters/formats.hpp"
#include "reporters/full_message.hpp"
#include "reporters/places.hpp"
#include "reporters/xml.hpp"

namespace gialint {
namespace {

constexpr Sentence not_applicable("不适用：年报里没有这条规则要看的部分或者表",
                                  "not applicable: the report lacks what the rule looks at");

/// What came of one rule on one file.
struct Case {
  bool applicable = true;
  const RuleFailure* failure = nullptr;
  std::vector<const Diagnostic*> faults;  ///< errors and warnings
  std::vector<const Diagnostic*> notes;   ///< info
  std::vector<const SuppressedDiagnostic*> suppressed;
  std::vector<const Diagnostic*> known;  ///< of the baseline
};

/// JUnit's XML: a file is a suite, each rule that was on for it a case, so that a clean report is one of tests passed.
class JunitReporter final : public Reporter {
 public:
  explicit JunitReporter(std::ostream& out) : out_(out) {}

  [[nodiscard]] FileDetails wants() const override {
    FileDetails details;
    details.rules = true;
    return details;
  }

  void begin(const RunInfo& run) override {
    language_ = run.language;
    unit_ = run.column_unit;
    out_ << xml_head << "<testsuites name=\"gialint\">\n";
  }

  void file(const FileResult& result) override {
    const std::map<std::string, Case> cases = cases_of(result);
    std::size_t failures = 0;
    std::size_t errors = result.unreadable ? 1 : 0;
    std::size_t skipped = 0;
    std::string body;
    if (result.unreadable) {
      body += head(result, "internal/unreadable-file") + ">\n      <error" +
              xml_attribute("message", to_string(*result.unreadable, language_)) +
              " type=\"internal/unreadable-file\"/>\n" + std::string(tail);
    }
    for (const auto& [rule, one] : cases) {
      if (one.failure != nullptr) {
        ++errors;
      } else if (!one.faults.empty()) {
        ++failures;
      } else if (!one.applicable) {
        ++skipped;
      }
      body += test_case(result, rule, one);
    }
    const auto count = [](std::string_view name, std::size_t number) {
      return xml_attribute(name, std::to_string(number));
    };
    out_ << "  <testsuite" + xml_attribute("name", result.path) +
                count("tests", cases.size() + (result.unreadable ? 1 : 0)) + count("failures", failures) +
                count("errors", errors) + count("skipped", skipped) + ">\n" + body + "  </testsuite>\n";
  }

  void end(const RunSummary& /*summary*/) override { out_ << "</testsuites>\n" << std::flush; }

 private:
  static constexpr std::string_view tail = "    </testcase>\n";

  static std::map<std::string, Case> cases_of(const FileResult& result) {
    std::map<std::string, Case> cases;
    for (const RuleUse& use : result.rules) cases[use.rule].applicable = use.applicable;
    for (const RuleFailure& failed : result.rule_failures) cases[failed.rule].failure = &failed;
    if (!result.source) return cases;
    for (const Diagnostic& diagnostic : result.diagnostics) {
      Case& one = cases[diagnostic.rule];
      (diagnostic.severity == Severity::info ? one.notes : one.faults).push_back(&diagnostic);
    }
    for (const SuppressedDiagnostic& held : result.suppressed) cases[held.diagnostic.rule].suppressed.push_back(&held);
    for (const Diagnostic& diagnostic : result.in_baseline) cases[diagnostic.rule].known.push_back(&diagnostic);
    return cases;
  }

  static std::string head(const FileResult& result, std::string_view rule) {
    return "    <testcase" + xml_attribute("classname", result.path) + xml_attribute("name", rule);
  }

  [[nodiscard]] std::string test_case(const FileResult& result, const std::string& rule, const Case& one) const {
    std::string body;
    if (one.failure != nullptr) {
      body += "      <error" + xml_attribute("message", to_string(one.failure->failure, language_)) +
              " type=\"internal/rule-error\"/>\n";
    } else if (!one.faults.empty()) {
      body += failure(result, one);
    } else if (!one.applicable) {
      // Jenkins' schema knows no attribute of <skipped>.
      body += "      <skipped>" + xml_text(not_applicable.with().in(language_)) + "</skipped>\n";
    }
    std::string notes;
    for (const Diagnostic* note : one.notes) notes += line(result, *note, severity_name(note->severity));
    for (const SuppressedDiagnostic* held : one.suppressed)
      notes += line(result, held->diagnostic, "suppressed (" + held->suppression.reason + ")");
    for (const Diagnostic* known : one.known) notes += line(result, *known, "baseline");
    if (!notes.empty()) body += "      <system-out>" + xml_lines(notes) + "</system-out>\n";
    return head(result, rule) + (body.empty() ? "/>\n" : ">\n" + body + std::string(tail));
  }

  /// One element however many diagnostics: some readers take the first only.
  [[nodiscard]] std::string failure(const FileResult& result, const Case& one) const {
    Severity worst = Severity::warning;
    std::string lines;
    for (const Diagnostic* fault : one.faults) {
      worst = std::max(worst, fault->severity);
      lines += line(result, *fault, severity_name(fault->severity));
    }
    std::string message = located(one.faults.front()->location, one.faults.front()->message);
    if (one.faults.size() > 1) message += fmt::format(" (+{})", one.faults.size() - 1);
    return "      <failure" + xml_attribute("message", message) + xml_attribute("type", severity_name(worst)) + ">" +
           xml_lines(lines) + "</failure>\n";
  }

  [[nodiscard]] std::string line(const FileResult& result, const Diagnostic& diagnostic, std::string_view kind) const {
    const Position at = result.source->position(clamped(*result.source, diagnostic.span).begin, unit_);
    return fmt::format("{}:{}:{}: {}: {}\n", result.path, at.line, at.column, kind,
                       full_message(result, diagnostic, unit_));
  }

  /// Between tags a line end may stand as it is, and people read it so.
  static std::string xml_lines(const std::string& lines) {
    std::string out;
    for (std::size_t at = 0; at < lines.size();) {
      const std::size_t end = lines.find('\n', at);
      out += xml_text(std::string_view(lines).substr(at, end - at)) + "\n";
      at = end + 1;
    }
    return out;
  }

  std::ostream& out_;
  Language language_ = Language::zh;
  ColumnUnit unit_ = ColumnUnit::code_point;
};

}  // namespace

std::unique_ptr<Reporter> make_junit_reporter(std::ostream& out, const ReporterOptions& /*options*/) {
  return std::make_unique<JunitReporter>(out);
}

}  // namespace gialint
