#include <algorithm>
#include <cassert>
#include <cstddef>
#include <map>
#include <optional>
#include <ostream>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "engine/diagnostics/message.hpp"
#include "engine/json/json_writer.hpp"
#include "engine/text/ascii.hpp"
#include "reporters/diagnostic_json.hpp"
#include "reporters/formats.hpp"
#include "reporters/line_hashes.hpp"
#include "reporters/pages.hpp"
#include "reporters/places.hpp"
#include "reporters/uri.hpp"

namespace gialint {
namespace {

constexpr std::string_view root_base = "%SRCROOT%";
constexpr std::string_view taxonomy = "LegalBasis";

/// A report may be one line of 50 MB, and every diagnostic quotes its surroundings.
constexpr std::uint32_t longest_snippet = 8192;
constexpr std::uint32_t context_reach = 512;

/// How gialint's own troubles are called; the order is that of tool.driver.notifications.
enum class Trouble { rule_error, unreadable_file };

struct Notification {
  Trouble trouble = Trouble::rule_error;
  std::string message;
  std::string rule;  ///< empty unless one failed
  FileUri file;
  int artifact = -1;  ///< index, where the file was read
};

struct Artifact {
  std::string uri;
  bool is_relative = true;
  std::optional<Encoding> encoding;  ///< of a text
  std::uint64_t length = 0;
  std::string sha256;  ///< may be empty
};

std::string_view level_name(Severity severity) { return severity == Severity::info ? "note" : severity_name(severity); }

std::string with_full_stop(std::string text) {
  if (text.empty() || text.back() != '.') text += '.';
  return text;
}

/// A rule's title, "part is missing", as a sentence.
std::string sentence(std::string title) {
  if (!title.empty()) title[0] = ascii_upper(title[0]);
  return with_full_stop(std::move(title));
}

/// The names that the message takes values for in either language, sorted: SARIF knows arguments by number only, and a
/// result's arguments serve both.
std::vector<std::string> placeholders_of(const Bilingual& message) {
  std::set<std::string> names;
  for (const std::string* text : {&message.zh, &message.en}) {
    for (const MessagePiece& piece : pieces_of(*text)) {
      if (!piece.name.empty()) names.emplace(piece.name);
    }
  }
  return {names.begin(), names.end()};
}

/// "sums to {sum}" with the number that `names` gives the placeholder; other braces are doubled. With `quoted` in
/// single quotation marks, as SARIF wants its English: "sums to '{0}'".
std::string numbered(std::string_view message, const std::vector<std::string>& names, bool quoted) {
  std::string out;
  for (const MessagePiece& piece : pieces_of(message)) {
    for (const char c : piece.text) {
      out += c;
      if (c == '{' || c == '}') out += c;
    }
    if (piece.name.empty()) break;
    const bool has_quotes = !quoted || (!out.empty() && out.back() == '\'');
    const std::string_view quote = has_quotes ? "" : "'";
    out += fmt::format("{0}{{{1}}}{0}", quote, std::find(names.begin(), names.end(), piece.name) - names.begin());
  }
  return out;
}

/// Help as Markdown: the advice, what it stands on, and where more is said.
std::string help_page(const RuleInfo& rule, const std::string& advice, Language language) {
  const auto say = [language](std::string_view zh, std::string_view en) { return language == Language::zh ? zh : en; };
  std::string page = advice;
  if (!rule.basis.empty()) page += fmt::format("\n\n**{}**\n", say("依据", "Basis"));
  for (const std::string& basis : rule.basis) page += "\n- " + basis;
  if (const std::string more = page_of(rule.id); !rule.of_plugin && !more.empty())
    page += fmt::format("\n\n[{}]({})", rule.id, more);
  return page;
}

/// SARIF 2.1.0, one run; README.md says which choices stand behind it.
///
/// Results are written as they come. What is known only at the end (the artifacts and gialint's own troubles) is
/// kept: some hundred bytes per file, never its text.
class SarifReporter final : public Reporter {
 public:
  SarifReporter(std::ostream& out, const ReporterOptions& options)
      : out_(out), root_(options.root), json_(pending_, 1) {}

  [[nodiscard]] FileDetails wants() const override {
    FileDetails details;
    details.digest = true;
    return details;
  }

  void begin(const RunInfo& run) override {
    language_ = run.language;
    json_.begin_object().member("$schema", "https://json.schemastore.org/sarif-2.1.0.json").member("version", "2.1.0");
    json_.key("runs").begin_array().begin_object();
    has_baseline_ = run.has_baseline;
    write_tool(run);
    write_taxonomies();
    write_translations(run);
    json_.key("automationDetails").begin_object().member("id", "gialint/").end_object();
    json_.key("originalUriBaseIds").begin_object().key(root_base).begin_object().key("description").begin_object();
    json_.member("text", "The folder that gialint ran in.").end_object().end_object().end_object();
    json_.member("defaultEncoding", "UTF-8").key("newlineSequences").begin_array();
    json_.value("\r\n").value("\n").value("\r").end_array().member("columnKind", "utf16CodeUnits");
    json_.key("results").begin_array();
    hand_over();
  }

  void file(const FileResult& result) override {
    const FileUri uri = file_uri(result.path, root_);
    int artifact = -1;
    if (result.source) {
      artifact = artifact_of(uri, result);
      write_results(result, {&*result.source, &uri, artifact});
    }
    if (result.unreadable) {
      notifications_.push_back({Trouble::unreadable_file, to_string(*result.unreadable, language_), {}, uri, artifact});
    }
    for (const RuleFailure& failed : result.rule_failures) {
      notifications_.push_back({Trouble::rule_error, to_string(failed.failure, language_), failed.rule, uri, artifact});
    }
    hand_over();
  }

  void end(const RunSummary& summary) override {
    json_.end_array().key("artifacts").begin_array();
    for (const Artifact& artifact : artifacts_) {
      json_.begin_object().key("location").begin_object().member("uri", artifact.uri);
      if (artifact.is_relative) json_.member("uriBaseId", root_base);
      json_.end_object();
      if (artifact.encoding) json_.member("encoding", encoding_name(*artifact.encoding));
      json_.member("length", artifact.length);
      if (!artifact.sha256.empty()) json_.key("hashes").begin_object().member("sha-256", artifact.sha256).end_object();
      json_.key("roles").begin_array().value("analysisTarget").end_array().end_object();
      hand_over();
    }
    json_.end_array().key("invocations").begin_array();
    write_invocation(summary);
    json_.end_array().end_object().end_array().end_object();
    pending_ += '\n';
    hand_over();
    out_.flush();
  }

 private:
  /// The file that results are about.
  struct Target {
    const SourceText* source;
    const FileUri* uri;
    int artifact;
  };

  struct KnownRule {
    int index = 0;
    std::map<std::string, std::vector<std::string>> arguments;  ///< by message id: the names of the placeholders
  };

  /// The number of the file among the artifacts; of one that came before, its number then.
  int artifact_of(const FileUri& uri, const FileResult& result) {
    const auto known = result.at_end_of_run ? std::find_if(artifacts_.begin(), artifacts_.end(),
                                                           [&](const Artifact& one) { return one.uri == uri.uri; })
                                            : artifacts_.end();
    const auto number = static_cast<int>(known - artifacts_.begin());
    if (known == artifacts_.end())
      artifacts_.push_back({uri.uri, uri.is_relative,
                            result.source->is_drawn() ? std::nullopt : std::optional(result.source->encoding()),
                            result.source->byte_count(), result.sha256});
    return number;
  }

  void write_tool(const RunInfo& run) {
    json_.key("tool").begin_object().key("driver").begin_object();
    json_.member("name", "gialint").member("fullName", "gialint " + run.version).member("organization", "gialint");
    json_.member("semanticVersion", run.version).member("version", run.version);
    if (!homepage().empty()) json_.member("informationUri", homepage());
    json_.member("language", "en-US").key("rules").begin_array();
    for (const RuleInfo& rule : run.rules) {
      KnownRule& known = rules_[rule.id];
      known.index = static_cast<int>(rules_.size()) - 1;
      for (const auto& [id, message] : rule.messages) known.arguments[id] = placeholders_of(message);
      for (const std::string& basis : rule.basis) taxa_.emplace(basis, static_cast<int>(taxa_.size()));
      write_rule(rule);
    }
    json_.end_array().key("notifications").begin_array();
    write_notification_kind(Trouble::rule_error, "A rule failed.",
                            "A rule raised an error, or ran over its step, memory or time budget.",
                            "Nothing that the rule found in this file is reported. Tell the author of the rule.");
    write_notification_kind(Trouble::unreadable_file, "A file could not be read.",
                            "A file that was to be checked could not be opened, or holds no text.",
                            "Name a file that exists, may be read and is a report.");
    json_.end_array();
    if (!taxa_.empty()) {
      json_.key("supportedTaxonomies").begin_array().begin_object().member("name", taxonomy).member("index", 0);
      json_.end_object().end_array();
    }
    json_.end_object().end_object();
  }

  /// What the rules stand on, each document and article once, in the order in which the rules name them.
  void write_taxonomies() {
    if (taxa_.empty()) return;
    std::vector<const std::string*> in_order(taxa_.size());
    for (const auto& [basis, number] : taxa_) in_order[static_cast<std::size_t>(number)] = &basis;
    json_.key("taxonomies").begin_array().begin_object().member("name", taxonomy).member("language", "zh-CN");
    write_text("shortDescription", "规则所依据的文件和条款");
    json_.member("isComprehensive", false).key("taxa").begin_array();
    for (const std::string* basis : in_order) {
      json_.begin_object().member("id", *basis);
      write_text("shortDescription", *basis);
      json_.end_object();
    }
    json_.end_array().end_object().end_array();
  }

  /// The rules once more, in Chinese; placeholders have the numbers that they have in English.
  void write_translations(const RunInfo& run) {
    if (run.rules.empty()) return;
    json_.key("translations").begin_array().begin_object().member("name", "gialint").member("language", "zh-CN");
    json_.key("contents").begin_array().value("localizedData").end_array();
    json_.key("associatedComponent").begin_object().member("name", "gialint").end_object();
    json_.key("translationMetadata").begin_object().member("name", "gialint").end_object();
    json_.key("rules").begin_array();
    for (const RuleInfo& rule : run.rules) {
      const std::string& title = rule.title.zh.empty() ? rule.id : rule.title.zh;
      const std::string& help = rule.help.zh.empty() ? title : rule.help.zh;
      json_.begin_object().member("id", rule.id);
      write_text("shortDescription", title);
      write_text("fullDescription", rule.help.zh.empty() ? title : fmt::format("{}。{}。", title, help));
      json_.key("help").begin_object().member("text", help).member("markdown", help_page(rule, help, Language::zh));
      json_.end_object().key("messageStrings").begin_object();
      for (const auto& [id, message] : rule.messages)
        write_text(id, numbered(message.zh, placeholders_of(message), false));
      json_.end_object().end_object();
    }
    json_.end_array().end_object().end_array();
  }

  void write_rule(const RuleInfo& rule) {
    const std::string title = sentence(rule.title.en.empty() ? rule.id : rule.title.en);
    const std::string help = rule.help.en.empty() ? title : rule.help.en;
    json_.begin_object().member("id", rule.id).member("name", pascal_case(rule.id));
    if (!rule.formerly.empty()) {
      json_.key("deprecatedIds").begin_array();
      for (const std::string& id : rule.formerly) json_.value(id);
      json_.end_array();
    }
    write_text("shortDescription", title);
    write_text("fullDescription", rule.help.en.empty() ? title : title + " " + with_full_stop(help));
    if (!rule.of_plugin) write_help_uri(rule.id);
    json_.key("help").begin_object().member("text", help).member("markdown", help_page(rule, help, Language::en));
    json_.end_object();
    json_.key("messageStrings").begin_object();
    for (const auto& [id, message] : rule.messages)
      write_text(id, with_full_stop(numbered(message.en, placeholders_of(message), true)));
    json_.end_object().key("defaultConfiguration").begin_object().member("level", level_name(rule.severity));
    json_.member("enabled", true).end_object().key("properties").begin_object().key("tags").begin_array();
    if (!rule.category.empty()) json_.value(rule.category);
    json_.end_array();
    if (!rule.precision.empty()) json_.member("precision", rule.precision);
    json_.member("problem.severity", rule.severity == Severity::info ? "recommendation" : severity_name(rule.severity));
    json_.end_object();
    if (!rule.basis.empty()) write_relationships(rule);
    json_.end_object();
  }

  void write_relationships(const RuleInfo& rule) {
    json_.key("relationships").begin_array();
    for (const std::string& basis : rule.basis) {
      json_.begin_object().key("target").begin_object().member("id", basis).member("index", taxa_.at(basis));
      json_.key("toolComponent").begin_object().member("name", taxonomy).member("index", 0).end_object();
      json_.end_object().key("kinds").begin_array().value("relevant").end_array().end_object();
    }
    json_.end_array();
  }

  static std::string_view id_of(Trouble trouble) {
    return trouble == Trouble::rule_error ? "internal/rule-error" : "internal/unreadable-file";
  }

  void write_notification_kind(Trouble trouble, std::string_view title, std::string_view text, std::string_view help) {
    json_.begin_object().member("id", id_of(trouble)).member("name", pascal_case(id_of(trouble)));
    write_text("shortDescription", title);
    write_text("fullDescription", text);
    write_text("help", help);
    write_help_uri(id_of(trouble));
    json_.end_object();
  }

  void write_help_uri(std::string_view rule) {
    if (const std::string page = page_of(rule); !page.empty()) json_.member("helpUri", page);
  }

  /// A diagnostic, and why it does not count as new.
  struct Found {
    const Diagnostic* diagnostic = nullptr;
    const Suppression* suppression = nullptr;
    bool is_known = false;  ///< in the baseline
  };

  /// All that was found in a file, in reading order.
  static std::vector<Found> found_in(const FileResult& result) {
    std::vector<Found> all;
    all.reserve(result.diagnostics.size() + result.suppressed.size() + result.in_baseline.size());
    for (const Diagnostic& diagnostic : result.diagnostics) all.push_back({&diagnostic, nullptr, false});
    for (const SuppressedDiagnostic& held : result.suppressed)
      all.push_back({&held.diagnostic, &held.suppression, false});
    for (const Diagnostic& diagnostic : result.in_baseline) all.push_back({&diagnostic, nullptr, true});
    std::stable_sort(all.begin(), all.end(),
                     [](const Found& a, const Found& b) { return reads_before(*a.diagnostic, *b.diagnostic); });
    return all;
  }

  void write_results(const FileResult& result, const Target& target) {
    const std::vector<Found> all = found_in(result);
    if (all.empty()) return;
    const std::vector<std::string> hashes = line_hashes(*target.source);
    std::set<std::pair<std::string, std::string>> seen;  // rule and line
    for (const Found& found : all) {
      const Diagnostic& diagnostic = *found.diagnostic;
      const std::uint32_t line = target.source->lines().line_of(clamped(*target.source, diagnostic.span).begin);
      std::string line_hash = line < hashes.size() ? hashes[line] : std::string();
      // GitHub makes one alert of results that share rule, file and this hash: two wrong cells of one row.
      if (!line_hash.empty() && !seen.emplace(diagnostic.rule, line_hash).second) {
        line_hash += "-" + diagnostic.fingerprint.substr(0, 8);
      }
      write_result(found, target, line_hash);
      hand_over();
    }
  }

  void write_result(const Found& found, const Target& target, const std::string& line_hash) {
    const Diagnostic& diagnostic = *found.diagnostic;
    json_.begin_object().member("ruleId", diagnostic.rule);
    const auto rule = rules_.find(diagnostic.rule);
    if (rule != rules_.end()) json_.member("ruleIndex", rule->second.index);
    json_.member("kind", "fail").member("level", level_name(diagnostic.severity));
    if (has_baseline_) json_.member("baselineState", found.is_known ? "unchanged" : "new");
    write_message(diagnostic, rule == rules_.end() ? nullptr : &rule->second);

    json_.key("locations").begin_array().begin_object();
    write_physical_location(target, diagnostic.span, true);
    write_logical_location(diagnostic.place);
    if (!diagnostic.location.empty()) write_text("message", diagnostic.location);
    json_.end_object().end_array().key("partialFingerprints").begin_object();
    if (!line_hash.empty()) json_.member("primaryLocationLineHash", line_hash);
    json_.member("gialint/v1", diagnostic.fingerprint).end_object();
    // Which results of a run are suppressed is not known when the first is written; so each says that it is not.
    json_.key("suppressions").begin_array();
    if (found.suppression != nullptr) write_suppression(*found.suppression);
    json_.end_array();
    if (!diagnostic.related.empty()) write_related(diagnostic, target);
    if (diagnostic.fix && !diagnostic.fix->edits.empty()) write_fix(*diagnostic.fix, target);
    if (!diagnostic.sums.empty()) {
      write_sums(json_.key("properties").begin_object().key("sums"), diagnostic.sums);
      json_.end_object();
    }
    json_.end_object();
  }

  void write_suppression(const Suppression& suppression) {
    json_.begin_object().member("kind", "external").member("status", "accepted");
    json_.member("justification", suppression.reason);
    if (const FilePlace& place = suppression.where; !place.path.empty()) {
      json_.key("location").begin_object().key("physicalLocation").begin_object();
      write_artifact_location(file_uri(place.path, root_), -1);
      json_.key("region")
          .begin_object()
          .member("startLine", std::max(place.line, 1U))
          .member("startColumn", std::max(place.column, 1U));
      json_.end_object().end_object().end_object();
    }
    json_.end_object();
  }

  void write_message(const Diagnostic& diagnostic, const KnownRule* rule) {
    json_.key("message").begin_object().member("text", diagnostic.message);
    if (rule != nullptr) {
      const auto names = rule->arguments.find(diagnostic.message_id);
      if (names != rule->arguments.end()) {
        json_.member("id", diagnostic.message_id).key("arguments").begin_array();
        for (const std::string& name : names->second) {
          const auto fact = std::find_if(diagnostic.facts.begin(), diagnostic.facts.end(),
                                         [&](const Fact& candidate) { return candidate.name == name; });
          json_.value(fact == diagnostic.facts.end() ? std::string_view() : std::string_view(fact->value));
        }
        json_.end_array();
      }
    }
    json_.end_object();
  }

  void write_related(const Diagnostic& diagnostic, const Target& target) {
    json_.key("relatedLocations").begin_array();
    int id = 0;
    for (const Related& related : diagnostic.related) {
      json_.begin_object().member("id", ++id);
      if (const std::string message = located(related.location, related.message); !message.empty())
        write_text("message", message);
      if (related.source) {
        const FileUri uri = file_uri(related.source->path(), root_);
        write_physical_location({&*related.source, &uri, -1}, related.span, false);
      } else {
        write_physical_location(target, related.span, false);
      }
      write_logical_location(related.place);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_fix(const Fix& fix, const Target& target) {
    json_.key("fixes").begin_array().begin_object();
    if (!fix.message.empty()) write_text("description", fix.message);
    json_.key("artifactChanges").begin_array().begin_object();
    write_artifact_location(*target.uri, target.artifact);
    json_.key("replacements").begin_array();
    for (const Edit& edit : fix.edits) {
      json_.begin_object().key("deletedRegion").begin_object();
      write_ends(*target.source, clamped(*target.source, edit.span));
      json_.end_object();
      write_text("insertedContent", edit.replacement);
      json_.end_object();
    }
    json_.end_array().end_object().end_array().key("properties").begin_object();
    json_.member("safety", fix_safety_name(fix.safety)).end_object().end_object().end_array();
  }

  void write_physical_location(const Target& target, Span place, bool with_context) {
    const SourceText& source = *target.source;
    const Span span = clamped(source, place);
    const bool is_short = span.size() <= longest_snippet;
    json_.key("physicalLocation").begin_object();
    write_artifact_location(*target.uri, target.artifact);
    json_.key("region").begin_object();
    write_ends(source, span);
    if (is_short) write_text("snippet", source.slice(span));
    json_.end_object();
    if (with_context && is_short) write_context(source, span);
    json_.end_object();
  }

  /// The lines of `span` and their neighbours, or less where lines are very long.
  void write_context(const SourceText& source, Span span) {
    const std::string_view text = source.text();
    const LineIndex& lines = source.lines();
    const std::uint32_t first = std::max(lines.line_of(span.begin), 2U) - 1;
    const std::uint32_t last = std::min(lines.line_of(span.end) + 1, lines.line_count());
    Span context = hull(span, {lines.line_span(text, first).begin, lines.line_span(text, last).end});
    const bool whole_lines = context.size() <= longest_snippet;
    if (!whole_lines) {
      const std::uint32_t begin = span.begin - std::min(span.begin - context.begin, context_reach);
      const std::uint32_t end = span.end + std::min(context.end - span.end, context_reach);
      context = hull(span, {character_start(text, begin), character_start(text, end)});
    }
    if (context == span) return;
    json_.key("contextRegion").begin_object();
    if (whole_lines) {
      json_.member("startLine", first).member("endLine", last);
    } else {
      write_ends(source, context);
    }
    write_text("snippet", source.slice(context));
    json_.end_object();
  }

  void write_ends(const SourceText& source, Span span) {
    const Position begin = source.position(span.begin, ColumnUnit::utf16);
    const Position end = source.position(span.end, ColumnUnit::utf16);
    json_.member("startLine", begin.line).member("startColumn", begin.column);
    json_.member("endLine", end.line).member("endColumn", end.column);
  }

  void write_logical_location(const std::string& place) {
    if (place.empty()) return;
    json_.key("logicalLocations").begin_array().begin_object().member("fullyQualifiedName", place);
    json_.end_object().end_array();
  }

  void write_artifact_location(const FileUri& file, int artifact) {
    json_.key("artifactLocation").begin_object().member("uri", file.uri);
    if (file.is_relative) json_.member("uriBaseId", root_base);
    if (artifact >= 0) json_.member("index", artifact);
    json_.end_object();
  }

  void write_text(std::string_view name, std::string_view text) {
    json_.key(name).begin_object().member("text", text).end_object();
  }

  /// Diagnostics are no failure, whatever the exit status says of them; troubles are.
  void write_invocation(const RunSummary& summary) {
    json_.begin_object().member("executionSuccessful", notifications_.empty() && summary.exit_status != 2);
    json_.member("exitCode", summary.exit_status).key("toolExecutionNotifications").begin_array();
    for (const Notification& notification : notifications_) {
      json_.begin_object().key("descriptor").begin_object().member("id", id_of(notification.trouble));
      json_.member("index", static_cast<int>(notification.trouble)).end_object();
      if (!notification.rule.empty()) {
        json_.key("associatedRule").begin_object().member("id", notification.rule);
        const auto rule = rules_.find(notification.rule);
        if (rule != rules_.end()) json_.member("index", rule->second.index);
        json_.end_object();
      }
      json_.member("level", "error");
      write_text("message", notification.message);
      json_.key("locations").begin_array().begin_object().key("physicalLocation").begin_object();
      write_artifact_location(notification.file, notification.artifact);
      json_.end_object().end_object().end_array().end_object();
    }
    json_.end_array().end_object();
  }

  void hand_over() {
    out_ << pending_;
    pending_.clear();
  }

  std::ostream& out_;
  Language language_ = Language::zh;
  std::string root_;
  std::string pending_;  ///< of the result at hand
  JsonWriter json_;
  bool has_baseline_ = false;
  std::map<std::string, KnownRule> rules_;
  std::map<std::string, int> taxa_;  ///< by basis: its number in the taxonomy
  std::vector<Artifact> artifacts_;
  std::vector<Notification> notifications_;
};

}  // namespace

std::unique_ptr<Reporter> make_sarif_reporter(std::ostream& out, const ReporterOptions& options) {
  return std::make_unique<SarifReporter>(out, options);
}

}  // namespace gialint
