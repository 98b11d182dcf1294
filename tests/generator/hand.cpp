#include "tests/generator/hand.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "engine/toml/fields.hpp"
#include "tests/generator/marks.hpp"
#include "tests/generator/mistakes.hpp"
#include "tests/rules/rule_lint.hpp"

namespace gialint::generator {
namespace {

constexpr std::string_view heading_at = "heading ";

/// What tells of a kind of mistake.
struct HandKind {
  std::string_view name;
  std::vector<std::string_view> rules;           ///< any of them will do
  bool anywhere = false;                         ///< it is something missing: the diagnostic has no place at the mark
  std::vector<std::string_view> elsewhere = {};  ///< words that must not stand in the rest of the prose
};

const std::vector<HandKind>& hand_kinds() {
  static const std::vector<HandKind> kinds = {
      {"repeated-text", {"text/repeated-text", "structure/duplicate-section", "structure/title"}},
      // A heading that is garbled by a character or two is told with its right words.
      {"garbled", {"text/garbled", "structure/section-title", "structure/title"}},
      {"placeholder", {"text/placeholder", "narrative/missing-number"}},
      {"foreign-name", {"text/foreign-name", "structure/organ-mismatch"}},
      {"organ-mismatch", {"structure/organ-mismatch", "text/foreign-name"}},
      {"title",
       {"structure/title", "text/repeated-text", "structure/year-mismatch", "text/placeholder", "text/garbled"}},
      {"heading", {"structure/section-title", "structure/section-number", "text/repeated-text"}},
      {"stale-year", {"structure/stale-year", "structure/year-mismatch"}},
      {"plan-year", {"structure/plan-year", "structure/stale-year"}},
      {"period", {"structure/period", "structure/year-mismatch"}},
      {"publication-date", {"structure/publication-date"}},
      {"overview-topics", {"structure/overview-topics"}, true},
      {"assessment-results", {"structure/assessment-results"}, true, {"考核", "评议", "追责", "问责", "责任追究"}},
      {"numbering", {"text/numbering", "structure/section-number"}},
      {"basis-citation", {"structure/basis-citation", "structure/superseded-basis"}},
      {"problems", {"structure/problems-and-improvement", "structure/empty-section"}, true},
      {"missing-number", {"narrative/missing-number", "text/placeholder"}},
      {"fee-statement",
       {"structure/fee-statement", "narrative/", "structure/basis-citation", "text/placeholder", "text/foreign-name",
        "structure/organ-mismatch"},
       true,
       {"处理费", "收费"}},
      {"empty-section",
       {"structure/empty-section", "structure/problems-and-improvement", "structure/fee-statement", "text/placeholder",
        "structure/overview-topics"},
       true},
      {"part-count", {"structure/part-count", "structure/superseded-outline"}},
  };
  return kinds;
}

const HandKind& kind_named(std::string_view name) {
  for (const HandKind& each : hand_kinds()) {
    if (each.name == name) return each;
  }
  throw std::invalid_argument("no kind of mistake '" + std::string(name) + "'");
}

bool tells_of(const HandKind& kind, std::string_view rule) {
  return std::any_of(kind.rules.begin(), kind.rules.end(), [&](std::string_view each) {
    return each.back() == '/' ? rule.substr(0, each.size()) == each : rule == each;
  });
}

std::string without(std::string text, std::string_view what) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what)) text.erase(at, what.size());
  return text;
}

std::string with_hand_marks(std::string text, bool whole) {
  if (whole) text = without(without(std::move(text), "⟦"), "⟧");
  if (text.find("⟦") == std::string::npos) return mark_begin + text + mark_end;
  for (const auto& [words, mark] : {std::pair{"⟦", mark_begin}, std::pair{"⟧", mark_end}}) {
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words))
      text.replace(at, std::string_view(words).size(), 1, mark);
  }
  return text;
}

/// What the reports of a hand are about: the newest form, and last year's would be on it too.
std::string conditions_of(const HandEntry& entry) {
  std::string when = entry.when;
  std::replace(when.begin(), when.end(), ';', ',');
  std::string all = "edition 2021, year > 2021, year < 2025";
  return when.empty() ? all : all + ", " + when;
}

bool says_elsewhere(const Draft& draft, const HandKind& kind) {
  const auto says = [&](const std::string& text) {
    return std::any_of(kind.elsewhere.begin(), kind.elsewhere.end(),
                       [&](std::string_view word) { return text.find(word) != std::string::npos; });
  };
  const PrintedReport& report = draft.report;
  return std::any_of(report.preface.begin(), report.preface.end(), says) ||
         std::any_of(report.sections.begin(), report.sections.end(), [&](const PrintedSection& section) {
           return std::any_of(section.paragraphs.begin(), section.paragraphs.end(), says);
         });
}

struct HandReport {
  Draft draft;
  GeneratedReport report;
  std::string what;
  std::string organ;  ///< of a lawful title, filled in
  std::string year;
};

/// A report with `text` at the entry's place.
std::optional<HandReport> hand_report(const HandEntry& entry, const HandKind& kind, const std::string& text, bool whole,
                                      std::uint64_t seed, Layout layout) {
  constexpr std::uint64_t attempts = 2000;
  for (std::uint64_t attempt = 0; attempt < attempts; ++attempt) {
    const Outset outset = decide({seed + attempt * 1'000'003, layout});
    const Facts facts = outset.facts();
    if (!holds(facts, conditions_of(entry))) continue;
    Style style = draw_style(layout, Random(outset.recipe.seed).fork(1));
    style.placeholder.clear();
    style.blank_zeros = false;
    // Whatever else would stand under the same sub-heading would say what the entry leaves out.
    const bool alone = kind.anywhere;
    if (!kind.elsewhere.empty() && says_elsewhere(write(outset, &style, {entry.at, "。", alone}), kind)) continue;
    Random random = Random(outset.recipe.seed).fork(1000);
    HandReport made;
    made.what = filled_words(facts, text, random);
    // An empty text is an empty section, which has no place for marks.
    const std::string planted = made.what.empty() ? "" : with_hand_marks(made.what, whole);
    made.draft = write(outset, &style, {entry.at, planted, alone});
    made.report = finish(made.draft);
    made.organ = filled_words(facts, entry.organ, random);
    made.year = filled_words(facts, entry.year, random);
    return made;
  }
  return std::nullopt;
}

/// Its source. What some encodings cannot hold is written in UTF-8.
std::shared_ptr<const SourceText> hand_source(HandReport& made, const std::string& name) {
  std::shared_ptr<const SourceText> source;
  try {
    source = test::source_of(name, made.report.bytes);
  } catch (const std::runtime_error&) {
    source = nullptr;
  }
  if (source != nullptr && source->text() == made.report.text) return source;
  made.draft.style.encoding = Encoding::utf8;
  made.report = finish(made.draft);
  return test::source_of(name, made.report.bytes);
}

bool near(Span a, Span b) { return a.begin <= b.end && b.begin <= a.end; }

/// That there is no title is told where the report begins.
bool is_about_whole(const Diagnostic& each) { return each.rule == "structure/title" && each.span.empty(); }

bool stands_at(const Diagnostic& each, const std::vector<Span>& places) {
  return std::any_of(places.begin(), places.end(), [&](Span place) {
    return near(place, each.span) || std::any_of(each.related.begin(), each.related.end(), [&](const Related& other) {
             return !other.source && near(place, other.span);
           });
  });
}

/// Whether its figures are held against tables that the writer did not know.
bool compares_figures(std::string_view rule) {
  return rule.substr(0, 10) == "narrative/" && rule != "narrative/missing-number";
}

/// Sections that the model has not, or not where they are printed.
std::string lost_sections(const HandReport& made, const Report& model) {
  std::string lost;
  for (const PrintedSection& section : made.draft.report.sections) {
    if (section.heading_id == none) continue;
    const Span printed = made.report.places[section.heading_id].span;
    const Section* const found = model.outline.section(section.form->id);
    if (found == nullptr) {
      lost += "  section " + section.form->id + " is not known\n";
    } else if (!near(found->heading, printed)) {
      lost += "  section " + section.form->id + " is taken to begin at " + std::to_string(found->heading.begin) + "\n";
    }
  }
  return lost;
}

/// What the model says of a title that is right.
std::string misread_title(const HandReport& made, const Report& model) {
  std::string wrong;
  const std::string organ = model.outline.title ? model.outline.title->organ_name : "";
  const std::string year = model.year ? std::to_string(*model.year) : "";
  if (!made.organ.empty() && organ != made.organ) wrong += "  the organ is read as '" + organ + "'\n";
  if (!made.year.empty() && year != made.year) wrong += "  the year is read as '" + year + "'\n";
  return wrong;
}

class HandSurvey {
 public:
  HandSurvey(Linter& linter, const LintOptions& options, std::string keep)
      : linter_(linter), options_(options), keep_(std::move(keep)) {}

  void mistake(const HandEntry& entry, std::uint64_t seed, Layout layout, HandFigures& figures) const {
    const HandKind& kind = kind_named(entry.kind);
    std::optional<HandReport> made = hand_report(entry, kind, entry.text, false, seed, layout);
    if (!made) throw std::logic_error("of no report: " + entry.kind + " " + std::to_string(entry.number));
    const std::string name = name_of(entry, *made, "mistake");
    const std::shared_ptr<const SourceText> source = hand_source(*made, name);
    const FileResult result = linter_.lint(source, options_);
    std::size_t told = 0;
    std::string beside;
    for (const Diagnostic& each : result.diagnostics) {
      if (tells_of(kind, each.rule) && (kind.anywhere || is_about_whole(each) || stands_at(each, made->report.marks))) {
        ++told;
      } else if (each.severity >= Severity::warning && !compares_figures(each.rule)) {
        beside += "  beside: " + describe(each) + "\n";
      }
    }
    for (const RuleFailure& each : result.rule_failures) beside += "  failed: " + each.rule + "\n";
    if (entry.at.rfind(heading_at, 0) == 0) beside += lost_sections(*made, model_of(source));
    ++figures.injected;
    if (told > 0) ++figures.found;
    if (told > 1) ++figures.twice;
    if (!beside.empty()) ++figures.beside;
    if (told == 0) beside = "  not told\n" + beside;
    if (told > 1) beside = "  told " + std::to_string(told) + " times\n" + beside;
    if (!beside.empty()) note(entry, *made, name, beside, figures);
  }

  void counterpart(const HandEntry& entry, std::uint64_t seed, Layout layout, HandFigures& figures) const {
    const HandKind& kind = kind_named(entry.kind);
    const std::string& text = entry.lawful ? entry.text : entry.right;
    std::optional<HandReport> made = hand_report(entry, kind, text, true, seed, layout);
    if (!made) throw std::logic_error("of no report: " + entry.kind + " " + std::to_string(entry.number));
    const std::string name = name_of(entry, *made, "right");
    const std::shared_ptr<const SourceText> source = hand_source(*made, name);
    const FileResult result = linter_.lint(source, options_);
    std::string alarms;
    std::string infos;
    for (const Diagnostic& each : result.diagnostics) {
      if (each.severity >= Severity::warning) {
        if (!compares_figures(each.rule)) alarms += "  false: " + describe(each) + "\n";
      } else if (stands_at(each, made->report.marks) || (kind.anywhere && tells_of(kind, each.rule))) {
        infos += "  info: " + describe(each) + "\n";
      }
    }
    for (const RuleFailure& each : result.rule_failures) alarms += "  failed: " + each.rule + "\n";
    const Report model = model_of(source);
    alarms += lost_sections(*made, model);
    if (entry.lawful) alarms += misread_title(*made, model);
    ++figures.rights;
    if (!alarms.empty()) ++figures.alarms;
    if (!infos.empty()) ++figures.infos;
    if (!alarms.empty() || !infos.empty()) note(entry, *made, name, alarms + infos, figures);
  }

 private:
  [[nodiscard]] static Report model_of(const std::shared_ptr<const SourceText>& source) {
    return test::project_pack()->reader().read(source);
  }

  static std::string name_of(const HandEntry& entry, const HandReport& made, const std::string& what) {
    return entry.kind + "-" + std::to_string(entry.number) + "-" + what + "-" + file_name(made.draft.recipe);
  }

  void note(const HandEntry& entry, const HandReport& made, const std::string& name, const std::string& what,
            HandFigures& figures) const {
    const std::string about = name + ", " + entry.at + "\n  " + made.what + "\n";
    figures.failures += about + what;
    if (!keep_.empty()) write_report(keep_, name, made.report, about + what);
  }

  Linter& linter_;
  const LintOptions& options_;
  std::string keep_;
};

}  // namespace

HandFigures& HandFigures::operator+=(const HandFigures& other) {
  entries += other.entries;
  injected += other.injected;
  found += other.found;
  twice += other.twice;
  beside += other.beside;
  rights += other.rights;
  alarms += other.alarms;
  infos += other.infos;
  failures += other.failures;
  return *this;
}

std::vector<HandEntry> read_hand(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const Result<TomlTable> parsed = parse_toml(text, path);
  if (!parsed) throw std::runtime_error(to_string(parsed.failure(), Language::en));
  TomlFaults faults(path);
  TomlFields all(*parsed, faults);
  std::vector<HandEntry> entries;
  std::map<std::string, std::size_t> numbers;
  for (const TomlTable* const table : all.tables("mistake")) {
    TomlFields fields(*table, faults);
    HandEntry entry;
    entry.kind = fields.text("kind");
    entry.at = fields.text("at");
    entry.text = fields.text("text");
    entry.right = fields.text_or("right", "");
    entry.when = fields.text_or("when", "");
    entry.lawful = fields.boolean_or("lawful", false);
    entry.organ = fields.text_or("organ", "");
    entry.year = fields.text_or("year", "");
    entry.wrong = fields.text_or("wrong", "");
    entry.number = ++numbers[entry.kind];
    fields.finish();
    entries.push_back(std::move(entry));
  }
  all.finish();
  if (!faults.none()) throw std::runtime_error(to_string(faults.first(), Language::en));
  return entries;
}

std::map<std::string, HandFigures> survey_hand(const std::vector<HandEntry>& entries, Half half,
                                               const std::vector<std::string>& kinds, Seeds seeds, Linter& linter,
                                               const LintOptions& options, const std::string& keep) {
  const HandSurvey survey(linter, options, keep);
  std::map<std::string, HandFigures> figures;
  std::size_t turn = 0;
  for (const HandEntry& entry : entries) {
    ++turn;  // Each entry begins with another layout.
    if (!entry.wrong.empty()) continue;
    if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), entry.kind) == kinds.end()) continue;
    if (half != Half::all && (entry.number % 2 == 1) != (half == Half::odd)) continue;
    HandFigures& of_kind = figures[entry.kind];
    ++of_kind.entries;
    for (std::uint64_t i = 0; i < seeds.count; ++i) {
      // Five steps through fourteen layouts: neighbours among them are of one family.
      const Layout layout = layouts[(turn + 5 * i) % layouts.size()].layout;
      const std::uint64_t seed = seeds.first + i + 100 * turn;
      if (!entry.lawful) survey.mistake(entry, seed, layout, of_kind);
      if (entry.lawful || !entry.right.empty()) survey.counterpart(entry, seed, layout, of_kind);
    }
  }
  return figures;
}

}  // namespace gialint::generator
