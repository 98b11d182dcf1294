#include "engine/runner/lint.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "engine/diagnostics/fingerprint.hpp"
#include "engine/runner/suppress.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr std::string_view undecodable = "input/undecodable";
constexpr std::string_view not_a_report = "input/not-a-report";
constexpr std::string_view unsupported_year = "input/unsupported-year";
constexpr std::string_view rule_error = "internal/rule-error";

RuleInfo engine_rule(std::string_view id, Severity severity, Bilingual title, Bilingual help,
                     std::map<std::string, Bilingual> messages, std::vector<std::string> basis = {}) {
  RuleInfo info;
  info.id = id;
  info.category = info.id.substr(0, info.id.find('/'));
  info.since = "0.1.0";
  info.precision = "very-high";
  info.severity = severity;
  info.title = std::move(title);
  info.help = std::move(help);
  info.messages = std::move(messages);
  info.basis = std::move(basis);
  return info;
}

const RuleInfo& engine_rule_named(std::string_view id) {
  const std::vector<RuleInfo>& rules = engine_rules();
  return *std::find_if(rules.begin(), rules.end(), [&](const RuleInfo& rule) { return rule.id == id; });
}

// The message with every {name} replaced by the fact of that name.
std::string fill(std::string message, const std::vector<Fact>& facts) {
  for (const Fact& fact : facts) {
    const std::string placeholder = "{" + fact.name + "}";
    for (std::size_t at = message.find(placeholder); at != std::string::npos;
         at = message.find(placeholder, at + fact.value.size())) {
      message.replace(at, placeholder.size(), fact.value);
    }
  }
  return message;
}

// Collects the engine's own diagnostics on one file, in the settings that hold for it.
class EngineDiagnostics {
 public:
  EngineDiagnostics(const RuleSettings& settings, Language language, std::vector<Diagnostic>& diagnostics)
      : settings_(&settings), language_(language), diagnostics_(&diagnostics) {}

  // `facts` in the order of their names.
  void add(std::string_view id, std::string message_id, Severity severity, Span span, std::vector<Fact> facts) {
    const auto setting = settings_->find(std::string(id));
    if (setting == settings_->end()) return;
    Diagnostic diagnostic = engine_diagnostic(id, std::move(message_id), span, std::move(facts), language_);
    diagnostic.severity = setting->second.severity.value_or(severity);
    diagnostic.emission = emission_++;
    diagnostics_->push_back(std::move(diagnostic));
  }

 private:
  const RuleSettings* settings_;
  Language language_;
  std::vector<Diagnostic>* diagnostics_;
  std::uint32_t emission_ = 0;
};

void add_undecodable(const SourceText& source, EngineDiagnostics& out) {
  const std::string encoding(encoding_name(source.encoding()));
  for (const UndecodableBytes& bytes : source.undecodable()) {
    out.add(
        undecodable, "bytes", Severity::error, bytes.span,
        {{"encoding", encoding}, {"length", std::to_string(bytes.length)}, {"offset", std::to_string(bytes.offset)}});
  }
}

// The value of a character that is or may be a part of a number; 0 for others.
char32_t digit_of(char32_t c) {
  static constexpr std::u32string_view numerals = U"〇零一二三四五六七八九十百千万亿两";
  if (c >= U'０' && c <= U'９') return c - U'０' + U'0';
  return (c >= U'0' && c <= U'9') || numerals.find(c) != std::u32string_view::npos ? c : 0;
}

std::u32string digits_of(std::string_view text) {
  std::u32string digits;
  for (const char32_t c : to_utf32(text)) {
    if (const char32_t digit = digit_of(c)) digits += digit;
  }
  return digits;
}

// What the configuration says of a rule's fixes. A number is never safe.
void set_safety(Diagnostic& diagnostic, const RuleSettings& settings, const SourceText& source) {
  const auto setting = settings.find(diagnostic.rule);
  if (!diagnostic.fix || setting == settings.end() || !setting->second.fix) return;
  Fix& fix = *diagnostic.fix;
  if (fix.safety == FixSafety::suggestion) return;
  switch (*setting->second.fix) {
    case FixLevel::off:
      fix.safety = FixSafety::suggestion;
      break;
    case FixLevel::unsafe:
      fix.safety = FixSafety::unsafe;
      break;
    case FixLevel::safe:
      if (std::all_of(fix.edits.begin(), fix.edits.end(), [&](const Edit& edit) {
            return digits_of(source.slice(edit.span)) == digits_of(edit.replacement);
          })) {
        fix.safety = FixSafety::safe;
      }
      break;
  }
}

}  // namespace

const std::vector<RuleInfo>& engine_rules() {
  static const std::vector<RuleInfo> rules = {
      engine_rule(not_a_report, Severity::error,
                  {"文件不是政府信息公开工作年度报告", "the file is no annual report on information disclosure"},
                  {"确认文件名和内容；确实不是年度报告的，用 exclude 或者 --exclude 排除",
                   "check the file's name and content; leave out what is no annual report with exclude or --exclude"},
                  {{"nothing_found",
                    {"没有找到年度报告的标题、部分或者表格，未作检查",
                     "no title, section or table of an annual report was found, so nothing was checked"}}},
                  {"《中华人民共和国政府信息公开条例》（国务院令第711号）第五十条"}),
      engine_rule(undecodable, Severity::error, {"文件中有不能解码的字节", "bytes that no character stands for"},
                  {"用 --encoding 指明文件的编码，或者从原件另存为 UTF-8",
                   "name the file's encoding with --encoding, or save it again as UTF-8 from its original"},
                  {{"bytes",
                    {"文件第 {offset} 字节（从 0 数起）起，{length} 个字节不能按 {encoding} 解码",
                     "from byte {offset} of the file (counted from 0) on, {length} bytes are no {encoding}"}}}),
      engine_rule(unsupported_year, Severity::info,
                  {"报告年度早于所收录的格式", "the report is for a year before the first known form"},
                  {"所收录的各版格式见 gialint version；更早的报告没有全国统一的表格，不作检查",
                   "reports for earlier years follow no national form of tables and are not checked"},
                  {{"too_early",
                    {"{year} 年度的报告早于所收录的最早格式（{first} 年度起施行），未作检查",
                     "the report for {year} comes before the first known form (for {first} and later), so nothing was "
                     "checked"}}}),
      engine_rule(rule_error, Severity::error, {"规则自身出错或者超出限额", "a rule failed or ran over its limits"},
                  {"这是规则的问题，不是报告的问题；请告知规则的作者",
                   "this is the rule's fault, not the report's; tell the rule's author"},
                  {{"failed", {"{what}", "{what}"}}}),
      engine_rule(
          unused_suppression, Severity::warning,
          {"配置里的 [[suppress]] 没有用处", "an entry [[suppress]] of the configuration is of no use"},
          {"问题已经改正、文件已经移走或者期限已过的，删去这一条；还要留着的，改写规则、文件、位置或者期限",
           "remove the entry when the matter is settled, the file is gone or its day has passed; else correct its "
           "rule, "
           "file, place or day"},
          {{"unused",
            {"没有要按这一条略过的诊断：{file} 里没有 {rule}", "this entry holds nothing back: {file} has no {rule}"}},
           {"no_file", {"没有与“{file}”相符的文件", "no file matches '{file}'"}},
           {"no_rule", {"没有规则 {rule}", "there is no rule {rule}"}},
           {"over",
            {"这一条的期限（{until}）已过，不再起作用",
             "the last day of this entry ({until}) has passed: it does nothing"}}}),
  };
  return rules;
}

Diagnostic engine_diagnostic(std::string_view id, std::string message_id, Span span, std::vector<Fact> facts,
                             Language language) {
  const RuleInfo& rule = engine_rule_named(id);
  Diagnostic diagnostic;
  diagnostic.rule = id;
  diagnostic.severity = rule.severity;
  diagnostic.span = span;
  diagnostic.message = fill(rule.messages.at(message_id).in(language), facts);
  diagnostic.message_id = std::move(message_id);
  diagnostic.facts = std::move(facts);
  return diagnostic;
}

Linter::Linter(std::shared_ptr<const Pack> pack, Language language, RuleLimits limits)
    : pack_(std::move(pack)), language_(language), runner_(pack_->rules, language, limits) {}

FileResult Linter::lint(std::shared_ptr<const SourceText> source, const LintOptions& options,
                        const LintCompany& company) {
  FileResult result;
  result.path = source->path();
  result.source = std::move(source);
  const auto read = std::make_shared<const Report>(pack_->reader().read(result.source, options.format, company.timing));
  const Report& report = *read;
  if (report.outline.title) result.organ = report.outline.title->organ_name;
  result.year = report.year;
  if (options.details.report) result.report = read;
  EngineDiagnostics out(options.rules, language_, result.diagnostics);

  if (report.kind == ReportKind::unsupported_year && !options.fragment) {
    const int first = pack_->forms().editions.front().first_report_year;
    const Span where = report.outline.title ? report.outline.title->span : Span{};
    out.add(unsupported_year, "too_early", Severity::info, where,
            {{"first", std::to_string(first)}, {"year", report.year ? std::to_string(*report.year) : "?"}});
    set_fingerprints(*result.source, result.diagnostics);
    return result;
  }
  add_undecodable(*result.source, out);
  if (report.kind == ReportKind::not_a_report && !options.fragment) {
    out.add(not_a_report, "nothing_found", options.named ? Severity::error : Severity::info, Span{}, {});
  } else {
    Stopwatch stopwatch(company.timing);
    RuleOutcome outcome = runner_.run(report, options.rules, company.previous, company.timing, options.details.rules);
    stopwatch.lap(Stage::rules);
    for (Diagnostic& diagnostic : outcome.diagnostics) set_safety(diagnostic, options.rules, *result.source);
    std::move(outcome.diagnostics.begin(), outcome.diagnostics.end(), std::back_inserter(result.diagnostics));
    result.rule_failures = std::move(outcome.failures);
    result.rules = std::move(outcome.rules);
    if (company.digest != nullptr) *company.digest = make_digest(report);
  }
  std::sort(result.diagnostics.begin(), result.diagnostics.end(), reads_before);
  set_fingerprints(*result.source, result.diagnostics);
  return result;
}

}  // namespace gialint
