#include "engine/packs/own_rules.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

#include "engine/diagnostics/message.hpp"
#include "engine/packs/embedded_pack.hpp"
#include "engine/text/sentence.hpp"
#include "engine/toml/fields.hpp"
#include "engine/toml/packed.hpp"

namespace gialint {
namespace {

constexpr std::string_view own_rules_file = "engine.toml";

Bilingual read_words(const TomlTable* table, TomlFaults& faults) {
  if (table == nullptr) return {};
  TomlFields fields(*table, faults);
  Bilingual words{fields.text("zh"), fields.text("en")};
  fields.finish();
  return words;
}

RuleInfo read_own_rule(const std::string& id, const TomlTable& table, TomlFaults& faults) {
  static const std::vector<std::string> severities = {"error", "warning", "info"};
  TomlFields fields(table, faults);
  RuleInfo info;
  info.id = id;
  info.category = id.substr(0, id.find('/'));
  info.since = "0.1.0";
  info.precision = "very-high";
  info.severity = severity_named(severities[fields.choice("severity", severities)]).value_or(info.severity);
  info.title = read_words(fields.table("title"), faults);
  info.help = read_words(fields.table("help"), faults);
  info.basis = fields.plain_texts_if_any("basis");
  if (const TomlTable* messages = fields.table("messages")) {
    TomlFields of_rule(*messages, faults);
    for (const TomlField& message : messages->fields) {
      info.messages[message.key] = read_words(of_rule.table(message.key), faults);
    }
    of_rule.finish();
  }
  fields.finish();
  return info;
}

Result<std::vector<RuleInfo>> read_embedded_rules() {
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path != own_rules_file) continue;
    const std::string name(file.path);
    if (const std::optional<TomlTable> root = unpack_toml(file.compiled)) return read_own_rules(*root, name);
    const Result<TomlTable> root = parse_toml(file.text, name);
    return root ? read_own_rules(*root, name) : root.failure();
  }
  static constexpr Sentence not_built_in("程序里没有这个文件", "the binary does not hold this file");
  return Failure{{std::string(own_rules_file)}, not_built_in};
}

const RuleInfo& engine_rule_named(std::string_view id) {
  const std::vector<RuleInfo>& rules = engine_rules();
  return *std::find_if(rules.begin(), rules.end(), [&](const RuleInfo& rule) { return rule.id == id; });
}

}  // namespace

Result<std::vector<RuleInfo>> read_own_rules(const TomlTable& root, const std::string& file_name) {
  TomlFaults faults(file_name);
  TomlFields fields(root, faults);
  fields.integer("schema", 1, 1);
  std::vector<RuleInfo> rules;
  for (const std::string_view id : own_rule::all) {
    if (const TomlTable* table = fields.table(id)) rules.push_back(read_own_rule(std::string(id), *table, faults));
  }
  fields.finish();
  if (!faults.none()) return faults.first();
  return rules;
}

// The file is part of the binary, and a test reads it: nothing can be wrong with it at run time.
const std::vector<RuleInfo>& engine_rules() {
  static const std::vector<RuleInfo> rules = [] {
    Result<std::vector<RuleInfo>> read = read_embedded_rules();
    if (!read) throw std::logic_error(to_string(read.failure(), Language::en));
    return *std::move(read);
  }();
  return rules;
}

Diagnostic engine_diagnostic(std::string_view id, std::string message_id, Span span, std::vector<Fact> facts,
                             Language language) {
  const RuleInfo& rule = engine_rule_named(id);
  Diagnostic diagnostic;
  diagnostic.rule = id;
  diagnostic.severity = rule.severity;
  diagnostic.span = span;
  diagnostic.message = *render(rule.messages.at(message_id).in(language), facts);
  diagnostic.message_id = std::move(message_id);
  diagnostic.facts = std::move(facts);
  return diagnostic;
}

}  // namespace gialint
