#include "engine/report/report.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "engine/claims/claim_reader.hpp"
#include "engine/text/normalize.hpp"
#include "engine/text/numerals.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr int first_plausible_year = 1990;
constexpr int last_plausible_year = 2099;

/// Counts the years ("2023年") of a paragraph.
void count_years(const Paragraph& paragraph, std::map<int, int>& counts) {
  const std::string_view text = paragraph.text.text();
  constexpr std::string_view mark = "年";
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + mark.size())) {
    std::size_t end = at;
    while (end > 0 && text[end - 1] == ' ') --end;
    const std::optional<int> year = year_before(text, end);
    if (year && *year >= first_plausible_year && *year <= last_plausible_year) ++counts[*year];
  }
}

/// The report's year: the title's, else the one that preface and first section name most often.
std::optional<int> find_year(const Outline& outline, const Paragraphs& paragraphs) {
  if (outline.title && outline.title->year) return outline.title->year;
  std::map<int, int> counts;
  for (const Paragraph& paragraph : paragraphs.preface) count_years(paragraph, counts);
  if (!paragraphs.sections.empty()) {
    for (const Paragraph& paragraph : paragraphs.sections.front()) count_years(paragraph, counts);
  }
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == counts.end()) return std::nullopt;
  return most->first;
}

std::vector<Span> spans_of(const Tables& tables) {
  std::vector<Span> spans;
  for (const Table& table : tables.tables) {
    if (table.found) spans.push_back(table.span);
  }
  for (const Table& table : tables.unreadable) {
    if (!table.span.empty()) spans.push_back(table.span);
  }
  std::sort(spans.begin(), spans.end());
  return spans;
}

/// How many lines and cells name an annual report.
std::size_t count_titles(const std::vector<Block>& blocks, const std::vector<Edition>& editions) {
  // A name is short and no sentence; folding a whole text for this would be dear.
  constexpr std::size_t most_bytes = 300;
  const auto names_report = [&](std::string_view text) {
    if (text.size() > most_bytes || text.find("。") != std::string_view::npos ||
        text.find("，") != std::string_view::npos) {
      return false;
    }
    const std::u32string folded = fold_text(text);
    return std::any_of(editions.begin(), editions.end(), [&](const Edition& edition) {
      return folded.find(fold_text(edition.title_core)) != std::u32string::npos;
    });
  };
  std::size_t count = 0;
  for (const Block& block : blocks) {
    if (const auto* text = std::get_if<TextBlock>(&block)) {
      count += names_report(text->text.text()) ? 1 : 0;
      continue;
    }
    for (const GridRow& row : std::get<Grid>(block).rows) {
      for (const GridCell& cell : row.cells) count += names_report(cell.text.text()) ? 1 : 0;
    }
  }
  return count;
}

ReportKind find_kind(const Report& report, const Forms& forms) {
  // More titles than one of a cover and one of a running head: a page that leads to reports.
  constexpr std::size_t most_titles = 2;
  const auto found = [](const std::vector<Table>& tables) {
    return std::any_of(tables.begin(), tables.end(), [](const Table& table) { return table.found; });
  };
  const bool has_table = found(report.tables.tables) || found(report.tables.unreadable);
  // A year before every form, and no form: a report of its own time. With the form's tables the year is a slip.
  const bool too_early =
      report.year && std::all_of(forms.editions.begin(), forms.editions.end(),
                                 [&](const Edition& each) { return *report.year < each.first_report_year; });
  if (too_early && report.outline.title && !has_table) return ReportKind::unsupported_year;
  if (report.outline.sections.size() >= 2 || has_table) return ReportKind::report;
  if (report.outline.title && (!report.outline.sections.empty() || report.titles <= most_titles))
    return ReportKind::report;
  return ReportKind::not_a_report;
}

}  // namespace

ReportReader::ReportReader(const Forms& forms, const AlignmentCosts& costs)
    : forms_(&forms), outlines_(forms.editions), tables_(forms.editions, costs) {}

Report ReportReader::read(std::shared_ptr<const SourceText> source, std::optional<Format> format,
                          FileTiming* timing) const {
  return read(DocumentSource{std::move(source), format}, timing);
}

Report ReportReader::read(const DocumentSource& source, FileTiming* timing) const {
  Stopwatch stopwatch(timing);
  Report report;
  report.forms = forms_;
  report.source = source.text;
  report.format = source.format_or_detected();
  report.drawn = source.drawn;
  std::vector<Block> blocks = read_blocks(source, report.format);
  stopwatch.lap(Stage::blocks);
  report.outline = outlines_.read(std::move(blocks));
  stopwatch.lap(Stage::outline);
  // The title's year says which form to try first; the paragraphs, which may say it too, need the tables.
  const std::optional<int> title_year = report.outline.title ? report.outline.title->year : std::nullopt;
  report.tables = tables_.read(report.outline, title_year);
  stopwatch.lap(Stage::tables);
  report.paragraphs = read_paragraphs(report.outline, spans_of(report.tables), report.tables.page_furniture);
  report.year = find_year(report.outline, report.paragraphs);
  report.expected_edition = &forms_->editions.back();
  for (const Edition& edition : forms_->editions) {
    if (report.year && edition.covers(*report.year)) report.expected_edition = &edition;
  }
  report.organ = find_organ(report.outline, report.paragraphs, forms_->lexicon);
  if (report.organ && !report.organ->doubtful) report.organ_kind = report.organ->kind;
  if (report.outline.title && report.outline.sections.empty())
    report.titles = count_titles(report.outline.blocks, forms_->editions);
  report.kind = find_kind(report, *forms_);
  stopwatch.lap(Stage::paragraphs);
  if (report.kind != ReportKind::report) return report;

  report.totals = explain_totals(report.tables);
  stopwatch.lap(Stage::totals);
  Prose prose = read_prose(report.outline, report.paragraphs, report.tables, report.year, forms_->lexicon);
  report.mentions = std::move(prose.mentions);
  report.claims = std::move(prose.claims);
  report.breakdowns = std::move(prose.breakdowns);
  report.shares = std::move(prose.shares);
  report.trends = std::move(prose.trends);
  stopwatch.lap(Stage::claims);
  return report;
}

std::optional<ReportIdentity> ReportReader::identify(const DocumentSource& source, const OrganAliases& aliases) const {
  const Outline outline = outlines_.read(read_blocks(source, source.format_or_detected()));
  return identify(outline.title, outline.title ? outline.title->year : std::nullopt, aliases);
}

std::optional<ReportIdentity> ReportReader::identify(const Report& report, const OrganAliases& aliases) const {
  return identify(report.outline.title, report.year, aliases);
}

std::optional<ReportIdentity> ReportReader::identify(const std::optional<Title>& title, std::optional<int> year,
                                                     const OrganAliases& aliases) const {
  if (!title || !year || title->organ_name.empty()) return std::nullopt;
  std::string_view name = aliases.name_of(title->organ_name);
  for (const std::string& each : forms_->lexicon.governments) {
    if (name.size() > each.size() && name.substr(name.size() - each.size()) == each) name.remove_suffix(each.size());
  }
  const std::optional<Pattern>& regional = forms_->lexicon.regional;
  return ReportIdentity{to_utf8(fold_text(name)), regional && regional->find(name), *year};
}

bool may_be_one_body(const ReportIdentity& a, const ReportIdentity& b) {
  const auto ends_with = [](std::string_view name, std::string_view end) {
    return name.size() >= end.size() && name.substr(name.size() - end.size()) == end;
  };
  return ends_with(a.organ, b.organ) || ends_with(b.organ, a.organ);
}

}  // namespace gialint
