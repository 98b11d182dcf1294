#include "engine/lint/lint.hpp"

#include <algorithm>
#include <utility>

#include "engine/diagnostics/fingerprint.hpp"
#include "engine/lint/locations.hpp"
#include "engine/lint/safe_edits.hpp"
#include "engine/packs/own_rules.hpp"
#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

// Collects the engine's own diagnostics on one file, in the settings that hold for it.
class EngineDiagnostics {
 public:
  EngineDiagnostics(const RuleSettings& settings, Language language, std::vector<Diagnostic>& diagnostics)
      : settings_(&settings), language_(language), diagnostics_(&diagnostics) {}

  // `facts` in the order of their names.
  void add(std::string_view id, std::string message_id, Severity severity, Span span, std::vector<Fact> facts,
           std::vector<Related> related = {}) {
    const auto setting = settings_->find(std::string(id));
    if (setting == settings_->end()) return;
    Diagnostic diagnostic = engine_diagnostic(id, std::move(message_id), span, std::move(facts), language_);
    diagnostic.severity = setting->second.severity.value_or(severity);
    diagnostic.emission = emission_++;
    diagnostic.related = std::move(related);
    diagnostics_->push_back(std::move(diagnostic));
  }

 private:
  const RuleSettings* settings_;
  Language language_;
  std::vector<Diagnostic>* diagnostics_;
  std::uint32_t emission_ = 0;
};

void add_undecodable(const SourceText& source, EngineDiagnostics& out) {
  constexpr std::size_t most_places = 20;
  const std::string encoding(encoding_name(source.encoding()));
  const std::vector<UndecodableBytes>& all = source.undecodable();
  for (const UndecodableBytes& bytes : all) {
    const auto place = static_cast<std::size_t>(&bytes - all.data());
    if (place == most_places) {
      out.add(own_rule::undecodable, "more", Severity::error, bytes.span,
              {{"count", std::to_string(all.size() - most_places)}, {"encoding", encoding}});
      break;
    }
    out.add(
        own_rule::undecodable, "bytes", Severity::error, bytes.span,
        {{"encoding", encoding}, {"length", std::to_string(bytes.length)}, {"offset", std::to_string(bytes.offset)}});
  }
}

Span title_of(const Report& report) { return report.outline.title ? report.outline.title->span : Span{}; }

// `same` is another file's report of the same body for the same year.
void add_same_report(const Report& report, const Report& same, Language language, EngineDiagnostics& out) {
  static constexpr Sentence other("另一份报告的标题", "the title of the other report");
  Related related{title_of(same), "title", Bilingual(other).in(language), same.source};
  const std::string organ = report.outline.title ? report.outline.title->organ_name : std::string();
  out.add(own_rule::same_report, "twice", Severity::info, title_of(report),
          {{"file", same.source->path()}, {"organ", organ}, {"year", report.year ? std::to_string(*report.year) : "?"}},
          {std::move(related)});
}

// Whether `previous` is the report for the year before of the body whose `report` is; tells why not at its title.
bool is_comparable(const Report& report, const Report& previous, const ReportReader& reader,
                   const OrganAliases& aliases, EngineDiagnostics& out) {
  const std::optional<ReportIdentity> own = reader.identify(report, aliases);
  const std::optional<ReportIdentity> before = reader.identify(previous, aliases);
  const Span title = title_of(report);
  if (report.year && previous.year && *previous.year != *report.year - 1) {
    out.add(own_rule::other_body, "year", Severity::warning, title,
            {{"file", previous.source->path()},
             {"found", std::to_string(*previous.year)},
             {"year", std::to_string(*report.year)}});
    return false;
  }
  if (!own || !before || may_be_one_body(*own, *before)) return true;
  out.add(own_rule::other_body, "organ", Severity::warning, title,
          {{"file", previous.source->path()},
           {"found", previous.outline.title->organ_name},
           {"organ", report.outline.title->organ_name}});
  return false;
}

// What the rule and the configuration call a fix, as far as its edits allow.
void set_safety(Diagnostic& diagnostic, const RuleSettings& settings, const SafeEdits& safe) {
  if (!diagnostic.fix || diagnostic.fix->safety == FixSafety::suggestion) return;
  FixSafety& safety = diagnostic.fix->safety;
  const auto setting = settings.find(diagnostic.rule);
  if (setting != settings.end() && setting->second.fix) {
    switch (*setting->second.fix) {
      case FixLevel::off:
        safety = FixSafety::suggestion;
        return;
      case FixLevel::unsafe:
        safety = FixSafety::unsafe;
        break;
      case FixLevel::safe:
        safety = FixSafety::safe;
        break;
    }
  }
  if (safety == FixSafety::safe && !safe.allow(diagnostic.fix->edits)) safety = FixSafety::unsafe;
}

// No edit of a text that was drawn is one of the file; what to write instead is still worth knowing.
void withdraw_edits(std::vector<Diagnostic>& diagnostics) {
  for (Diagnostic& diagnostic : diagnostics) {
    if (!diagnostic.fix) continue;
    diagnostic.fix->safety = FixSafety::suggestion;
    diagnostic.fix->edits.clear();
  }
}

// What the document holds besides the text that was checked.
void add_document_facts(const Report& report, EngineDiagnostics& out) {
  const TrackedChanges& changes = report.drawn->changes;
  if (changes.any()) {
    out.add(own_rule::tracked_changes, "accepted", Severity::info, Span{},
            {{"deletions", std::to_string(changes.deletions)},
             {"insertions", std::to_string(changes.insertions)},
             {"moves", std::to_string(changes.moves)}});
  }
  if (report.drawn->chunks > 0) {
    out.add(own_rule::embedded_document, "not_read", Severity::warning, Span{},
            {{"count", std::to_string(report.drawn->chunks)}});
  }
}

}  // namespace

Linter::Linter(std::shared_ptr<const Pack> pack, Language language, RuleLimits limits)
    : pack_(std::move(pack)), language_(language), runner_(pack_->rules, language, limits) {}

FileResult Linter::lint(std::shared_ptr<const SourceText> text, const LintOptions& options,
                        const LintContext& context) {
  return lint(DocumentSource{std::move(text), std::nullopt}, options, context);
}

FileResult Linter::lint(const DocumentSource& source, const LintOptions& options, const LintContext& context) {
  FileResult result;
  result.path = source.text->path();
  result.source = source.text;
  const auto read = std::make_shared<const Report>(pack_->reader().read(source, context.timing));
  const Report& report = *read;
  if (report.outline.title) result.organ = report.outline.title->organ_name;
  result.year = report.year;
  if (options.details.report) result.report = read;
  EngineDiagnostics out(options.rules, language_, result.diagnostics);

  if (report.kind == ReportKind::unsupported_year && !options.fragment) {
    const int first = pack_->forms().editions.front().first_report_year;
    out.add(own_rule::unsupported_year, "too_early", Severity::info, title_of(report),
            {{"first", std::to_string(first)}, {"year", report.year ? std::to_string(*report.year) : "?"}});
    set_fingerprints(*result.source, result.diagnostics);
    return result;
  }
  add_undecodable(*result.source, out);
  if (report.kind == ReportKind::not_a_report && !options.fragment) {
    const Severity severity = options.named ? Severity::error : Severity::info;
    if (!report.outline.sections.empty()) {
      const Span heading = report.outline.sections.front().heading;
      out.add(own_rule::not_a_report, "one_section", severity, heading,
              {{"heading", std::string(result.source->slice(heading))}});
    } else if (report.outline.title) {
      out.add(own_rule::not_a_report, "titles", severity, Span{}, {{"count", std::to_string(report.titles)}});
    } else {
      out.add(own_rule::not_a_report, "nothing_found", severity, Span{}, {});
    }
  } else {
    Stopwatch stopwatch(context.timing);
    result.is_report = true;
    const OrganAliases nobody;
    const OrganAliases& aliases = context.aliases == nullptr ? nobody : *context.aliases;
    const bool compared =
        context.previous != nullptr && is_comparable(report, *context.previous, pack_->reader(), aliases, out);
    const Report* const previous = compared ? context.previous : nullptr;
    if (context.previous != nullptr) result.previous = compared ? previous->source->path() : std::string();
    if (context.same != nullptr) add_same_report(report, *context.same, language_, out);
    RuleOutcome outcome = runner_.run(report, options.rules, previous, context.timing, options.details.rules);
    stopwatch.lap(Stage::rules);
    const SafeEdits safe(report);
    for (Diagnostic& diagnostic : outcome.diagnostics) set_safety(diagnostic, options.rules, safe);
    set_locations(report, context.previous, language_, outcome.diagnostics);
    if (result.source->is_drawn()) withdraw_edits(outcome.diagnostics);
    std::move(outcome.diagnostics.begin(), outcome.diagnostics.end(), std::back_inserter(result.diagnostics));
    result.rule_failures = std::move(outcome.failures);
    result.rules = std::move(outcome.rules);
    if (context.digest != nullptr) *context.digest = make_digest(report, aliases);
  }
  if (report.drawn) add_document_facts(report, out);
  std::sort(result.diagnostics.begin(), result.diagnostics.end(), reads_before);
  set_fingerprints(*result.source, result.diagnostics);
  return result;
}

}  // namespace gialint
