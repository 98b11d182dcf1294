#include <algorithm>

#include "engine/cli/commands.hpp"
#include "engine/cli/messages.hpp"
#include "engine/cli/option_value.hpp"
#include "engine/text/normalize.hpp"

namespace gialint {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

void add_options(std::string& page, const std::vector<OptionInfo>& options, Language language) {
  if (options.empty()) return;
  page += "\n" + say(Text::label_options, language) + "\n";
  for (const OptionInfo& option : options) {
    page += "  " + option.name + "  " + option.doc.in(language) + " (" +
            say(Text::option_default, language, {to_toml(option.default_value)});
    if (option.min || option.max) {
      page +=
          "; " + say(Text::option_range, language,
                     {option.min ? std::to_string(*option.min) : "…", option.max ? std::to_string(*option.max) : "…"});
    }
    if (!option.values.empty()) page += "; " + say(Text::option_values, language, {joined(option.values)});
    page += ")\n";
  }
}

std::string page_of(const RuleInfo& info, const std::vector<OptionInfo>& options, Language language) {
  const auto label = [&](Text text) { return say(text, language); };
  std::string page = info.id + "\n" + info.title.in(language) + "\n\n";
  page += label(Text::label_severity) + "  " + std::string(severity_name(info.severity)) + "\n";
  page += label(Text::label_precision) + "  " + info.precision + "\n";
  page += label(Text::label_since) + "  " + info.since + "\n";
  if (info.has_fix) page += label(Text::label_fix) + "  " + std::string(fix_safety_name(info.fix_safety)) + "\n";
  page += "\n" + label(Text::label_help) + "\n  " + info.help.in(language) + "\n";
  if (!info.basis.empty()) page += "\n" + label(Text::label_basis) + "\n";
  for (const std::string& basis : info.basis) page += "  " + basis + "\n";
  page += "\n" + label(Text::label_messages) + "\n";
  for (const auto& [id, message] : info.messages) page += "  " + id + "  " + message.in(language) + "\n";
  add_options(page, options, language);
  return page;
}

}  // namespace

Status run_explain(const Options& options) {
  const Language language = language_of(options);
  const Result<std::shared_ptr<const Pack>> pack = pack_for(options);
  if (!pack.ok()) {
    complain(pack.failure());
    return Status::failed;
  }
  std::vector<std::string> known = (*pack)->rules->ids();
  for (const RuleInfo& info : engine_rules()) known.push_back(info.id);

  Status status = Status::clean;
  std::string pages;
  for (const std::string& id : options.arguments) {
    std::string page;
    if (const Rule* rule = (*pack)->rules->find(id)) {
      page = page_of(rule->info, rule->options, language);
    } else {
      for (const RuleInfo& info : engine_rules()) {
        if (info.id == id) page = page_of(info, {}, language);
      }
    }
    if (page.empty()) {
      // The name alone is how people remember a rule.
      const auto named = std::find_if(known.begin(), known.end(),
                                      [&](const std::string& rule) { return rule.substr(rule.find('/') + 1) == id; });
      const std::string_view near = named != known.end() ? std::string_view(*named) : nearest_name(id, known);
      complain(say(Text::unknown_rule, language,
                   {id, near.empty() ? std::string() : say(Text::did_you_mean, language, {near})}));
      status = Status::failed;
    } else {
      pages += (pages.empty() ? "" : "\n") + page;
    }
  }
  const Status printed = print(pages, language);
  return std::max(status, printed);
}

}  // namespace gialint
