#include <algorithm>
#include <iostream>
#include <thread>

#include "engine/cases/rule_check.hpp"
#include "engine/cli/authoring/rule_json.hpp"
#include "engine/cli/authoring/test_output.hpp"
#include "engine/cli/console/messages.hpp"
#include "engine/cli/console/terminal.hpp"
#include "engine/cli/options/command.hpp"
#include "engine/cli/options/option_table.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/config/preset.hpp"
#include "engine/packs/own_rules.hpp"
#include "engine/text/display.hpp"

namespace gialint {

namespace messages {

constexpr Sentence rules_checked("检查了 {} 条规则：{} 处毛病", "{} rules checked: {} faults");

}  // namespace messages

namespace {

std::string as_text(const std::vector<Rule>& rules, const SeverityWords& severities, Language language) {
  constexpr int severity_width = 9;
  int widest = 0;
  for (const Rule& rule : rules) widest = std::max(widest, display_width(rule.info.id));
  std::string text;
  for (const Rule& rule : rules) {
    text += pad_right(rule.info.id, widest + 2) + pad_right(severities.at(rule.info.id), severity_width) +
            rule.info.title.in(language) + "\n";
  }
  return text;
}

// `rules --check`: every fault of every rule at the paths.
Status check_paths(const Options& options) {
  const Language language = language_of(options);
  const unsigned jobs = std::max(1U, std::thread::hardware_concurrency());
  std::string text;
  std::size_t rules = 0;
  std::size_t faults = 0;
  const std::vector<std::string> here = {"."};
  for (const std::string& path : options.arguments.empty() ? here : options.arguments) {
    const Result<RuleCheck> check = check_rules(path, jobs);
    if (!check.ok()) return failed(check.failure(), language);
    rules += check->rules;
    for (const Failure& fault : check->faults) {
      text += error_line(fault, language);
      ++faults;
    }
    for (const TestFileResult& test : check->tests) {
      for (const CaseResult& each : test.cases) {
        const std::string told = case_report(test.file, each, language);
        faults += told.empty() ? 0 : 1;
        text += told;
      }
    }
  }
  if (print(text, language) != Status::clean) return Status::failed;
  if (is_terminal(Stream::error)) {
    std::cerr << say(messages::rules_checked, language, std::to_string(rules), std::to_string(faults)) + "\n"
              << std::flush;
  }
  return faults == 0 ? Status::clean : Status::diagnostics;
}

Status run_rules(const Options& options) {
  if (options.check) return check_paths(options);
  const Language language = language_of(options);
  const Result<std::shared_ptr<const Pack>> pack = pack_in(".", options);
  if (!pack.ok()) return failed(pack.failure(), language);
  std::vector<Rule> rules = (*pack)->rules->rules();
  for (const RuleInfo& info : engine_rules()) rules.emplace_back().info = info;
  std::sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) { return a.info.id < b.info.id; });
  Config config;
  Result<Preset> preset = find_preset(**pack, options.preset.value_or(default_preset), {"--preset"});
  if (!preset.ok()) return failed(preset.failure(), language);
  config.preset_rules = std::move(preset->rules);
  SeverityWords severities;
  for (const Rule& rule : rules) severities[rule.info.id] = severity_name(rule.info.severity);
  for (const EffectiveRule& rule : effective_rules(config, *(*pack)->rules, {}, {}))
    severities[rule.id] = rule.on ? severity_name(rule.severity) : "off";
  const Status printed = print(
      options.format == "json" ? rules_as_json(rules, severities) : as_text(rules, severities, language), language);
  return (*pack)->broken.empty() ? printed : Status::failed;
}

/// What of the command line does not go together.
std::optional<Bilingual> refuse_rules(const Options& options) {
  if (options.check && options.format == "json") {
    return messages::option_not_with.with("--check", "--format json");
  }
  if (!options.check && !options.arguments.empty()) return messages::too_many_paths.with(options.arguments.front());
  return std::nullopt;
}

}  // namespace

const Command& rules_command() {
  static const Command command = {
      .name = "rules",
      .usage = {"rules [选项] [--check 路径…]", "rules [OPTION…] [--check PATH…]"},
      .summary =
          {"列出全部规则和它们的级别，也列当前文件夹的配置所加载插件的；--check 检查自己写的规则",
           "list all rules and their severities, those of the plugins that the configuration here loads among them; "
           "--check validates rule files"},
      .detail =
          {"级别是预设（--preset）里的，不看 gialint.toml；对一个文件生效的，见 gialint config。\n\n"
           "--check 的路径是规则包、插件或者规则文件（不写就是当前文件夹）。查：规则表的每个字段，中英两种\n"
           "文字和它们的占位符，requires 提到的表和部分，插件的 plugin.toml，词表、格式、预设，以及每条规则的\n"
           "用例：有报的，有不报的，都能通过。\n\n"
           "--check 的退出状态：0 没有毛病；1 有；2 用法不对，路径读不了，或者那里没有规则。",
           "The severities are the preset's (--preset), whatever gialint.toml says; gialint config shows what is in\n"
           "force for a file.\n\n"
           "A PATH for --check is a pack, a plugin or a rule file (the current folder when there is none). Checked\n"
           "are every field of the rule's table, both languages and their placeholders, the tables and sections\n"
           "that it requires, a plugin's plugin.toml, phrases, forms, presets, and each rule's cases: one that it\n"
           "flags, one that it passes over, and all of them pass.\n\n"
           "Exit status of --check: 0 nothing is wrong; 1 something is; 2 wrong usage, a path that cannot be read\n"
           "or holds no rule."},
      .options = {option::config(), option::preset(), option::isolated(), option::rules_dir(),
                  OptionEntry{"--format",
                              "-f",
                              {"格式", "FORMAT"},
                              Expected::words,
                              {"text", "json"},
                              OptionGroup::output,
                              {"text（默认）或 json", "text (default) or json"}},
                  option::flag("--check", OptionGroup::verdict,
                               {"不列出，检查路径里的规则，报出全部毛病",
                                "list nothing: check the rules at PATH and tell all that is wrong"})},
      .arguments = {.least = 0, .most = Arguments::any, .names = {}, .kind = Expected::files, .words = {}},
      .refuse = refuse_rules,
      .run = run_rules,
  };
  return command;
}

}  // namespace gialint
