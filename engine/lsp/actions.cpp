#include "engine/lsp/actions.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/fix/fix.hpp"
#include "engine/fix/fix_bytes.hpp"
#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

constexpr std::string_view quick_fix_kind = "quickfix";
constexpr Sentence fix_all_title("改好所有可以放心改的问题（gialint）", "make all safe fixes (gialint)");

// Whether `only`, the kinds that are wanted, include `kind`: they name it or what it belongs to ("source.fixAll").
bool asks_for(const JsonValue& only, std::string_view kind) {
  if (!only.is_array()) return true;
  return std::any_of(only.elements().begin(), only.elements().end(), [&](const JsonValue& each) {
    const std::string_view wanted = each.string().value_or("?");
    return kind.starts_with(wanted) && (kind.size() == wanted.size() || wanted.empty() || kind[wanted.size()] == '.');
  });
}

// An edit of the document, in its bytes.
struct DocumentEdit {
  Span span;
  std::string text;
};

void write_edit(JsonWriter& json, const View& view, const std::vector<DocumentEdit>& edits) {
  const auto write_edits = [&] {
    json.begin_array();
    for (const DocumentEdit& edit : edits) {
      json.begin_object().key("range");
      view.document.write_range(json, edit.span, view.client.unit);
      json.member("newText", edit.text).end_object();
    }
    json.end_array();
  };
  json.begin_object();
  if (view.client.versioned_edits) {
    json.key("documentChanges").begin_array().begin_object().key("textDocument").begin_object();
    json.member("uri", view.document.uri()).key("version");
    if (const auto version = view.document.version()) {
      json.value(*version);
    } else {
      json.null();
    }
    json.end_object().key("edits");
    write_edits();
    json.end_object().end_array();
  } else {
    json.key("changes").begin_object().key(view.document.uri());
    write_edits();
    json.end_object();
  }
  json.end_object();
}

// Whether the diagnostic stands at `span` of the document.
bool touches(const View& view, const Diagnostic& diagnostic, Span span) {
  const Span marked = view.analysis.in_document(diagnostic.span);
  return marked.begin <= span.end && span.begin <= marked.end;
}

// The edits of a fix; none when it cannot be made in this text: it would take markup away.
std::vector<DocumentEdit> edits_of(const FileBytes& bytes, const Fix& fix) {
  std::vector<DocumentEdit> edits;
  for (const Edit& edit : fix.edits) {
    Result<ByteEdit> translated = bytes.translate(edit);
    if (!translated.ok()) return {};
    edits.push_back({{static_cast<std::uint32_t>(translated->begin), static_cast<std::uint32_t>(translated->end)},
                     std::move(translated->bytes)});
  }
  return edits;
}

// Whether one of them is safe.
bool write_quick_fixes(JsonWriter& json, const View& view, Span span) {
  bool any_safe = false;
  const FileResult& result = view.analysis.result;
  const FileBytes bytes(view.document.text(), *result.source, result.report->format);
  for (const Diagnostic& diagnostic : result.diagnostics) {
    if (!diagnostic.fix || !touches(view, diagnostic, span)) continue;
    const std::vector<DocumentEdit> edits = edits_of(bytes, *diagnostic.fix);
    if (edits.empty()) continue;
    json.begin_object().member("title", diagnostic.fix->message).member("kind", quick_fix_kind);
    json.key("diagnostics").begin_array();
    write_diagnostic(json, view, diagnostic);
    json.end_array();
    const bool safe = diagnostic.fix->safety == FixSafety::safe;
    any_safe = any_safe || safe;
    if (view.client.preferred_actions && safe) json.member("isPreferred", true);
    json.key("edit");
    write_edit(json, view, edits);
    json.end_object();
  }
  return any_safe;
}

// What turns `before` into `after`, a piece for each run of lines where the lines can be told apart, so that cursors
// and folds elsewhere stay where they are.
std::vector<DocumentEdit> differences(std::string_view before, std::string_view after) {
  std::vector<DocumentEdit> edits;
  const auto add = [&](Span span, std::string_view text) {
    const std::string_view old = before.substr(span.begin, span.size());
    auto head =
        static_cast<std::size_t>(std::mismatch(old.begin(), old.end(), text.begin(), text.end()).first - old.begin());
    const auto begins_character = [](std::string_view piece, std::size_t at) {
      return at >= piece.size() || (static_cast<unsigned char>(piece[at]) & 0xC0U) != 0x80;
    };
    while (head > 0 && !(begins_character(old, head) && begins_character(text, head))) --head;
    std::size_t tail = 0;
    const std::size_t most = std::min(old.size(), text.size()) - head;
    while (tail < most && old[old.size() - tail - 1] == text[text.size() - tail - 1]) ++tail;
    while (tail > 0 && !begins_character(old, old.size() - tail)) --tail;
    if (head + tail == old.size() && head + tail == text.size()) return;
    edits.push_back({{span.begin + static_cast<std::uint32_t>(head), span.end - static_cast<std::uint32_t>(tail)},
                     std::string(text.substr(head, text.size() - head - tail))});
  };
  const LineIndex old_lines(before);
  const LineIndex new_lines(after);
  if (old_lines.line_count() != new_lines.line_count()) {
    add({0, static_cast<std::uint32_t>(before.size())}, after);
    return edits;
  }
  for (std::uint32_t line = 1; line <= old_lines.line_count(); ++line) {
    const Span now = new_lines.line_span(after, line);
    add(old_lines.line_span(before, line), after.substr(now.begin, now.size()));
  }
  return edits;
}

void write_fix_all(JsonWriter& json, const View& view, const LintText& lint) {
  const FileResult& result = view.analysis.result;
  const auto is_safe = [](const Diagnostic& diagnostic) {
    return diagnostic.fix && diagnostic.fix->safety == FixSafety::safe;
  };
  if (std::none_of(result.diagnostics.begin(), result.diagnostics.end(), is_safe)) return;
  const Result<FixedFile> fixed = fix_bytes(result, view.document.text(), result.report->format, FixOptions{}, lint);
  if (!fixed.ok()) return;
  const std::vector<DocumentEdit> edits = differences(view.document.text(), fixed->bytes);
  if (edits.empty()) return;
  json.begin_object()
      .member("title", fix_all_title.with().in(view.analysis.language))
      .member("kind", fix_all_kind)
      .key("edit");
  write_edit(json, view, edits);
  json.end_object();
}

}  // namespace

void write_code_actions(JsonWriter& json, const View& view, Span span, const JsonValue& only, const LintText& lint,
                        const ConfigurationText* configuration) {
  json.begin_array();
  if (view.client.literal_actions && view.analysis.result.source != nullptr) {
    const bool quick = asks_for(only, quick_fix_kind);
    const bool safe_here = quick && write_quick_fixes(json, view, span);
    // Linting again takes time, and editors ask at every move of the cursor: then only beside a safe fix.
    if (only.is_array() ? asks_for(only, fix_all_kind) : safe_here) write_fix_all(json, view, lint);
    if (quick && configuration != nullptr) {
      for (const Diagnostic& diagnostic : view.analysis.result.diagnostics) {
        if (touches(view, diagnostic, span)) write_suppression(json, view, diagnostic, *configuration);
      }
    }
  }
  json.end_array();
}

}  // namespace gialint
