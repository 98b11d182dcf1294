#include "engine/packs/own_rules.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/diagnostics/message.hpp"

namespace gialint {
namespace {

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

}  // namespace

const std::vector<RuleInfo>& engine_rules() {
  static const std::vector<RuleInfo> rules = {
      engine_rule(own_rule::not_a_report, Severity::error,
                  {"文件不是政府信息公开工作年度报告", "the file is no annual report on information disclosure"},
                  {"确认文件名和内容；确实不是年度报告的，用 exclude 或者 --exclude 排除",
                   "check the file's name and content; leave out what is no annual report with exclude or --exclude"},
                  {{"nothing_found",
                    {"没有找到年度报告的标题、部分或者表格，未作检查",
                     "no title, section or table of an annual report was found, so nothing was checked"}}},
                  {"《中华人民共和国政府信息公开条例》（国务院令第711号）第五十条"}),
      engine_rule(own_rule::undecodable, Severity::error,
                  {"文件中有不能解码的字节", "bytes that no character stands for"},
                  {"用 --encoding 指明文件的编码，或者从原件另存为 UTF-8",
                   "name the file's encoding with --encoding, or save it again as UTF-8 from its original"},
                  {{"bytes",
                    {"文件第 {offset} 字节（从 0 数起）起，{length} 个字节不能按 {encoding} 解码",
                     "from byte {offset} of the file (counted from 0) on, {length} bytes are no {encoding}"}}}),
      engine_rule(own_rule::unsupported_year, Severity::info,
                  {"报告年度早于所收录的格式", "the report is for a year before the first known form"},
                  {"所收录的各版格式见 gialint version；更早的报告没有全国统一的表格，不作检查",
                   "reports for earlier years follow no national form of tables and are not checked"},
                  {{"too_early",
                    {"{year} 年度的报告早于所收录的最早格式（{first} 年度起施行），未作检查",
                     "the report for {year} comes before the first known form (for {first} and later), so nothing was "
                     "checked"}}}),
      engine_rule(own_rule::rule_error, Severity::error,
                  {"规则自身出错或者超出限额", "a rule failed or ran over its limits"},
                  {"这是规则的问题，不是报告的问题；请告知规则的作者",
                   "this is the rule's fault, not the report's; tell the rule's author"},
                  {{"failed", {"{what}", "{what}"}}}),
      engine_rule(
          own_rule::unused_suppression, Severity::warning,
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
  diagnostic.message = *render(rule.messages.at(message_id).in(language), facts);
  diagnostic.message_id = std::move(message_id);
  diagnostic.facts = std::move(facts);
  return diagnostic;
}

}  // namespace gialint
