#include <ostream>

#include "engine/json/json_writer.hpp"
#include "reporters/formats.hpp"
#include "reporters/places.hpp"

namespace gialint {
namespace {

/// The whole run as one document; README.md says what its members mean.
class JsonReporter final : public Reporter {
 public:
  explicit JsonReporter(std::ostream& out) : out_(out), json_(pending_) {}

  void begin(const RunInfo& run) override {
    json_.begin_object().member("schema", "gialint-json/1").member("version", run.version);
    json_.member("language", run.language == Language::zh ? "zh" : "en").key("files").begin_array();
    hand_over();
  }

  void file(const FileResult& result) override {
    json_.begin_object().member("path", result.path).key("encoding");
    if (result.source) {
      json_.value(encoding_name(result.source->encoding()));
    } else {
      json_.null();
    }
    if (result.unreadable) {
      json_.key("unreadable");
      write(*result.unreadable);
    }
    json_.key("diagnostics").begin_array();
    if (result.source) {
      for (const Diagnostic& diagnostic : result.diagnostics) write(*result.source, diagnostic);
    }
    json_.end_array().key("failures").begin_array();
    for (const RuleFailure& failed : result.rule_failures) {
      json_.begin_object().member("rule", failed.rule).member("where", failed.failure.where);
      json_.member("what", failed.failure.what).end_object();
    }
    json_.end_array().end_object();
    hand_over();
  }

  void end(const RunSummary& summary) override {
    json_.end_array().key("summary").begin_object();
    json_.member("files", summary.files).member("unreadable", summary.unreadable);
    json_.member("errors", summary.errors).member("warnings", summary.warnings).member("infos", summary.infos);
    json_.member("rule_failures", summary.rule_failures).key("by_rule").begin_object();
    for (const auto& [rule, count] : summary.by_rule) json_.member(rule, count);
    json_.end_object().member("exit_status", summary.exit_status).end_object().end_object();
    pending_ += '\n';
    hand_over();
    out_.flush();
  }

 private:
  void write(const Failure& failure) {
    json_.begin_object().member("where", failure.where).member("what", failure.what).end_object();
  }

  void write(const SourceText& source, const Diagnostic& diagnostic) {
    json_.begin_object().member("rule", diagnostic.rule).member("severity", severity_name(diagnostic.severity));
    json_.member("message", diagnostic.message).member("message_id", diagnostic.message_id);
    json_.key("facts").begin_object();
    for (const Fact& fact : diagnostic.facts) json_.member(fact.name, fact.value);
    json_.end_object().member("place", diagnostic.place);
    write_ends(source, diagnostic.span);
    json_.key("related").begin_array();
    for (const Related& related : diagnostic.related) {
      json_.begin_object().member("message", related.message).member("place", related.place);
      if (related.source) json_.member("path", related.source->path());
      write_ends(related.text(source), related.span);
      json_.end_object();
    }
    json_.end_array();
    if (diagnostic.fix) {
      json_.key("fix").begin_object().member("safety", fix_safety_name(diagnostic.fix->safety));
      json_.member("message", diagnostic.fix->message).key("edits").begin_array();
      for (const Edit& edit : diagnostic.fix->edits) {
        json_.begin_object();
        write_ends(source, edit.span);
        json_.member("replacement", edit.replacement).end_object();
      }
      json_.end_array().end_object();
    }
    json_.end_object();
  }

  void write_ends(const SourceText& source, Span span) {
    const Span inside = clamped(source, span);
    write_position(source, "start", inside.begin);
    write_position(source, "end", inside.end);
  }

  void write_position(const SourceText& source, std::string_view name, std::uint32_t offset) {
    const Position at = source.position(offset, ColumnUnit::code_point);
    json_.key(name).begin_object().member("line", at.line).member("column", at.column);
    json_.member("offset", offset).end_object();
  }

  void hand_over() {
    out_ << pending_;
    pending_.clear();
  }

  std::ostream& out_;
  std::string pending_;  ///< of the file at hand
  JsonWriter json_;
};

}  // namespace

std::unique_ptr<Reporter> make_json_reporter(std::ostream& out, const ReporterOptions& /*options*/) {
  return std::make_unique<JsonReporter>(out);
}

}  // namespace gialint
