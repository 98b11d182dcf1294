#include <algorithm>
#include <iostream>
#include <map>
#include <thread>

#include "engine/cases/rule_check.hpp"
#include "engine/cli/authoring/commands.hpp"
#include "engine/cli/authoring/test_output.hpp"
#include "engine/cli/console/messages.hpp"
#include "engine/cli/console/terminal.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/config/preset.hpp"
#include "engine/json/json_writer.hpp"
#include "engine/packs/own_rules.hpp"

namespace gialint {

namespace messages {

constexpr Sentence rules_checked("检查了 {} 条规则：{} 处毛病", "{} rules checked: {} faults");

}  // namespace messages

namespace {

// What a preset makes of each rule: a severity or "off", by id.
using SeverityWords = std::map<std::string, std::string>;

std::string as_text(const std::vector<Rule>& rules, const SeverityWords& severities, Language language) {
  std::size_t widest = 0;
  for (const Rule& rule : rules) widest = std::max(widest, rule.info.id.size());
  std::string text;
  for (const Rule& rule : rules) {
    const std::string& severity = severities.at(rule.info.id);
    text += rule.info.id + std::string(widest + 2 - rule.info.id.size(), ' ');
    text += severity + std::string(9 - severity.size(), ' ') + rule.info.title.in(language) + "\n";
  }
  return text;
}

void write(JsonWriter& json, const OptionValue& value) {
  if (const bool* boolean = std::get_if<bool>(&value)) {
    json.value(*boolean);
  } else if (const std::int64_t* integer = std::get_if<std::int64_t>(&value)) {
    json.value(*integer);
  } else if (const std::string* text = std::get_if<std::string>(&value)) {
    json.value(std::string_view(*text));
  } else {
    json.begin_array();
    for (const std::string& item : std::get<std::vector<std::string>>(value)) json.value(std::string_view(item));
    json.end_array();
  }
}

void write(JsonWriter& json, const Bilingual& text) {
  json.begin_object().member("zh", text.zh).member("en", text.en).end_object();
}

std::string as_json(const std::vector<Rule>& rules, const SeverityWords& severities) {
  std::string text;
  JsonWriter json(text);
  json.begin_object().member("schema", "gialint-rules/1").key("rules").begin_array();
  for (const Rule& rule : rules) {
    json.begin_object().member("id", rule.info.id).member("severity", severities.at(rule.info.id));
    json.member("precision", rule.info.precision).member("since", rule.info.since);
    if (rule.info.has_fix) json.member("fix", fix_safety_name(rule.info.fix_safety));
    write(json.key("title"), rule.info.title);
    write(json.key("help"), rule.info.help);
    json.key("basis").begin_array();
    for (const std::string& basis : rule.info.basis) json.value(std::string_view(basis));
    json.end_array().key("options").begin_array();
    for (const OptionInfo& option : rule.options) {
      json.begin_object().member("name", option.name);
      write(json.key("default"), option.default_value);
      write(json.key("doc"), option.doc);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return text + "\n";
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
        const std::string told = told_case(test.file, each, language);
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

}  // namespace

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
  const Status printed =
      print(options.format == "json" ? as_json(rules, severities) : as_text(rules, severities, language), language);
  return (*pack)->broken.empty() ? printed : Status::failed;
}

}  // namespace gialint
