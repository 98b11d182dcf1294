#include "reporters/diagnostic_json.hpp"

#include "reporters/places.hpp"

namespace gialint {
namespace {

void write_position(JsonWriter& json, const SourceText& source, std::string_view name, std::uint32_t offset) {
  const Position at = source.position(offset, ColumnUnit::code_point);
  json.key(name).begin_object().member("line", at.line).member("column", at.column);
  json.member("offset", offset).end_object();
}

void write_ends(JsonWriter& json, const SourceText& source, Span span) {
  const Span inside = clamped(source, span);
  write_position(json, source, "start", inside.begin);
  write_position(json, source, "end", inside.end);
}

}  // namespace

void write_members(JsonWriter& json, const SourceText& source, const Diagnostic& diagnostic) {
  json.member("rule", diagnostic.rule).member("severity", severity_name(diagnostic.severity));
  json.member("message", diagnostic.message).member("message_id", diagnostic.message_id);
  json.key("facts").begin_object();
  for (const Fact& fact : diagnostic.facts) json.member(fact.name, fact.value);
  json.end_object().member("place", diagnostic.place);
  if (!diagnostic.location.empty()) json.member("location", diagnostic.location);
  write_ends(json, source, diagnostic.span);
  json.key("related").begin_array();
  for (const Related& related : diagnostic.related) {
    json.begin_object().member("message", related.message).member("place", related.place);
    if (!related.location.empty()) json.member("location", related.location);
    if (related.source) json.member("path", related.source->path());
    write_ends(json, related.text(source), related.span);
    json.end_object();
  }
  json.end_array();
  if (!diagnostic.sums.empty()) write_sums(json.key("sums"), diagnostic.sums);
  if (diagnostic.fix) {
    json.key("fix").begin_object().member("safety", fix_safety_name(diagnostic.fix->safety));
    json.member("message", diagnostic.fix->message).key("edits").begin_array();
    for (const Edit& edit : diagnostic.fix->edits) {
      json.begin_object();
      write_ends(json, source, edit.span);
      json.member("replacement", edit.replacement).end_object();
    }
    json.end_array().end_object();
  }
  json.member("fingerprint", diagnostic.fingerprint);
}

void write_sums(JsonWriter& json, const std::vector<FailedSum>& sums) {
  json.begin_array();
  for (const FailedSum& sum : sums) {
    json.begin_object().member("identity", sum.identity).member("line", sum.line).end_object();
  }
  json.end_array();
}

void write_suppression(JsonWriter& json, const Suppression& suppression) {
  json.begin_object().member("reason", suppression.reason).member("where", to_string(suppression.where)).end_object();
}

void write_members(JsonWriter& json, const RunSummary& summary) {
  json.member("files", summary.files).member("unreadable", summary.unreadable);
  json.member("errors", summary.errors).member("warnings", summary.warnings).member("infos", summary.infos);
  json.member("suppressed", summary.suppressed).member("known", summary.known);
  json.member("rule_failures", summary.rule_failures).key("by_rule").begin_object();
  for (const auto& [rule, count] : summary.by_rule) json.member(rule, count);
  json.end_object().member("exit_status", summary.exit_status);
}

}  // namespace gialint
