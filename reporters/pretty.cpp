#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <ostream>
#include <set>

#include <fmt/format.h>

#include "reporters/excerpt.hpp"
#include "reporters/formats.hpp"
#include "reporters/places.hpp"
#include "reporters/totals.hpp"

namespace gialint {
namespace {

enum class Style { plain, path, error, warning, info, dim, related, added };

std::string_view escape_code(Style style) {
  switch (style) {
    case Style::path:
      return "\x1b[1m";
    case Style::error:
      return "\x1b[1;31m";
    case Style::warning:
      return "\x1b[1;33m";
    case Style::info:
      return "\x1b[1;34m";
    case Style::dim:
      return "\x1b[2m";
    case Style::related:
      return "\x1b[36m";
    case Style::added:
      return "\x1b[32m";
    case Style::plain:
      break;
  }
  return {};
}

Style style_of(Severity severity) {
  switch (severity) {
    case Severity::info:
      return Style::info;
    case Severity::warning:
      return Style::warning;
    case Severity::error:
      break;
  }
  return Style::error;
}

Style style_of(TotalKind kind) {
  switch (kind) {
    case TotalKind::errors:
    case TotalKind::failures:
      return Style::error;
    case TotalKind::warnings:
      return Style::warning;
    case TotalKind::infos:
      return Style::info;
    case TotalKind::plain:
      break;
  }
  return Style::plain;
}

std::string_view word_for(Severity severity, Language language) {
  if (language == Language::en) return severity_name(severity);
  switch (severity) {
    case Severity::info:
      return "提示";
    case Severity::warning:
      return "警告";
    case Severity::error:
      break;
  }
  return "错误";
}

Bilingual label_of_fix(FixSafety safety) {
  switch (safety) {
    case FixSafety::safe:
      return {"可修复：", "fix: "};
    case FixSafety::unsafe:
      return {"可修复（须核对）：", "fix (check it): "};
    case FixSafety::suggestion:
      break;
  }
  return {"建议：", "suggestion: "};
}

/// The one line that a fix changes, before and after; empty when it changes several, or the number of lines.
struct ChangedLine {
  std::uint32_t number = 0;
  std::string text;
  Span marked;  ///< in `text`, what is new
};

std::optional<ChangedLine> changed_line(const SourceText& source, const Fix& fix) {
  if (fix.edits.empty()) return std::nullopt;
  ChangedLine line;
  line.number = source.lines().line_of(clamped(source, fix.edits.front().span).begin);
  const Span whole = source.lines().line_span(source.text(), line.number);
  std::uint32_t copied = whole.begin;
  for (const Edit& edit : fix.edits) {
    if (edit.span.begin < copied || edit.span.end < edit.span.begin || edit.span.end > whole.end) return std::nullopt;
    if (edit.replacement.find_first_of("\r\n") != std::string::npos) return std::nullopt;
    line.text += source.slice({copied, edit.span.begin});
    if (&edit == &fix.edits.front()) line.marked.begin = static_cast<std::uint32_t>(line.text.size());
    line.text += edit.replacement;
    line.marked.end = static_cast<std::uint32_t>(line.text.size());
    copied = edit.span.end;
  }
  line.text += source.slice({copied, whole.end});
  return line;
}

int digits(std::uint32_t number) {
  int count = 1;
  for (; number >= 10; number /= 10) ++count;
  return count;
}

/// For a person at a terminal: each diagnostic with its source line, marks below it, and what to do.
class PrettyReporter final : public Reporter {
 public:
  PrettyReporter(std::ostream& out, const ReporterOptions& options) : out_(out), options_(options) {}

  void begin(const RunInfo& run) override {
    language_ = run.language;
    unit_ = run.column_unit;
    for (const RuleInfo& rule : run.rules) rules_.emplace(rule.id, rule);
  }

  void file(const FileResult& result) override {
    if (!result.source) return;
    explained_.clear();
    for (const Diagnostic& diagnostic : result.diagnostics) {
      add_diagnostic(result.path, *result.source, diagnostic);
      out_ << page_;
      page_.clear();
    }
  }

  void end(const RunSummary& summary) override {
    add_summary(summary);
    out_ << page_;
    page_.clear();
    out_.flush();
  }

 private:
  [[nodiscard]] std::string_view say(std::string_view zh, std::string_view en) const {
    return language_ == Language::zh ? zh : en;
  }

  void add(std::string_view text, Style style = Style::plain) {
    const bool styled = options_.color && style != Style::plain && !text.empty();
    if (styled) page_ += escape_code(style);
    page_ += text;
    if (styled) page_ += "\x1b[0m";
  }

  void add_diagnostic(const std::string& path, const SourceText& source, const Diagnostic& diagnostic) {
    const Position at = source.position(clamped(source, diagnostic.span).begin, unit_);
    const Style style = style_of(diagnostic.severity);
    add(fmt::format("{}:{}:{}", printable(path), at.line, at.column), Style::path);
    add("  ");
    add(word_for(diagnostic.severity, language_), style);
    add("  ");
    add(printable(located(diagnostic.location, diagnostic.message)), Style::path);
    add("  ");
    add("[" + printable(diagnostic.rule) + "]", Style::dim);
    add("\n");

    std::uint32_t last_line = at.line;
    for (const Related& related : diagnostic.related) {
      const SourceText& text = related.text(source);
      last_line = std::max(last_line, text.lines().line_of(clamped(text, related.span).begin));
    }
    gutter_ = std::max(4, digits(last_line) + 1);
    add_gutter("", '|');
    add("\n");
    drawn_whole_ = 0;
    add_source(source, diagnostic.span, '^', style, {});
    const SourceText* drawn = &source;
    for (const Related& related : diagnostic.related) {
      const SourceText& text = related.text(source);
      if (&text != drawn) add_file_name(related.source ? related.source->path() : path, text, related.span);
      drawn = &text;
      add_source(text, related.span, '-', Style::related, printable(located(related.location, related.message)));
    }
    add_advice(source, diagnostic);
    add("\n");
  }

  void add_gutter(std::string_view number, char border) {
    add(fmt::format("{:>{}} {}", number, gutter_, border), Style::dim);
  }

  /// What follows stands in another file.
  void add_file_name(const std::string& path, const SourceText& source, Span span) {
    const Position at = source.position(clamped(source, span).begin, unit_);
    add_gutter("", ':');
    add(" ");
    add(fmt::format("{}:{}:{}\n", printable(path), at.line, at.column), Style::path);
    drawn_whole_ = 0;
  }

  [[nodiscard]] int width() const { return options_.width - gutter_ - 3; }

  /// The line where `span` begins and the marks below it. A line that stands there already whole gets marks only.
  void add_source(const SourceText& source, Span span, char mark, Style style, const std::string& label) {
    const Span marked = clamped(source, span);
    const std::uint32_t line = source.lines().line_of(marked.begin);
    const Span whole = source.lines().line_span(source.text(), line);
    const std::uint32_t begin = std::min(marked.begin, whole.end) - whole.begin;
    const std::uint32_t end = std::min(marked.end, whole.end) - whole.begin;
    const Excerpt excerpt =
        make_excerpt(source.slice(whole), {begin, std::max(begin, end)}, width(), options_.ambiguous_width);
    if (drawn_whole_ != line || !excerpt.is_whole) {
      add_gutter(std::to_string(line), '|');
      if (!excerpt.text.empty()) add(" ");
      add(excerpt.text + "\n");
    }
    drawn_whole_ = excerpt.is_whole ? line : 0;
    add_gutter("", '|');
    add(std::string(static_cast<std::size_t>(excerpt.mark_column) + 1, ' '));
    add(std::string(static_cast<std::size_t>(excerpt.mark_cells), mark), style);
    if (!label.empty()) {
      add(" ");
      add(label, style);
    }
    add("\n");
  }

  /// Basis and help belong to the rule: once per file is enough. The fix belongs to the diagnostic.
  void add_advice(const SourceText& source, const Diagnostic& diagnostic) {
    const auto rule = rules_.find(diagnostic.rule);
    if (rule != rules_.end() && explained_.insert(diagnostic.rule).second) {
      for (const std::string& basis : rule->second.basis) add_note(say("依据：", "basis: "), basis);
      const std::string& help = rule->second.help.in(language_);
      if (!help.empty()) add_note(say("怎么改：", "help: "), help);
    }
    if (!diagnostic.fix) return;
    add_note(label_of_fix(diagnostic.fix->safety).in(language_), diagnostic.fix->message);
    if (const std::optional<ChangedLine> line = changed_line(source, *diagnostic.fix)) {
      const Excerpt excerpt = make_excerpt(line->text, line->marked, width(), options_.ambiguous_width);
      add_gutter(std::to_string(line->number), '+');
      if (!excerpt.text.empty()) add(" ");
      add(excerpt.text, Style::added);
      add("\n");
    }
  }

  void add_note(std::string_view label, std::string_view text) {
    add_gutter("", '=');
    add(" ");
    add(label, Style::path);
    add(printable(text) + "\n");
  }

  void add_summary(const RunSummary& summary) {
    for (const TotalPiece& piece : totals_line(summary, language_)) add(piece.text, style_of(piece.kind));
    add("\n");
  }

  std::ostream& out_;
  ReporterOptions options_;
  Language language_ = Language::zh;
  ColumnUnit unit_ = ColumnUnit::code_point;
  std::map<std::string, RuleInfo> rules_;
  std::set<std::string> explained_;  ///< rules whose basis and help stand above, in this file
  std::string page_;                 ///< not yet written
  int gutter_ = 4;                   ///< cells of the line numbers
  std::uint32_t drawn_whole_ = 0;    ///< the line drawn last, when nothing of it was cut off
};

}  // namespace

std::unique_ptr<Reporter> make_pretty_reporter(std::ostream& out, const ReporterOptions& options) {
  return std::make_unique<PrettyReporter>(out, options);
}

}  // namespace gialint
