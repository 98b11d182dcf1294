#include <algorithm>

#include "engine/cli/authoring/rule_json.hpp"
#include "engine/cli/authoring/rule_page.hpp"
#include "engine/cli/console/messages.hpp"
#include "engine/cli/options/command.hpp"
#include "engine/cli/options/option_table.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/packs/own_rules.hpp"
#include "engine/text/normalize.hpp"

namespace gialint {

namespace messages {

constexpr Sentence unknown_rule("没有规则 {}{}", "there is no rule {}{}");

}  // namespace messages

namespace {

// All rules that there are, by id, and gialint's own.
std::vector<Rule> all_rules(const Pack& pack) {
  std::vector<Rule> rules = pack.rules->rules();
  for (const RuleInfo& info : engine_rules()) rules.emplace_back().info = info;
  std::sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) { return a.info.id < b.info.id; });
  return rules;
}

// The rules that `word` means: those of the category, else the one with that id, be it a former one. Pointers into
// `rules`, and into the pack.
std::vector<const Rule*> rules_meant(const std::string& word, const std::vector<Rule>& rules, const Pack& pack) {
  std::vector<const Rule*> meant;
  const std::string category = word.substr(0, word.find("/*"));
  for (const Rule& rule : rules) {
    if (rule.info.category == category || rule.info.id == word) meant.push_back(&rule);
  }
  if (meant.empty()) {
    if (const Rule* renamed = pack.rules->find_also_formerly(word)) meant.push_back(renamed);
  }
  return meant;
}

std::string unknown(const std::string& word, const std::vector<Rule>& rules, Language language) {
  std::vector<std::string> known;
  known.reserve(rules.size());
  for (const Rule& rule : rules) known.push_back(rule.info.id);
  // The name alone is how people remember a rule.
  const auto named = std::find_if(known.begin(), known.end(),
                                  [&](const std::string& rule) { return rule.substr(rule.find('/') + 1) == word; });
  const std::string_view near = named != known.end() ? std::string_view(*named) : nearest_name(word, known);
  return say(messages::unknown_rule, language, word,
             near.empty() ? std::string() : say(messages::did_you_mean, language, near));
}

Status run_explain(const Options& options) {
  const Language language = language_of(options);
  const Result<std::shared_ptr<const Pack>> pack = pack_in(".", options);
  if (!pack.ok()) return failed(pack.failure(), language);
  const std::vector<Rule> rules = all_rules(**pack);

  Status status = Status::clean;
  std::vector<Rule> chosen;
  for (const std::string& word : options.arguments) {
    const std::vector<const Rule*> meant = rules_meant(word, rules, **pack);
    for (const Rule* rule : meant) chosen.push_back(*rule);
    if (meant.empty()) {
      complain(unknown(word, rules, language));
      status = Status::failed;
    }
  }
  std::string text;
  if (options.format == "json") {
    SeverityWords severities;
    for (const Rule& rule : chosen) severities[rule.info.id] = severity_name(rule.info.severity);
    text = rules_as_json(chosen, severities);
  } else {
    for (const Rule& rule : chosen) text += (text.empty() ? "" : "\n") + explained(rule.info, rule.options, language);
  }
  return std::max(status, print(text, language));
}

}  // namespace

const Command& explain_command() {
  static const Command command = {
      .name = "explain",
      .usage = {"explain [选项] 规则或者类别…", "explain [OPTION…] RULE-OR-CATEGORY…"},
      .summary = {"说明一条规则：查什么、依据、怎么办、选项",
                  "explain a rule: what it checks, its basis, what to do, its options"},
      .detail = {},
      .options = {option::config(), option::isolated(), option::rules_dir(),
                  OptionEntry{"--format",
                              "-f",
                              {"格式", "FORMAT"},
                              Expected::words,
                              {"text", "json"},
                              OptionGroup::output,
                              {"text（默认）或 json：规则的声明，中英两种文字",
                               "text (default) or json: what the rules declare, in both languages"}}},
      .arguments =
          {.least = 1, .most = Arguments::any, .names = {{"规则", "RULE"}}, .kind = Expected::rule, .words = {}},
      .run = run_explain,
  };
  return command;
}

}  // namespace gialint
