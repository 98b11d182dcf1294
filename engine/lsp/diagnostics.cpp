#include "engine/lsp/diagnostics.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include "engine/text/sentence.hpp"
#include "reporters/pages.hpp"
#include "reporters/uri.hpp"

namespace gialint {
namespace {

constexpr Sentence related_line("第 {} 行：{}", "line {}: {}");

// DiagnosticSeverity of the protocol.
int severity_number(Severity severity) {
  switch (severity) {
    case Severity::error:
      return 1;
    case Severity::warning:
      return 2;
    case Severity::info:
      return 3;
  }
  return 3;
}

// Whether `edit` only takes something away from `text`: what it leaves is how the text begins and how it ends.
bool only_removes(std::string_view text, const Edit& edit) {
  const std::string_view old = text.substr(edit.span.begin, edit.span.size());
  const std::string_view left = edit.replacement;
  if (left.size() >= old.size()) return false;
  const auto head =
      static_cast<std::size_t>(std::mismatch(left.begin(), left.end(), old.begin(), old.end()).first - left.begin());
  return old.ends_with(left.substr(head));
}

// Whether something in what is marked can go: a fix that needs no second look takes it away, and does nothing else.
bool is_unnecessary(const View& view, const Diagnostic& diagnostic) {
  if (!diagnostic.fix || diagnostic.fix->safety != FixSafety::safe) return false;
  const std::vector<Edit>& edits = diagnostic.fix->edits;
  return std::all_of(edits.begin(), edits.end(), [&](const Edit& edit) {
    return diagnostic.span.contains(edit.span) && only_removes(view.analysis.result.source->text(), edit);
  });
}

void write_related(JsonWriter& json, const View& view, const Related& related) {
  json.begin_object().key("location").begin_object();
  if (related.source == nullptr) {
    json.member("uri", view.document.uri()).key("range");
    view.write_range(json, related.span);
  } else {
    // Another report, which may not be open: the lines of its file count.
    std::error_code error;
    const std::filesystem::path path = std::filesystem::absolute(related.source->path(), error);
    const Document other(file_uri(path.string(), "").uri, std::nullopt, std::string(related.source->text()));
    json.member("uri", other.uri()).key("range");
    other.write_range(json, related.span, view.client.unit);
  }
  json.end_object().member("message", related.message.empty() ? related.place : related.message).end_object();
}

// The message, with a line for each related place where the client does not show them.
std::string message_of(const View& view, const Diagnostic& diagnostic) {
  std::string message = diagnostic.message;
  if (view.client.related_information) return message;
  for (const Related& related : diagnostic.related) {
    if (related.message.empty()) continue;
    const std::uint32_t line = related.text(*view.analysis.result.source).lines().line_of(related.span.begin);
    message += "\n" + related_line.with(line, related.message).in(view.analysis.language);
  }
  return message;
}

}  // namespace

void write_diagnostic(JsonWriter& json, const View& view, const Diagnostic& diagnostic) {
  json.begin_object().key("range");
  view.write_range(json, diagnostic.span);
  json.member("severity", severity_number(diagnostic.severity)).member("code", diagnostic.rule);
  const RuleInfo* rule = view.analysis.rule(diagnostic.rule);
  const std::string page = page_of(diagnostic.rule);
  if (view.client.code_description && rule != nullptr && !rule->of_plugin && !page.empty())
    json.key("codeDescription").begin_object().member("href", page).end_object();
  json.member("source", "gialint").member("message", message_of(view, diagnostic));
  if (view.client.unnecessary_tag && is_unnecessary(view, diagnostic))
    json.key("tags").begin_array().value(1).end_array();
  if (view.client.related_information && !diagnostic.related.empty()) {
    json.key("relatedInformation").begin_array();
    for (const Related& related : diagnostic.related) write_related(json, view, related);
    json.end_array();
  }
  json.key("data").begin_object().member("fingerprint", diagnostic.fingerprint).end_object();
  json.end_object();
}

void write_diagnostics(JsonWriter& json, const View& view) {
  json.begin_array();
  for (const Diagnostic& diagnostic : view.analysis.result.diagnostics) write_diagnostic(json, view, diagnostic);
  json.end_array();
}

}  // namespace gialint
