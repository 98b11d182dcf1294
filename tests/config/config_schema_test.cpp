#include <algorithm>
#include <regex>
#include <string>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "engine/config/config.hpp"
#include "engine/toml/document.hpp"
#include "tests/support/sample_rules.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace gialint;
using nlohmann::json;

namespace {

json to_json(const TomlTable& table);

json to_json(const TomlValue& value) {
  if (const auto* boolean = std::get_if<bool>(&value.data)) {
    return *boolean;
  }
  if (const auto* integer = std::get_if<std::int64_t>(&value.data)) {
    return *integer;
  }
  if (const auto* text = std::get_if<std::string>(&value.data)) {
    return *text;
  }
  if (const auto* date = std::get_if<TomlDate>(&value.data)) {  // editors hand dates over as text
    return std::to_string(date->year) + "-" + std::to_string(date->month) + "-" + std::to_string(date->day);
  }
  if (const auto* items = std::get_if<TomlArray>(&value.data)) {
    json array = json::array();
    for (const TomlValue& item : *items) {
      array.push_back(to_json(item));
    }
    return array;
  }
  if (const auto* table = std::get_if<TomlTable>(&value.data)) {
    return to_json(*table);
  }
  return nullptr;
}

json to_json(const TomlTable& table) {
  json object = json::object();
  for (const TomlField& field : table.fields) {
    object[field.key] = to_json(field.value);
  }
  return object;
}

/// A validator for as much of JSON Schema, draft 7, as the schema uses; a keyword that it does not know is a failure.
class Validator {
 public:
  explicit Validator(json schema) : root_(std::move(schema)) {}

  [[nodiscard]] bool accepts(const json& value) const { return accepts(root_, value); }

 private:
  [[nodiscard]] bool accepts(const json& schema, const json& value) const {
    return std::all_of(schema.items().begin(), schema.items().end(),
                       [&](const auto& keyword) { return holds(schema, keyword.key(), keyword.value(), value); });
  }

  [[nodiscard]] bool holds(const json& schema, const std::string& keyword, const json& rule, const json& value) const {
    if (keyword == "$ref") {
      return accepts(root_.at(json::json_pointer(rule.get<std::string>().substr(1))), value);
    }
    if (keyword == "type") {
      return rule == value.type_name() || (rule == "integer" && value.is_number_integer());
    }
    if (keyword == "const") {
      return rule == value;
    }
    if (keyword == "enum") {
      return std::find(rule.begin(), rule.end(), value) != rule.end();
    }
    if (keyword == "anyOf") {
      return std::any_of(rule.begin(), rule.end(), [&](const json& one) { return accepts(one, value); });
    }
    if (keyword == "minimum") {
      return !value.is_number() || value >= rule;
    }
    if (keyword == "maximum") {
      return !value.is_number() || value <= rule;
    }
    if (keyword == "minLength") {
      return !value.is_string() || value.get<std::string>().size() >= rule.get<std::size_t>();
    }
    if (keyword == "pattern") {
      return !value.is_string() || std::regex_search(value.get<std::string>(), std::regex(rule.get<std::string>()));
    }
    if (keyword == "minItems") {
      return !value.is_array() || value.size() >= rule.get<std::size_t>();
    }
    if (keyword == "items") {
      return !value.is_array() ||
             std::all_of(value.begin(), value.end(), [&](const json& item) { return accepts(rule, item); });
    }
    if (keyword == "required") {
      return !value.is_object() || std::all_of(rule.begin(), rule.end(),
                                               [&](const json& key) { return value.contains(key.get<std::string>()); });
    }
    if (keyword == "properties") {
      return !value.is_object() || std::all_of(rule.items().begin(), rule.items().end(), [&](const auto& property) {
        return !value.contains(property.key()) || accepts(property.value(), value.at(property.key()));
      });
    }
    if (keyword == "additionalProperties") {
      return !value.is_object() || std::all_of(value.items().begin(), value.items().end(), [&](const auto& property) {
        const bool known = schema.contains("properties") && schema.at("properties").contains(property.key());
        return known || (rule != false && accepts(rule, property.value()));
      });
    }
    const bool says_nothing = keyword == "$schema" || keyword == "title" || keyword == "description" ||
                              keyword == "default" || keyword == "definitions" || keyword == "format";
    CAPTURE(keyword);
    REQUIRE(says_nothing);
    return true;
  }

  json root_;
};

}  // namespace

TEST_CASE("the schema accepts what the reader accepts, and nothing else", "[config]") {
  const RulePack rules = sample_rules();
  const Validator validator(json::parse(config_schema(rules, {"recommended", "strict"}, Language::zh)));
  const std::string right[] = {
      "",
      "schema = 1",
      "plugins = []\nextends = []",
      "lang = 'zh'\nfail_on = 'info'\nexclude = ['a', 'b/']\nextends = []",
      "[rules]\n'*' = 'off'\n'alpha/*' = 'info'\n'beta/*' = { severity = 'error' }\n'alpha/first' = 'warning'",
      "[rules]\n'beta/topics' = { severity = 'off', flag = true, least = 9, style = 'long', text = 'x', words = ['y'] "
      "}",
      "[rules]\n'beta/topics' = { least = 1 }\n'input/undecodable' = 'off'\n'input/*' = {}",
      "[corpus.regions]\n'甲县' = ['乙局', '丙局']",
      "[organs.aliases]\n'甲局' = ['乙局', '丙局']",
      "suppress = []",
      "[[suppress]]\nrule = 'alpha/first'\nfile = 'a'\nreason = 'x'",
      "[[suppress]]\nrule = 'alpha/third'\nfile = 'a/**'\nplace = 'section/x'\nreason = 'x'\nuntil = 2026-06-30\n"
      "fingerprint = '0123456789abcdef0123456789abcdef'",
      "[[override]]\nfiles = ['a']\nrules = {}\n[[override]]\nfiles = ['b']\nrules = { 'alpha/*' = 'off' }",
  };
  const std::string wrong[] = {
      "rule = {}",
      "[corpus]\nregion = {}",
      "[corpus.regions]\n'甲县' = '乙局'",
      "[organs]\nalias = {}",
      "[organs.aliases]\n'甲局' = '乙局'",
      "schema = 2",
      "schema = '1'",
      "lang = 'fr'",
      "lang = ['zh']",
      "fail_on = 'off'",
      "exclude = 'a'",
      "exclude = [1]",
      "extends = 'a.toml'",
      "rules = []",
      "[rules]\n'alpha/third' = 'off'",
      "[rules]\n'gamma/*' = 'off'",
      "[rules]\nalpha = 'off'",
      "[rules]\n'internal/rule-error' = 'off'",
      "[rules]\n'alpha/first' = 'warn'",
      "[rules]\n'alpha/first' = true",
      "[rules]\n'alpha/first' = { severity = 'no' }",
      "[rules]\n'alpha/first' = { least = 3 }",
      "[rules]\n'beta/*' = { least = 3 }",
      "[rules]\n'beta/topics' = { least = 0 }",
      "[rules]\n'beta/topics' = { least = 10 }",
      "[rules]\n'beta/topics' = { least = '3' }",
      "[rules]\n'beta/topics' = { flag = 0 }",
      "[rules]\n'beta/topics' = { style = 'medium' }",
      "[rules]\n'beta/topics' = { text = ['x'] }",
      "[rules]\n'beta/topics' = { words = 'x' }",
      "[rules]\n'beta/topics' = { words = [1] }",
      "override = {}",
      "[[override]]\nfiles = ['a']",
      "[[override]]\nrules = {}",
      "[[override]]\nfiles = []\nrules = {}",
      "[[override]]\nfiles = ['a']\nrules = { 'alpha/third' = 'off' }",
      "[[override]]\nfiles = ['a']\nrules = {}\nseverity = 'off'",
      "plugins = \"./ours\"",
      "suppress = {}",
      "[[suppress]]\nrule = 'alpha/first'\nfile = 'a'",
      "[[suppress]]\nrule = 'alpha/first'\nreason = 'x'",
      "[[suppress]]\nfile = 'a'\nreason = 'x'",
      "[[suppress]]\nrule = 'alpha/*'\nfile = 'a'\nreason = 'x'",
      "[[suppress]]\nrule = 'alpha/first'\nfile = 'a'\nreason = ' '",
      "[[suppress]]\nrule = 'alpha/first'\nfile = 'a'\nreason = 'x'\nuntil = 2026",
      "[[suppress]]\nrule = 'alpha/first'\nfile = 'a'\nreason = 'x'\nfingerprint = 'abc'",
      "[[suppress]]\nrule = 'alpha/first'\nfile = 'a'\nreason = 'x'\nplaces = 'y'",
  };
  const ScratchFolder folder;
  const auto check = [&](const std::string& toml, bool is_right) {
    CAPTURE(toml);
    const Result<TomlTable> table = parse_toml(toml, "x");
    REQUIRE(table.ok());
    CHECK(validator.accepts(to_json(*table)) == is_right);
    CHECK(read_config(folder.write("gialint.toml", toml), rules).ok() == is_right);
  };
  for (const std::string& toml : right) {
    check(toml, true);
  }
  for (const std::string& toml : wrong) {
    check(toml, false);
  }
}

TEST_CASE("the schema shows an editor what each rule and option means", "[config]") {
  const json schema = json::parse(config_schema(sample_rules(), {"recommended", "strict"}, Language::zh));
  CHECK(schema.at("$schema") == "http://json-schema.org/draft-07/schema#");
  const json& rules = schema.at("definitions").at("rules").at("properties");
  std::vector<std::string> names;
  for (const auto& rule : rules.items()) {
    names.push_back(rule.key());
    CHECK_FALSE(rule.value().at("description").get<std::string>().empty());
  }
  CHECK(names == std::vector<std::string>{"*", "alpha/*", "alpha/first", "alpha/second", "beta/*", "beta/first",
                                          "beta/topics", "config/*", "config/unused-suppression", "input/*",
                                          "input/embedded-document", "input/not-a-report", "input/other-body",
                                          "input/same-report", "input/tracked-changes", "input/undecodable",
                                          "input/unsupported-year"});
  const json& topics = rules.at("beta/topics");
  CHECK(topics.at("description") == "标题");
  CHECK(topics.at("default") == "warning");
  const json& options = topics.at("anyOf").at(1).at("properties");
  CHECK(options.at("least") ==
        json({{"description", "至少"}, {"type", "integer"}, {"minimum", 1}, {"maximum", 9}, {"default", 3}}));
  CHECK(options.at("style").at("enum") == json({"short", "long"}));
  CHECK(options.at("words").at("default") == json({"一"}));
}

/// All descriptions in `value`, in their order; taken out of it.
std::vector<std::string> take_descriptions(json& value) {
  std::vector<std::string> all;
  if (value.is_object() && value.contains("description") && value.at("description").is_string()) {
    all.push_back(value.at("description"));
    value.erase("description");
  }
  for (json& each : value) {
    if (!each.is_structured()) continue;
    for (std::string& description : take_descriptions(each)) all.push_back(std::move(description));
  }
  return all;
}

TEST_CASE("the schema is the same in both languages but for what it tells people", "[config]") {
  const RulePack rules = sample_rules();
  json zh = json::parse(config_schema(rules, {"recommended"}, Language::zh));
  json en = json::parse(config_schema(rules, {"recommended"}, Language::en));
  const std::vector<std::string> in_chinese = take_descriptions(zh);
  const std::vector<std::string> in_english = take_descriptions(en);
  CHECK(zh == en);
  REQUIRE(in_chinese.size() == in_english.size());
  REQUIRE(in_chinese.size() > 20);
  for (std::size_t i = 0; i < in_chinese.size(); ++i) {
    CAPTURE(in_chinese[i]);
    CHECK(in_chinese[i] != in_english[i]);
  }
}
