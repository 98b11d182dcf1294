#include <algorithm>

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

Status run_explain(const Options& options) {
  const Language language = language_of(options);
  const Result<std::shared_ptr<const Pack>> pack = pack_in(".", options);
  if (!pack.ok()) return failed(pack.failure(), language);
  std::vector<std::string> known = (*pack)->rules->ids();
  for (const RuleInfo& info : engine_rules()) known.push_back(info.id);

  Status status = Status::clean;
  std::string pages;
  for (const std::string& id : options.arguments) {
    std::string page;
    if (const Rule* rule = (*pack)->rules->find_also_formerly(id)) {
      page = explained(rule->info, rule->options, language);
    } else {
      for (const RuleInfo& info : engine_rules()) {
        if (info.id == id) page = explained(info, {}, language);
      }
    }
    if (page.empty()) {
      // The name alone is how people remember a rule.
      const auto named = std::find_if(known.begin(), known.end(),
                                      [&](const std::string& rule) { return rule.substr(rule.find('/') + 1) == id; });
      const std::string_view near = named != known.end() ? std::string_view(*named) : nearest_name(id, known);
      complain(say(messages::unknown_rule, language, id,
                   near.empty() ? std::string() : say(messages::did_you_mean, language, near)));
      status = Status::failed;
    } else {
      pages += (pages.empty() ? "" : "\n") + page;
    }
  }
  const Status printed = print(pages, language);
  return std::max(status, printed);
}

}  // namespace

const Command& explain_command() {
  static const Command command = {
      .name = "explain",
      .usage = {"explain [选项] 规则…", "explain [OPTION…] RULE…"},
      .summary = {"说明一条规则：查什么、依据、怎么办、选项",
                  "explain a rule: what it checks, its basis, what to do, its options"},
      .detail = {},
      .options = {option::config(), option::isolated(), option::rules_dir()},
      .arguments =
          {.least = 1, .most = Arguments::any, .names = {{"规则", "RULE"}}, .kind = Expected::rule, .words = {}},
      .run = run_explain,
  };
  return command;
}

}  // namespace gialint
