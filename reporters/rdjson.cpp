#include <cstddef>
#include <optional>
#include <ostream>
#include <set>

#include "engine/json/json_writer.hpp"
#include "reporters/formats.hpp"
#include "reporters/full_message.hpp"
#include "reporters/pages.hpp"
#include "reporters/places.hpp"
#include "reporters/uri.hpp"

namespace gialint {
namespace {

/// A suggestion is one piece of text; one that would repeat a whole page to change two words of it helps nobody.
constexpr std::size_t longest_suggestion = 4096;

/// How many bytes of a UTF-8 file's first line stand before its text: reviewdog counts a byte order mark.
std::uint32_t bytes_before_text(const SourceText& source) { return source.has_bom() ? 3 : 0; }

/// All edits of a fix as one, since reviewdog applies each suggestion by itself; none for a file that is not UTF-8,
/// which reviewdog would spoil.
std::optional<Edit> as_one_edit(const SourceText& source, const Diagnostic& diagnostic) {
  if (!diagnostic.fix || diagnostic.fix->edits.empty() || source.encoding() != Encoding::utf8) return std::nullopt;
  Edit whole;
  whole.span = clamped(source, diagnostic.fix->edits.front().span);
  std::uint32_t at = whole.span.begin;
  for (const Edit& edit : diagnostic.fix->edits) {
    const Span span = clamped(source, edit.span);
    if (span.begin < at || span.begin - at > longest_suggestion) return std::nullopt;
    whole.replacement += source.slice({at, span.begin});
    whole.replacement += edit.replacement;
    at = span.end;
  }
  whole.span.end = at;
  return whole;
}

/// Reviewdog's diagnostics, one document or a line each.
class RdjsonReporter final : public Reporter {
 public:
  RdjsonReporter(std::ostream& out, const ReporterOptions& options, bool is_lines)
      : out_(out), root_(options.root), is_lines_(is_lines), json_(pending_, is_lines ? JsonWriter::compact : 2) {}

  void begin(const RunInfo& run) override {
    language_ = run.language;
    for (const RuleInfo& rule : run.rules) {
      if (!rule.of_plugin) documented_.insert(rule.id);
    }
    if (is_lines_) return;
    json_.begin_object();
    write_source();
    json_.key("diagnostics").begin_array();
  }

  void file(const FileResult& result) override {
    if (result.unreadable) write_failure(result, "internal/unreadable-file", to_string(*result.unreadable, language_));
    if (result.source) {
      for (const Diagnostic& diagnostic : result.diagnostics) write(result, diagnostic);
    }
    for (const RuleFailure& failed : result.rule_failures)
      write_failure(result, "internal/rule-error", failed.rule + ": " + to_string(failed.failure, language_));
    hand_over();
  }

  void end(const RunSummary& /*summary*/) override {
    if (!is_lines_) {
      json_.end_array().end_object();
      pending_ += '\n';
    }
    hand_over();
    out_.flush();
  }

 private:
  void write_source() {
    json_.key("source").begin_object().member("name", "gialint");
    if (!homepage().empty()) json_.member("url", homepage());
    json_.end_object();
  }

  void write(const FileResult& result, const Diagnostic& diagnostic) {
    json_.begin_object().member("message", full_message(result, diagnostic, ColumnUnit::code_point));
    json_.key("location").begin_object().member("path", relative_path(result.path, root_));
    write_range(*result.source, diagnostic.span);
    json_.end_object().member("severity", diagnostic.severity == Severity::error     ? "ERROR"
                                          : diagnostic.severity == Severity::warning ? "WARNING"
                                                                                     : "INFO");
    write_code(diagnostic.rule, documented_.count(diagnostic.rule) != 0);
    if (const std::optional<Edit> edit = as_one_edit(*result.source, diagnostic)) {
      json_.key("suggestions").begin_array().begin_object();
      write_range(*result.source, edit->span);
      json_.member("text", edit->replacement).end_object().end_array();
    }
    end_diagnostic();
  }

  void write_failure(const FileResult& result, std::string_view kind, const std::string& what) {
    json_.begin_object().member("message", what);
    json_.key("location").begin_object().member("path", relative_path(result.path, root_)).end_object();
    json_.member("severity", "ERROR");
    write_code(kind, true);
    end_diagnostic();
  }

  void end_diagnostic() {
    if (is_lines_) write_source();
    json_.end_object();
    if (is_lines_) pending_ += '\n';
  }

  void write_code(std::string_view rule, bool has_page) {
    json_.key("code").begin_object().member("value", rule);
    if (const std::string page = page_of(rule); has_page && !page.empty()) json_.member("url", page);
    json_.end_object();
  }

  void write_range(const SourceText& source, Span span) {
    const Span inside = clamped(source, span);
    json_.key("range").begin_object();
    write_position(source, "start", inside.begin);
    write_position(source, "end", inside.end);
    json_.end_object();
  }

  void write_position(const SourceText& source, std::string_view name, std::uint32_t offset) {
    const Position at = source.position(offset, ColumnUnit::utf8);
    json_.key(name).begin_object().member("line", at.line);
    // Reviewdog counts the bytes of the file, and those of another encoding are not the ones counted here.
    if (source.encoding() == Encoding::utf8)
      json_.member("column", at.column + (at.line == 1 ? bytes_before_text(source) : 0));
    json_.end_object();
  }

  void hand_over() {
    out_ << pending_;
    pending_.clear();
  }

  std::ostream& out_;
  Language language_ = Language::zh;
  std::string root_;
  bool is_lines_;
  std::string pending_;  ///< of the file at hand
  JsonWriter json_;
  std::set<std::string> documented_;  ///< rules that have a page
};

}  // namespace

std::unique_ptr<Reporter> make_rdjson_reporter(std::ostream& out, const ReporterOptions& options) {
  return std::make_unique<RdjsonReporter>(out, options, false);
}

std::unique_ptr<Reporter> make_rdjsonl_reporter(std::ostream& out, const ReporterOptions& options) {
  return std::make_unique<RdjsonReporter>(out, options, true);
}

}  // namespace gialint
