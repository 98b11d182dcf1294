#include <ostream>

#include "engine/json/json_writer.hpp"
#include "reporters/diagnostic_json.hpp"
#include "reporters/formats.hpp"

namespace gialint {
namespace {

/// The whole run as one document; README.md says what its members mean.
class JsonReporter final : public Reporter {
 public:
  explicit JsonReporter(std::ostream& out) : out_(out), json_(pending_) {}

  void begin(const RunInfo& run) override {
    language_ = run.language;
    json_.begin_object().member("schema", "gialint-json/1").member("version", run.version);
    json_.member("language", run.language == Language::zh ? "zh" : "en").member("baseline", run.has_baseline);
    json_.key("files").begin_array();
    hand_over();
  }

  void file(const FileResult& result) override {
    json_.begin_object().member("path", result.path).key("encoding");
    if (result.source && !result.source->is_drawn()) {
      json_.value(encoding_name(result.source->encoding()));
    } else {
      json_.null();
    }
    if (!result.organ.empty()) json_.member("organ", result.organ);
    if (result.year) json_.member("year", *result.year);
    if (result.previous) {
      json_.key("previous");
      if (result.previous->empty()) {
        json_.null();
      } else {
        json_.value(*result.previous);
      }
    }
    if (result.unreadable) {
      json_.key("unreadable").begin_object().member("where", to_string(result.unreadable->where));
      json_.member("what", result.unreadable->what.in(language_)).end_object();
    }
    write_diagnostics(result);
    json_.key("failures").begin_array();
    for (const RuleFailure& failed : result.rule_failures) {
      json_.begin_object().member("rule", failed.rule).member("where", to_string(failed.failure.where));
      json_.member("what", failed.failure.what.in(language_)).end_object();
    }
    json_.end_array().end_object();
    hand_over();
  }

  void end(const RunSummary& summary) override {
    json_.end_array().key("summary").begin_object();
    write_members(json_, summary);
    json_.end_object().end_object();
    pending_ += '\n';
    hand_over();
    out_.flush();
  }

 private:
  void write_diagnostics(const FileResult& result) {
    json_.key("diagnostics");
    write_array(result, result.diagnostics);
    if (!result.source) return;
    if (!result.suppressed.empty()) {
      json_.key("suppressed").begin_array();
      for (const SuppressedDiagnostic& held : result.suppressed) {
        json_.begin_object();
        write_members(json_, *result.source, held.diagnostic);
        write_suppression(json_.key("suppression"), held.suppression);
        json_.end_object();
      }
      json_.end_array();
    }
    if (!result.in_baseline.empty()) {
      json_.key("known");
      write_array(result, result.in_baseline);
    }
  }

  void write_array(const FileResult& result, const std::vector<Diagnostic>& diagnostics) {
    json_.begin_array();
    if (result.source) {
      for (const Diagnostic& diagnostic : diagnostics) {
        json_.begin_object();
        write_members(json_, *result.source, diagnostic);
        json_.end_object();
      }
    }
    json_.end_array();
  }

  void hand_over() {
    out_ << pending_;
    pending_.clear();
  }

  std::ostream& out_;
  Language language_ = Language::zh;
  std::string pending_;  ///< of the file at hand
  JsonWriter json_;
};

}  // namespace

std::unique_ptr<Reporter> make_json_reporter(std::ostream& out, const ReporterOptions& /*options*/) {
  return std::make_unique<JsonReporter>(out);
}

}  // namespace gialint
