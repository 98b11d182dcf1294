#include <map>
#include <ostream>
#include <set>

#include "engine/hash/sha256.hpp"
#include "engine/json/json_writer.hpp"
#include "reporters/formats.hpp"
#include "reporters/places.hpp"
#include "reporters/uri.hpp"

namespace gialint {
namespace {

/// GitLab's Code Quality report: one array.
class GitlabReporter final : public Reporter {
 public:
  GitlabReporter(std::ostream& out, const ReporterOptions& options) : out_(out), root_(options.root), json_(pending_) {}

  void begin(const RunInfo& run) override {
    language_ = run.language;
    for (const RuleInfo& rule : run.rules) {
      if (rule.precision == "very-high") sure_.insert(rule.id);
    }
    json_.begin_array();
  }

  void file(const FileResult& result) override {
    const std::string path = relative_path(result.path, root_);
    if (result.unreadable)
      write(path, "internal/unreadable-file", to_string(*result.unreadable, language_), "blocker", "unreadable",
            {1, 1});
    if (result.source) {
      for (const Diagnostic& diagnostic : result.diagnostics) {
        const Span span = clamped(*result.source, diagnostic.span);
        const LineIndex& lines = result.source->lines();
        write(path, diagnostic.rule, located(diagnostic.location, diagnostic.message), severity_of(diagnostic),
              unique(result, diagnostic.fingerprint), {lines.line_of(span.begin), lines.line_of(span.end)});
      }
    }
    for (const RuleFailure& failed : result.rule_failures)
      write(path, "internal/rule-error", failed.rule + ": " + to_string(failed.failure, language_), "blocker",
            failed.rule, {1, 1});
    hand_over();
  }

  void end(const RunSummary& /*summary*/) override {
    json_.end_array();
    pending_ += '\n';
    hand_over();
    out_.flush();
  }

 private:
  struct Lines {
    std::uint32_t begin;
    std::uint32_t end;
  };

  [[nodiscard]] std::string_view severity_of(const Diagnostic& diagnostic) const {
    switch (diagnostic.severity) {
      case Severity::error:
        return sure_.count(diagnostic.rule) != 0 ? "critical" : "major";
      case Severity::warning:
        return "minor";
      case Severity::info:
        break;
    }
    return "info";
  }

  /// Fingerprints are unique within a result; rules about all files may give several results of one file.
  std::string unique(const FileResult& result, const std::string& fingerprint) {
    if (!result.at_end_of_run) return fingerprint;
    const int before = corpus_counts_[result.path + '\0' + fingerprint]++;
    return before == 0 ? fingerprint : fingerprint + "-" + std::to_string(before);
  }

  void write(const std::string& path, std::string_view rule, std::string_view message, std::string_view severity,
             const std::string& name, Lines lines) {
    json_.begin_object().member("description", message).member("check_name", rule);
    json_.member("fingerprint", sha256_hex(path + '\0' + name)).member("severity", severity);
    json_.key("location").begin_object().member("path", path).key("lines").begin_object();
    json_.member("begin", lines.begin).member("end", lines.end).end_object().end_object().end_object();
  }

  void hand_over() {
    out_ << pending_;
    pending_.clear();
  }

  std::ostream& out_;
  Language language_ = Language::zh;
  std::string root_;
  std::string pending_;  ///< of the file at hand
  JsonWriter json_;
  std::set<std::string> sure_;                ///< rules of very high precision
  std::map<std::string, int> corpus_counts_;  ///< how often a path and fingerprint came that rules about all files gave
};

}  // namespace

std::unique_ptr<Reporter> make_gitlab_reporter(std::ostream& out, const ReporterOptions& options) {
  return std::make_unique<GitlabReporter>(out, options);
}

}  // namespace gialint
