#include "engine/cli/authoring/rule_json.hpp"

#include "engine/config/option_json.hpp"
#include "engine/json/json_writer.hpp"

namespace gialint {
namespace {

void write(JsonWriter& json, const Bilingual& text) {
  json.begin_object().member("zh", text.zh).member("en", text.en).end_object();
}

}  // namespace

std::string rules_as_json(const std::vector<Rule>& rules, const SeverityWords& severities) {
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
      write_option(json.key("default"), option.default_value);
      write(json.key("doc"), option.doc);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return text + "\n";
}

}  // namespace gialint
