#include "engine/cases/case_check.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include "engine/cases/expectation.hpp"
#include "engine/diff/diff.hpp"
#include "engine/fix/fix.hpp"
#include "engine/text/gb18030.hpp"
#include "engine/text/normalize.hpp"
#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

constexpr CaseVariant all_variants[] = {CaseVariant::zh, CaseVariant::en, CaseVariant::crlf, CaseVariant::gb18030};

std::string with_crlf(const std::string& text) {
  std::string converted;
  for (const char c : text) converted += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return converted;
}

/// The texts of a case as a variant has them.
struct CaseTexts {
  std::vector<MarkedText> marked;
  std::vector<std::shared_ptr<const SourceText>> sources;
  bool encodable = true;
};

Result<CaseTexts> make_texts(const RuleCase& rule_case, CaseVariant variant) {
  CaseTexts made;
  for (const auto& [name, text] : texts_of(rule_case)) {
    Result<MarkedText> parsed = MarkedText::parse(variant == CaseVariant::crlf ? with_crlf(text) : text);
    if (!parsed) return parsed.failure();
    std::string bytes = parsed->text;
    std::optional<Encoding> encoding = Encoding::utf8;
    if (variant == CaseVariant::gb18030) {
      encoding = Encoding::gb18030;
      std::optional<std::string> converted = to_gb18030(bytes);
      if (!converted) {
        made.encodable = false;
        return made;
      }
      bytes = *std::move(converted);
    }
    Result<SourceText> source = SourceText::from_bytes(name, std::move(bytes), encoding);
    if (!source) return source.failure();
    made.sources.push_back(std::make_shared<const SourceText>(*std::move(source)));
    made.marked.push_back(*std::move(parsed));
  }
  return made;
}

/// What of `options` the rule does not declare, or not like that: the line in the file of cases alone.
std::optional<Failure> wrong_option(const Rule& rule, const RuleCase& rule_case) {
  std::vector<std::string> known;
  for (const OptionInfo& option : rule.options) known.push_back(option.name);
  for (const auto& [name, value] : rule_case.options) {
    const auto found = std::find(known.begin(), known.end(), name);
    static constexpr Sentence unknown("规则没有选项 {}{}", "the rule has no option {}{}");
    static constexpr Sentence maybe("；是否想写 {}？", "; did you mean {}?");
    static constexpr Sentence unfit("选项 {} {}", "the option {} {}");
    const auto line = rule_case.option_lines.find(name);
    Failure failure;
    failure.where.line = line == rule_case.option_lines.end() ? 0 : line->second;
    if (found == known.end()) {
      const std::string_view near = nearest_name(name, known);
      failure.what = unknown.with(name, near.empty() ? Bilingual() : maybe.with(near));
      return failure;
    }
    if (const auto wrong = check_option(rule.options[static_cast<std::size_t>(found - known.begin())], value)) {
      failure.what = unfit.with(name, *wrong);
      return failure;
    }
  }
  return std::nullopt;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (true) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

/// From what is expected to what was found. Lists so long that nobody reads how they differ are not compared: all of
/// the one, then all of the other.
std::vector<DiffStep> steps_between(const std::vector<std::string_view>& expected,
                                    const std::vector<std::string_view>& found) {
  constexpr std::size_t most = 4'000'000;  // pairs
  if (expected.empty() || found.size() <= most / expected.size()) return diff_steps(expected, found);
  std::vector<DiffStep> steps;
  for (std::size_t i = 0; i < expected.size(); ++i) steps.push_back({'-', i, 0});
  for (std::size_t i = 0; i < found.size(); ++i) steps.push_back({'+', expected.size(), i});
  return steps;
}

/// Lines that differ, and one on each side of them.
std::vector<DifferenceLine> difference_of_texts(const std::string& expected, const std::string& found) {
  const std::vector<std::string_view> first = lines_of(expected);
  const std::vector<std::string_view> second = lines_of(found);
  const std::vector<DiffStep> steps = steps_between(first, second);
  std::vector<DifferenceLine> difference;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool beside = (i > 0 && steps[i - 1].sign != ' ') || (i + 1 < steps.size() && steps[i + 1].sign != ' ');
    if (steps[i].sign == ' ' && !beside) continue;
    const std::string_view text = steps[i].sign == '+' ? second[steps[i].second] : first[steps[i].first];
    difference.push_back({steps[i].sign, std::string(text), std::nullopt, ""});
  }
  return difference;
}

/// A diagnostic as found, with what a person needs to see what it is about.
struct Found {
  ExpectedDiagnostic described;
  std::string marked;
  std::string message;
};

std::optional<std::string> marked_text(const std::string& label, const std::vector<MarkedSource>& sources) {
  for (const MarkedSource& source : sources) {
    if (label.compare(0, source.prefix.size(), source.prefix) != 0) continue;
    if (const Mark* mark = source.marked.mark(label.substr(source.prefix.size())))
      return std::string(source.source.slice(mark->span));
  }
  return std::nullopt;
}

std::vector<DifferenceLine> difference_of(const std::vector<ExpectedDiagnostic>& expected,
                                          const std::vector<Found>& found, const std::vector<MarkedSource>& sources) {
  std::vector<std::string> first;
  std::vector<std::string> second;
  first.reserve(expected.size());
  second.reserve(found.size());
  for (const ExpectedDiagnostic& one : expected) first.push_back(to_string(one));
  for (const Found& one : found) second.push_back(to_string(one.described));
  std::vector<DifferenceLine> difference;
  for (const DiffStep& step : steps_between({first.begin(), first.end()}, {second.begin(), second.end()})) {
    DifferenceLine& line = difference.emplace_back();
    line.sign = step.sign;
    if (step.sign == '-') {
      line.text = first[step.first];
      line.marked = marked_text(expected[step.first].label, sources);
    } else {
      line.text = second[step.second];
      line.marked = found[step.second].marked;
      if (step.sign == '+') line.message = found[step.second].message;
    }
  }
  return difference;
}

void add_reached(const Diagnostic& diagnostic, std::set<std::string>& reached) {
  reached.insert(diagnostic.message_id);
  for (const Related& related : diagnostic.related) {
    if (!related.message_id.empty()) reached.insert(related.message_id);
  }
  if (diagnostic.fix) reached.insert(diagnostic.fix->message_id);
}

}  // namespace

std::string_view variant_name(CaseVariant variant) {
  static constexpr std::string_view names[] = {"zh", "en", "CRLF", "GB18030"};
  return names[static_cast<std::size_t>(variant)];
}

CaseChecker::CaseChecker(const std::shared_ptr<const Pack>& pack) : zh_(pack, Language::zh), en_(pack, Language::en) {}

CaseOutcome CaseChecker::check(const Rule& rule, const RuleCase& rule_case) {
  CaseOutcome outcome;
  if (std::optional<Failure> wrong = wrong_option(rule, rule_case)) {
    outcome.fault = CaseFault::unsound;
    outcome.failure = *std::move(wrong);
    return outcome;
  }
  for (const CaseVariant variant : all_variants) {
    outcome.variant = variant;
    if (!run(rule, rule_case, variant, outcome)) break;
  }
  return outcome;
}

/// Whether all is well.
bool CaseChecker::run(const Rule& rule, const RuleCase& rule_case, CaseVariant variant, CaseOutcome& outcome) {
  const auto failed = [&](CaseFault fault, Failure failure) {
    outcome.fault = fault;
    outcome.failure = std::move(failure);
    return false;
  };
  const Result<CaseTexts> texts = make_texts(rule_case, variant);
  if (!texts) return failed(CaseFault::unsound, texts.failure());
  if (!texts->encodable) {
    outcome.not_in_gb18030 = true;
    return true;
  }
  std::vector<MarkedSource> marked;
  for (std::size_t i = 0; i < texts->sources.size(); ++i) {
    const SourceText& source = *texts->sources[i];
    const std::string prefix = !rule_case.corpus.empty() ? source.path() + ":" : i > 0 ? "previous:" : "";
    marked.push_back({prefix, texts->marked[i], source});
  }
  CaseRunner& runner = variant == CaseVariant::en ? en_ : zh_;
  const std::vector<FileResult> results = runner.run(rule.info.id, rule_case, texts->sources);

  std::vector<Found> found;
  bool all_have_messages = true;
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (!results[i].rule_failures.empty())
      return failed(CaseFault::rule_failed, results[i].rule_failures.front().failure);
    for (const Diagnostic& diagnostic : results[i].diagnostics) {
      found.push_back({describe(diagnostic, marked[i], marked), std::string(texts->sources[i]->slice(diagnostic.span)),
                       diagnostic.message});
      add_reached(diagnostic, outcome.reached);
      all_have_messages = all_have_messages && !diagnostic.message.empty();
    }
  }
  const bool same = std::equal(found.begin(), found.end(), rule_case.expected.begin(), rule_case.expected.end(),
                               [](const Found& a, const ExpectedDiagnostic& b) { return a.described == b; });
  if (variant == CaseVariant::zh) {
    for (const Found& one : found) outcome.found.push_back(one.described);
  }
  std::optional<std::string> fixed;
  if (rule_case.fixed) fixed = apply_fixes(texts->sources.front()->text(), results.front().diagnostics);
  if (variant == CaseVariant::zh) outcome.fixed = fixed;
  if (!same) {
    outcome.fault = CaseFault::differs;
    outcome.difference = difference_of(rule_case.expected, found, marked);
    return false;
  }
  if (!all_have_messages) return failed(CaseFault::no_message, {});
  if (!rule_case.fixed) return true;
  const std::string wanted = variant == CaseVariant::crlf ? with_crlf(*rule_case.fixed) : *rule_case.fixed;
  if (fixed == wanted) return true;
  outcome.fault = CaseFault::fixed_differs;
  outcome.difference = difference_of_texts(wanted, *fixed);
  return false;
}

}  // namespace gialint
