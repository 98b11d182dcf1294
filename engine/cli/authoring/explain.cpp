#include <algorithm>

#include "engine/cli/authoring/commands.hpp"
#include "engine/cli/authoring/rule_page.hpp"
#include "engine/cli/console/messages.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/packs/own_rules.hpp"
#include "engine/text/normalize.hpp"

namespace gialint {

namespace messages {

constexpr Sentence unknown_rule("没有规则 {}{}", "there is no rule {}{}");

}  // namespace messages

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

}  // namespace gialint
