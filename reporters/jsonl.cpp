#include <ostream>

#include "engine/json/json_writer.hpp"
#include "reporters/diagnostic_json.hpp"
#include "reporters/formats.hpp"

namespace gialint {
namespace {

/// An object a line: the run, what was found and what went wrong, in their order, the counts. README.md has the
/// members.
class JsonlReporter final : public Reporter {
 public:
  explicit JsonlReporter(std::ostream& out) : out_(out), json_(pending_, JsonWriter::compact) {}

  void begin(const RunInfo& run) override {
    language_ = run.language;
    begin_line("run").member("schema", "gialint-jsonl/1").member("version", run.version);
    json_.member("language", run.language == Language::zh ? "zh" : "en").member("baseline", run.has_baseline);
    end_line();
    hand_over();
  }

  void file(const FileResult& result) override {
    if (result.unreadable) {
      begin_line("unreadable").member("path", result.path);
      json_.member("where", to_string(result.unreadable->where)).member("what", result.unreadable->what.in(language_));
      end_line();
    }
    if (result.source) {
      for (const Diagnostic& diagnostic : result.diagnostics) add("diagnostic", result, diagnostic, nullptr);
      for (const SuppressedDiagnostic& held : result.suppressed)
        add("suppressed", result, held.diagnostic, &held.suppression);
      for (const Diagnostic& diagnostic : result.in_baseline) add("known", result, diagnostic, nullptr);
    }
    for (const RuleFailure& failed : result.rule_failures) {
      begin_line("failure").member("path", result.path).member("rule", failed.rule);
      json_.member("where", to_string(failed.failure.where)).member("what", failed.failure.what.in(language_));
      end_line();
    }
    hand_over();
  }

  void end(const RunSummary& summary) override {
    begin_line("summary");
    write_members(json_, summary);
    end_line();
    hand_over();
    out_.flush();
  }

 private:
  void add(std::string_view type, const FileResult& result, const Diagnostic& diagnostic,
           const Suppression* suppression) {
    begin_line(type).member("path", result.path);
    if (!result.organ.empty()) json_.member("organ", result.organ);
    if (result.year) json_.member("year", *result.year);
    write_members(json_, *result.source, diagnostic);
    if (suppression != nullptr) write_suppression(json_.key("suppression"), *suppression);
    end_line();
  }

  JsonWriter& begin_line(std::string_view type) { return json_.begin_object().member("type", type); }

  void end_line() {
    json_.end_object();
    pending_ += '\n';
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

std::unique_ptr<Reporter> make_jsonl_reporter(std::ostream& out, const ReporterOptions& /*options*/) {
  return std::make_unique<JsonlReporter>(out);
}

}  // namespace gialint
