#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/config/config.hpp"
#include "engine/config/config_fields.hpp"
#include "engine/config/config_rules.hpp"
#include "engine/config/option_json.hpp"
#include "engine/json/json_writer.hpp"

namespace gialint {
namespace {

/// Writes the schema of all that ConfigField names.
class SchemaWriter {
 public:
  SchemaWriter(std::string& out, const std::vector<std::string>& presets, Language language)
      : json_(out), presets_(&presets), language_(language) {}

  void write(const std::vector<CatalogueRule>& rules);

 private:
  void write_field(const ConfigField& field);
  template <std::size_t count>
  void write_table(std::string_view name, const Sentence& description, const std::array<ConfigField, count>& fields);
  void write_words(const ConfigField& field, const std::vector<std::string>& allowed);
  void write_rules(const std::vector<CatalogueRule>& rules);
  void write_setting(std::string_view description, const RuleInfo* rule, const std::vector<OptionInfo>* options);
  void write_option(const OptionInfo& option);

  void begin(std::string_view name, std::string_view type, const Bilingual& description);
  void end() { json_.end_object(); }
  void words(std::string_view key, const std::vector<std::string>& values);
  void text_items();
  void reference(std::string_view name, std::string_view target) {
    json_.key(name).begin_object().member("$ref", target).end_object();
  }

  JsonWriter json_;
  const std::vector<std::string>* presets_;
  Language language_;
};

void SchemaWriter::begin(std::string_view name, std::string_view type, const Bilingual& description) {
  json_.key(name).begin_object().member("description", description.in(language_)).member("type", type);
}

void SchemaWriter::words(std::string_view key, const std::vector<std::string>& values) {
  json_.key(key).begin_array();
  for (const std::string& word : values) {
    json_.value(word);
  }
  json_.end_array();
}

void SchemaWriter::text_items() { json_.key("items").begin_object().member("type", "string").end_object(); }

void SchemaWriter::write(const std::vector<CatalogueRule>& rules) {
  static constexpr Sentence whole("gialint 的配置文件", "the configuration of gialint");
  static constexpr Sentence override_table("只对 files 所指文件的设置",
                                           "settings for the files that `files` names alone");
  static constexpr Sentence suppress_table("略过 file 所指文件里的一类诊断",
                                           "leaves out one kind of diagnostic in the files that `file` names");
  json_.begin_object();
  json_.member("$schema", "http://json-schema.org/draft-07/schema#");
  json_.member("title", "gialint.toml");
  json_.member("description", Bilingual(whole).in(language_));
  json_.member("type", "object").member("additionalProperties", false);
  json_.key("properties").begin_object();
  for (const ConfigField& field : file_field::all) write_field(field);
  json_.end_object();
  json_.key("definitions").begin_object();
  write_words(rule_field::severity, words_of(rule_field::severity));
  write_words(rule_field::fix, fix_level_names());
  write_rules(rules);
  write_table("override", override_table, override_field::all);
  write_table("suppress", suppress_table, suppress_field::all);
  json_.end_object();
  json_.end_object();
}

void SchemaWriter::write_words(const ConfigField& field, const std::vector<std::string>& allowed) {
  json_.key(field.name).begin_object().member("description", Bilingual(field.description).in(language_));
  words("enum", allowed);
  end();
}

template <std::size_t count>
void SchemaWriter::write_table(std::string_view name, const Sentence& description,
                               const std::array<ConfigField, count>& fields) {
  begin(name, "object", description);
  json_.member("additionalProperties", false);
  std::vector<std::string> required;
  for (const ConfigField& field : fields) {
    if (field.required) required.emplace_back(field.name);
  }
  if (!required.empty()) words("required", required);
  json_.key("properties").begin_object();
  for (const ConfigField& field : fields) write_field(field);
  json_.end_object();
  end();
}

void SchemaWriter::write_field(const ConfigField& field) {
  switch (field.shape) {
    case FieldShape::version:
      json_.key(field.name).begin_object().member("description", Bilingual(field.description).in(language_));
      json_.member("const", 1).end_object();
      return;
    case FieldShape::text:
      begin(field.name, "string", field.description);
      if (field.pattern.empty()) {
        json_.member("minLength", 1);
      } else {
        json_.member("pattern", field.pattern);
      }
      return end();
    case FieldShape::date:  // of TOML; editors hand it over as text
      begin(field.name, "string", field.description);
      json_.member("format", "date");
      return end();
    case FieldShape::texts:
    case FieldShape::some_texts:
      begin(field.name, "array", field.description);
      if (field.shape == FieldShape::some_texts) json_.member("minItems", 1);
      text_items();
      return end();
    case FieldShape::words:
    case FieldShape::preset:
      begin(field.name, "string", field.description);
      words("enum", field.shape == FieldShape::preset ? *presets_ : words_of(field));
      return end();
    case FieldShape::severity:
      return reference(field.name, "#/definitions/severity");
    case FieldShape::fix_level:
      return reference(field.name, "#/definitions/fix");
    case FieldShape::rules:
      return reference(field.name, "#/definitions/rules");
    case FieldShape::corpus:
      return write_table(field.name, field.description, corpus_field::all);
    case FieldShape::organs:
      return write_table(field.name, field.description, organs_field::all);
    case FieldShape::lists:
      begin(field.name, "object", field.description);
      json_.key("additionalProperties").begin_object().member("type", "array");
      text_items();
      json_.end_object();
      return end();
    case FieldShape::overrides:
    case FieldShape::suppressions:
      begin(field.name, "array", field.description);
      reference("items", field.shape == FieldShape::overrides ? "#/definitions/override" : "#/definitions/suppress");
      return end();
  }
}

void SchemaWriter::write_rules(const std::vector<CatalogueRule>& rules) {
  static constexpr Sentence all_rules("全部规则", "all rules");
  static constexpr Sentence of_category("这一类的全部规则", "all rules of this category");
  begin("rules", "object", file_field::rules.description);
  json_.member("additionalProperties", false);
  json_.key("properties").begin_object();
  json_.key("*").begin_object();
  write_setting(Bilingual(all_rules).in(language_), nullptr, nullptr);
  end();
  std::string_view category;
  for (const CatalogueRule& rule : rules) {
    if (rule.info->category != category) {
      category = rule.info->category;
      json_.key(std::string(category) + "/*").begin_object();
      write_setting(Bilingual(of_category).in(language_), nullptr, nullptr);
      end();
    }
    json_.key(rule.info->id).begin_object();
    write_setting(rule.info->title.in(language_), rule.info, rule.options);
    end();
  }
  json_.end_object();
  end();
}

void SchemaWriter::write_setting(std::string_view description, const RuleInfo* rule,
                                 const std::vector<OptionInfo>* options) {
  json_.member("description", description);
  if (rule != nullptr) {
    json_.member("default", severity_name(rule->severity));
  }
  json_.key("anyOf").begin_array();
  json_.begin_object().member("$ref", "#/definitions/severity").end_object();
  json_.begin_object().member("type", "object").member("additionalProperties", false);
  json_.key("properties").begin_object();
  write_field(rule_field::severity);
  if (rule == nullptr || rule->has_fix) write_field(rule_field::fix);
  if (options != nullptr) {
    for (const OptionInfo& option : *options) {
      write_option(option);
    }
  }
  json_.end_object().end_object();
  json_.end_array();
}

void SchemaWriter::write_option(const OptionInfo& option) {
  static const std::string_view types[] = {"boolean", "integer", "string", "string", "array"};
  begin(option.name, types[static_cast<std::size_t>(option.type)], option.doc);
  if (option.min) {
    json_.member("minimum", *option.min);
  }
  if (option.max) {
    json_.member("maximum", *option.max);
  }
  if (option.type == OptionType::choice) {
    words("enum", option.values);
  }
  if (option.type == OptionType::list) {
    json_.key("items").begin_object().member("type", "string");
    if (!option.values.empty()) {
      words("enum", option.values);
    }
    json_.end_object();
  }
  json_.key("default");
  gialint::write_option(json_, option.default_value);
  end();
}

}  // namespace

std::string config_schema(const RulePack& rules, const std::vector<std::string>& presets, Language language) {
  std::string out;
  SchemaWriter(out, presets, language).write(rule_catalogue(rules));
  out += '\n';
  return out;
}

}  // namespace gialint
