#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/config/config.hpp"
#include "engine/config/config_rules.hpp"
#include "engine/json/json_writer.hpp"

namespace gialint {
namespace {

class SchemaWriter {
 public:
  explicit SchemaWriter(std::string& out) : json_(out) {}

  void write(const std::vector<CatalogueRule>& rules, const std::vector<std::string>& presets);

 private:
  void write_properties(const std::vector<std::string>& presets);
  void write_rules(const std::vector<CatalogueRule>& rules);
  void write_setting(std::string_view description, const RuleInfo* rule, const std::vector<OptionInfo>* options);
  void write_option(const OptionInfo& option);
  void write_override();
  void write_suppress();
  void text_property(std::string_view name, std::string_view description);

  void begin(std::string_view name, std::string_view type, std::string_view description);
  void end() { json_.end_object(); }
  void words(std::string_view key, const std::vector<std::string>& values);
  void strings(std::string_view name, std::string_view description);
  void reference(std::string_view name, std::string_view target) {
    json_.key(name).begin_object().member("$ref", target).end_object();
  }
  void value(const OptionValue& value);

  JsonWriter json_;
};

void SchemaWriter::begin(std::string_view name, std::string_view type, std::string_view description) {
  json_.key(name).begin_object().member("description", description).member("type", type);
}

void SchemaWriter::words(std::string_view key, const std::vector<std::string>& values) {
  json_.key(key).begin_array();
  for (const std::string& word : values) {
    json_.value(word);
  }
  json_.end_array();
}

void SchemaWriter::strings(std::string_view name, std::string_view description) {
  begin(name, "array", description);
  json_.key("items").begin_object().member("type", "string").end_object();
  end();
}

void SchemaWriter::value(const OptionValue& value) {
  if (const auto* boolean = std::get_if<bool>(&value)) {
    json_.value(*boolean);
  } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    json_.value(*integer);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    json_.value(*text);
  } else {
    json_.begin_array();
    for (const std::string& text : std::get<std::vector<std::string>>(value)) {
      json_.value(text);
    }
    json_.end_array();
  }
}

void SchemaWriter::write(const std::vector<CatalogueRule>& rules, const std::vector<std::string>& presets) {
  json_.begin_object();
  json_.member("$schema", "http://json-schema.org/draft-07/schema#");
  json_.member("title", "gialint.toml");
  json_.member("description", "gialint 的配置文件");
  json_.member("type", "object").member("additionalProperties", false);
  write_properties(presets);
  json_.key("definitions").begin_object();
  json_.key("severity").begin_object();
  json_.member("description", "严重级别；off 表示关闭");
  words("enum", {"error", "warning", "info", "off"});
  end();
  json_.key("fix").begin_object();
  json_.member(
      "description",
      "gialint fix 怎样对待这条规则的修改：off 一概不做；safe 把要用 --unsafe 的也当作稳妥的（改动数字的除外）；"
      "unsafe 一概要用 --unsafe");
  words("enum", fix_level_names());
  end();
  write_rules(rules);
  write_override();
  write_suppress();
  json_.end_object();
  json_.end_object();
}

void SchemaWriter::write_properties(const std::vector<std::string>& presets) {
  json_.key("properties").begin_object();
  json_.key("schema").begin_object().member("description", "本文件所用写法的版本").member("const", 1).end_object();
  strings("extends",
          "先读这些配置文件（相对于本文件的路径）或者插件的预设（\"plugin:插件/预设\"），本文件的设置在后，以后者为准");
  strings("plugins", "加载这些插件：本文件所在文件夹里的路径（\"./…\"），或者已安装的插件的名字");
  begin("preset", "string", "以这一套预设为底，本文件的设置在后");
  words("enum", presets);
  end();
  begin("lang", "string", "输出所用的语言");
  words("enum", {"zh", "en"});
  end();
  begin("fail_on", "string", "有这一级别或更重的诊断时，退出状态为 1");
  words("enum", {"error", "warning", "info"});
  end();
  strings("exclude", "不检查的文件，写法同 .gitignore，相对于本文件所在的文件夹");
  reference("rules", "#/definitions/rules");
  begin("corpus", "object", "一次检查的全部年报合起来看：规则类别 corpus");
  json_.member("additionalProperties", false);
  json_.key("properties").begin_object();
  begin("regions", "object",
        "哪个地区的年报汇总哪些机关的数据：\"地区的机关名称\" = [\"机关名称\", …]，名称同年报的标题");
  json_.key("additionalProperties").begin_object().member("type", "array");
  json_.key("items").begin_object().member("type", "string").end_object();
  json_.end_object();
  end();
  json_.end_object();
  end();
  json_.key("override")
      .begin_object()
      .member("description", "只对一部分文件的设置，后面的优先")
      .member("type", "array");
  reference("items", "#/definitions/override");
  end();
  begin("suppress", "array", "看过并且决定不改的诊断：不再报告，也不计入结果");
  reference("items", "#/definitions/suppress");
  end();
  json_.end_object();
}

void SchemaWriter::write_rules(const std::vector<CatalogueRule>& rules) {
  begin("rules", "object", "各条规则的严重级别和选项；写得越具体的越优先");
  json_.member("additionalProperties", false);
  json_.key("properties").begin_object();
  json_.key("*").begin_object();
  write_setting("全部规则", nullptr, nullptr);
  end();
  std::string_view category;
  for (const CatalogueRule& rule : rules) {
    if (rule.info->category != category) {
      category = rule.info->category;
      json_.key(std::string(category) + "/*").begin_object();
      write_setting("这一类的全部规则", nullptr, nullptr);
      end();
    }
    json_.key(rule.info->id).begin_object();
    write_setting(rule.info->title.zh, rule.info, rule.options);
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
  reference("severity", "#/definitions/severity");
  if (rule == nullptr || rule->has_fix) reference("fix", "#/definitions/fix");
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
  begin(option.name, types[static_cast<std::size_t>(option.type)], option.doc.zh);
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
  value(option.default_value);
  end();
}

void SchemaWriter::write_override() {
  begin("override", "object", "只对 files 所指文件的设置");
  json_.member("additionalProperties", false);
  words("required", {"files", "rules"});
  json_.key("properties").begin_object();
  begin("files", "array", "文件，写法同 .gitignore，相对于配置文件所在的文件夹");
  json_.member("minItems", 1);
  json_.key("items").begin_object().member("type", "string").end_object();
  end();
  reference("rules", "#/definitions/rules");
  json_.end_object();
  end();
}

void SchemaWriter::text_property(std::string_view name, std::string_view description) {
  begin(name, "string", description);
  json_.member("minLength", 1);
  end();
}

void SchemaWriter::write_suppress() {
  begin("suppress", "object", "略过 file 所指文件里的一类诊断");
  json_.member("additionalProperties", false);
  words("required", {"rule", "file", "reason"});
  json_.key("properties").begin_object();
  begin("rule", "string", "规则的编号");
  json_.member("pattern", "^[^/]+/[^*]+$");
  end();
  text_property("file", "文件，写法同 .gitignore，相对于配置文件所在的文件夹");
  text_property("place", "位置，如 section/other_matters，也包括它下面的；不写就是整个文件");
  begin("fingerprint", "string", "只略过有这一指纹的诊断；指纹见 --format json");
  json_.member("pattern", "^[0-9a-f]{32}$");
  end();
  begin("reason", "string", "为什么可以不改");
  json_.member("pattern", "\\S");
  end();
  // A date of TOML, which editors hand over as text.
  begin("until", "string", "到这一天为止（含），如 2026-06-30；过后这一条不再起作用");
  json_.member("format", "date");
  end();
  json_.end_object();
  end();
}

}  // namespace

std::string config_schema(const RulePack& rules, const std::vector<std::string>& presets) {
  std::string out;
  SchemaWriter(out).write(rule_catalogue(rules), presets);
  out += '\n';
  return out;
}

}  // namespace gialint
