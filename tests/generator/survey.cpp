#include "tests/generator/survey.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <utility>

#include "tests/generator/check.hpp"
#include "tests/rules/rule_lint.hpp"
#include "tests/support/accounted.hpp"

namespace gialint::generator {
namespace {

std::shared_ptr<const SourceText> source_of(const std::string& name, const GeneratedReport& report) {
  std::shared_ptr<const SourceText> source = test::source_of(name, report.bytes);
  // All places are told by the text as it was written.
  if (source->text() != report.text) throw std::logic_error(name + " is decoded to another text than was encoded");
  return source;
}

/// Adds the digits of a report that the model has nowhere, or twice, to `survey`.
void count_unaccounted(const std::string& name, const Report& report, Survey& survey) {
  const std::vector<std::string> wrong = test::unaccounted(report.outline, report.tables);
  if (wrong.empty()) return;
  survey.unaccounted += wrong.size();
  survey.failures += name + ": " + std::to_string(wrong.size()) + " unaccounted, " + wrong.front() + "\n";
}

}  // namespace

Survey& Survey::operator+=(const Survey& other) {
  reports += other.reports;
  right += other.right;
  falsely += other.falsely;
  cells += other.cells;
  right_cells += other.right_cells;
  unaccounted += other.unaccounted;
  for (const auto& [what, count] : other.said) said[what] += count;
  failures += other.failures;
  return *this;
}

Survey survey_undamaged(Layout layout, Seeds seeds, Linter& linter, const LintOptions& options,
                        const std::string& keep) {
  const ReportReader& reader = test::project_pack()->reader();
  Survey survey;
  for (std::uint64_t seed = seeds.first; seed < seeds.first + seeds.count; ++seed) {
    const Draft drawn = draft({seed, layout});
    const GeneratedReport report = finish(drawn);
    const std::string name = file_name(drawn.recipe);
    const std::shared_ptr<const SourceText> source = source_of(name, report);
    const Report model = reader.read(source);
    const std::vector<WrongCell> wrong = wrong_cells(report, model);
    count_unaccounted(name, model, survey);
    std::string said;
    const FileResult result = linter.lint(source, options);
    for (const Diagnostic& each : result.diagnostics) {
      ++survey.said[std::string(severity_name(each.severity)) + " " + each.rule];
      if (each.severity >= Severity::warning) said += "  false: " + describe(each) + "\n";
    }
    for (const RuleFailure& each : result.rule_failures)
      said += "  failed: " + each.rule + ": " + to_string(each.failure, Language::zh) + "\n";
    ++survey.reports;
    survey.cells += report.cells.size();
    survey.right_cells += report.cells.size() - wrong.size();
    if (!said.empty()) ++survey.falsely;
    if (wrong.empty() && said.empty()) {
      ++survey.right;
      continue;
    }
    survey.failures += describe(drawn) + "\n";
    if (!wrong.empty()) {
      survey.failures += "  expected " + describe(wrong.front().expected) + "\n  found    " + wrong.front().found +
                         ", and " + std::to_string(wrong.size() - 1) + " more\n";
    }
    survey.failures += said;
    if (!keep.empty()) write_report(keep, name, report, describe(drawn));
  }
  return survey;
}

Survey survey_damaged(Layout layout, Damage damage, Seeds seeds, Linter& linter, const LintOptions& options,
                      const std::string& keep) {
  Survey survey;
  if (!impossible(layout, damage).empty()) return survey;
  for (std::uint64_t seed = seeds.first; seed < seeds.first + seeds.count; ++seed) {
    const DamagedReport damaged = make_damaged({seed, layout}, damage);
    const std::string name = file_name(damaged.draft.recipe, &info(damage));
    const std::shared_ptr<const SourceText> source = source_of(name, damaged.report);
    count_unaccounted(name, test::project_pack()->reader().read(source), survey);
    const Verdict verdict = judge(damaged, linter.lint(source, options));
    ++survey.reports;
    if (!verdict.besides.empty()) ++survey.falsely;
    if (verdict.right()) {
      ++survey.right;
      continue;
    }
    const std::string about = describe(damaged.draft) + ", damage " + std::string(info(damage).name) + "\n  " +
                              damaged.what + ", at " + std::to_string(damaged.place.begin) + "-" +
                              std::to_string(damaged.place.end);
    survey.failures += about + ", reported " + std::to_string(verdict.reported) + " times\n";
    for (const std::string& each : verdict.besides) survey.failures += "  besides: " + each + "\n";
    if (!keep.empty()) write_report(keep, name, damaged.report, about);
  }
  return survey;
}

Survey survey_mistaken(const MistakeKind& kind, Seeds seeds, Linter& linter, const LintOptions& options,
                       const std::string& keep) {
  Survey survey;
  for (std::uint64_t seed = seeds.first; seed < seeds.first + seeds.count; ++seed) {
    const std::optional<MistakenReport> mistaken = make_mistaken(kind, {seed, layouts[seed % layouts.size()].layout});
    if (!mistaken) continue;
    const std::string name = kind.name + "-" + file_name(mistaken->draft.recipe);
    const Verdict verdict = judge(kind, *mistaken, linter.lint(source_of(name, mistaken->report), options));
    ++survey.reports;
    if (!verdict.besides.empty()) ++survey.falsely;
    if (is_right(kind, verdict)) {
      ++survey.right;
      continue;
    }
    const std::string about =
        describe(mistaken->draft) + "\n  " + kind.mistake.rule + ", " + mistaken->what + " (" + name + ")";
    survey.failures +=
        about + "\n  of: " + kind.mistake.text + "\n  reported " + std::to_string(verdict.reported) + " times\n";
    for (const std::string& each : verdict.besides) survey.failures += "  besides: " + each + "\n";
    if (!keep.empty()) write_report(keep, name, mistaken->report, about);
  }
  return survey;
}

std::string file_name(const Recipe& recipe, const DamageInfo* damage) {
  const LayoutInfo& about = info(recipe.layout);
  return std::string(about.name) + "-" + std::to_string(recipe.seed) +
         (damage == nullptr ? "" : "-" + std::string(damage->name)) + std::string(about.ending);
}

void write_cells(const std::string& file, const std::vector<ExpectedCell>& cells,
                 const std::vector<std::string>& remarks) {
  std::ofstream out(file + ".cells", std::ios::binary);
  for (std::string line : remarks) {
    std::replace(line.begin(), line.end(), '\n', ' ');
    out << "# " << line << "\n";
  }
  for (const ExpectedCell& cell : cells) {
    out << cell.table << '\t' << cell.row << '\t' << cell.column << '\t' << state_name(cell.state) << '\t'
        << to_string(cell.value) << '\t' << cell.span.begin << '\t' << cell.span.end << '\n';
  }
  if (!out) throw std::runtime_error("cannot write " + file + ".cells");
}

void write_report(const std::string& folder, const std::string& name, const GeneratedReport& report,
                  const std::string& remark) {
  const std::filesystem::path path = std::filesystem::path(folder) / name;
  std::filesystem::create_directories(folder);
  std::ofstream(path, std::ios::binary) << report.bytes;
  write_cells(path.string(), report.cells, {remark});
}

}  // namespace gialint::generator
