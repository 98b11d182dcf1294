#include "engine/config/config.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "engine/config/config_fields.hpp"
#include "engine/config/config_files.hpp"
#include "engine/config/config_rules.hpp"
#include "engine/config/preset.hpp"
#include "engine/files/find_upwards.hpp"
#include "engine/files/glob.hpp"
#include "engine/files/shown_path.hpp"
#include "engine/text/sentence.hpp"
#include "engine/toml/fields.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

/// Reads one file and those it extends into one Config.
class ConfigReader {
 public:
  /// All three outlive it.
  ConfigReader(ConfigFiles& files, const RulePack& rules, const std::vector<PackFile>& presets)
      : files_(&files), rules_(&rules), presets_(&presets), catalogue_(rule_catalogue(rules)) {}

  std::optional<Failure> read(const fs::path& file);
  std::vector<RuleEntry> read_rules(const TomlTable& table, TomlFaults& faults);
  Config config;

 private:
  std::optional<Failure> read_extended(const TomlText& name, const fs::path& file, const TomlFaults& faults);
  void read_corpus(const TomlTable& table, TomlFaults& faults);
  void read_organs(const TomlTable& table, TomlFaults& faults);
  /// Whether a selector means rules of plugins that are not used.
  [[nodiscard]] bool is_left_out(std::string_view selector) const;
  RuleEntry read_entry(const TomlField& field, TomlFaults& faults);
  void read_setting(RuleEntry& entry, const TomlField& field, TomlFaults& faults);
  void read_options(RuleEntry& entry, TomlFields& setting, TomlFaults& faults);

  ConfigFiles* files_;
  const RulePack* rules_;
  const std::vector<PackFile>* presets_;
  std::vector<CatalogueRule> catalogue_;
  std::vector<fs::path> open_;  ///< the file being read and those that lead to it
  std::size_t files_read_ = 0;
};

std::vector<std::string> read_patterns(const std::vector<TomlText>& patterns, TomlFaults& faults) {
  std::vector<std::string> result;
  for (const TomlText& pattern : patterns) {
    if (GlobSet({pattern.text}).empty()) {
      faults.add(pattern.place, Sentence("\"{}\" 不是有效的路径模式（写法同 .gitignore）",
                                         "\"{}\" is no valid pattern for paths (they are written as in .gitignore)")
                                    .with(pattern.text));
    }
    result.push_back(pattern.text);
  }
  return result;
}

std::optional<OptionValue> option_value(const TomlValue& value) {
  if (const auto* boolean = std::get_if<bool>(&value.data)) {
    return *boolean;
  }
  if (const auto* integer = std::get_if<std::int64_t>(&value.data)) {
    return *integer;
  }
  if (const auto* text = std::get_if<std::string>(&value.data)) {
    return *text;
  }
  if (const auto* items = std::get_if<TomlArray>(&value.data)) {
    std::vector<std::string> texts;
    for (const TomlValue& item : *items) {
      const auto* text = std::get_if<std::string>(&item.data);
      if (text == nullptr) {
        return std::nullopt;
      }
      texts.push_back(*text);
    }
    return texts;
  }
  return std::nullopt;
}

const std::vector<std::string>& severity_words() {
  static const std::vector<std::string> words = words_of(rule_field::severity);
  return words;
}

void set_severity(RuleEntry& entry, std::string_view word) {
  entry.off = word == "off";
  entry.severity = severity_named(word);
}

/// The text of the file, for diagnostics in it; null when it cannot be shown as text.
std::shared_ptr<const SourceText> source_of(const ConfigFile& file) {
  Result<SourceText> text = SourceText::from_bytes(file.name, file.text, Encoding::utf8);
  return text ? std::make_shared<const SourceText>(*std::move(text)) : nullptr;
}

std::optional<Failure> ConfigReader::read(const fs::path& file) {
  const std::string name = shown_path(file);
  if (++files_read_ > max_config_files) {
    return Failure{
        {name}, Sentence("extends 牵出的文件超过 {} 个", "extends draws in more than {} files").with(max_config_files)};
  }
  const Result<ConfigFile>& parsed = files_->at(file);
  if (!parsed) return parsed.failure();
  const TomlTable& root = parsed->root;
  open_.push_back(file);
  TomlFaults faults(name);
  TomlFields fields(root, faults);
  fields.integer_or(file_field::schema.name, 1, 1, 1);
  for (const TomlText& extended : fields.texts_if_any(file_field::extends.name)) {
    if (auto failure = read_extended(extended, file, faults)) {
      return failure;
    }
  }
  if (std::string name = fields.text_or(file_field::preset.name, ""); !name.empty()) {
    // That of a plugin that is left out is, too.
    if (!files_->without_plugins() || !name.starts_with("plugin:"))
      config.preset = PresetChoice{std::move(name), faults.where(fields.place(file_field::preset.name))};
  }
  if (const auto language = fields.choice_if_any(file_field::lang.name, words_of(file_field::lang))) {
    config.language = *language == 0 ? Language::zh : Language::en;
  }
  const std::vector<std::string> levels = words_of(file_field::fail_on);
  if (const auto level = fields.choice_if_any(file_field::fail_on.name, levels)) {
    config.fail_on = severity_named(levels[*level]);
  }
  for (std::string& pattern : read_patterns(fields.texts_if_any(file_field::exclude.name), faults)) {
    config.exclude.push_back(std::move(pattern));
  }
  if (const TomlTable* rules = fields.table_if_any(file_field::rules.name)) {
    for (RuleEntry& entry : read_rules(*rules, faults)) {
      config.rules.push_back(std::move(entry));
    }
  }
  for (const TomlTable* table : fields.tables_if_any(file_field::overrides.name)) {
    TomlFields fields_of(*table, faults);
    OverrideEntry entry;
    entry.origin = faults.where(table->place);
    entry.files = read_patterns(fields_of.texts(override_field::files.name), faults);
    if (fields_of.has(override_field::files.name) && entry.files.empty()) {
      faults.add(fields_of.place(override_field::files.name),
                 Sentence("\"files\" 至少要有一个路径模式", "\"files\" needs at least one pattern"));
    }
    if (const TomlTable* rules = fields_of.table(override_field::rules.name)) {
      entry.rules = read_rules(*rules, faults);
    }
    fields_of.finish();
    config.overrides.push_back(std::move(entry));
  }
  if (const TomlTable* corpus = fields.table_if_any(file_field::corpus.name)) read_corpus(*corpus, faults);
  if (const TomlTable* organs = fields.table_if_any(file_field::organs.name)) read_organs(*organs, faults);
  // They were loaded before: the rules of the pack are theirs, too.
  for (std::string& plugin : fields.plain_texts_if_any(file_field::plugins.name))
    config.plugins.push_back(std::move(plugin));
  if (const std::vector<const TomlTable*> tables = fields.tables_if_any(file_field::suppressions.name);
      !tables.empty()) {
    const std::shared_ptr<const SourceText> source = source_of(*parsed);
    for (const TomlTable* table : tables) {
      SuppressEntry entry = read_suppress(*table, *rules_, faults, file, source);
      if (!is_left_out(entry.rule)) config.suppressions.push_back(std::move(entry));
    }
  }
  fields.finish();
  open_.pop_back();
  return faults.none() ? std::nullopt : std::optional<Failure>(faults.first());
}

std::optional<Failure> ConfigReader::read_extended(const TomlText& name, const fs::path& file,
                                                   const TomlFaults& faults) {
  const FilePlace where = faults.where(name.place);
  if (name.text.rfind("plugin:", 0) == 0) {
    if (files_->without_plugins()) return std::nullopt;
    Result<Preset> preset = find_preset(*presets_, *rules_, name.text, where);
    if (!preset) {
      const std::string plugin = name.text.substr(0, name.text.find('/') + 1);
      const std::vector<std::string> known = preset_names(*presets_);
      const bool has_any =
          std::any_of(known.begin(), known.end(), [&](const std::string& each) { return each.rfind(plugin, 0) == 0; });
      return has_any ? preset.failure()
                     : Failure{where, Sentence("没有预设 \"{}\"：先在 plugins 里写上这个插件；已经写了的，它没有预设",
                                               "there is no preset \"{}\": name the plugin in plugins first; if it is "
                                               "there, it has no presets")
                                          .with(name.text)};
    }
    config.rules.insert(config.rules.end(), preset->rules.begin(), preset->rules.end());
    return std::nullopt;
  }
  const fs::path relative(name.text);
  if (name.text.empty() || relative.is_absolute()) {
    return Failure{where, Sentence("\"extends\" 里要写相对于本文件的路径，这里是 \"{}\"",
                                   "\"extends\" takes paths relative to this file, not \"{}\"")
                              .with(name.text)};
  }
  const fs::path target = (file.parent_path() / relative).lexically_normal();
  std::error_code error;
  if (!fs::exists(target, error)) {
    return Failure{where, Sentence("没有文件 \"{}\"", "there is no file \"{}\"").with(shown_path(target))};
  }
  for (const fs::path& open : open_) {
    if (fs::equivalent(open, target, error)) {
      return Failure{where, Sentence("\"extends\" 成了圈：\"{}\" 又引到自己",
                                     "\"extends\" runs in a circle: \"{}\" comes back to itself")
                                .with(shown_path(target))};
    }
  }
  return read(target);
}

/// Reads a table of lists into `all`, by name. One that is named again takes the place of the one before.
template <class Named>
void read_lists(const TomlTable* lists, std::vector<Named>& all, TomlFaults& faults) {
  if (lists == nullptr) return;
  TomlFields own(*lists, faults);
  for (const TomlField& field : lists->fields) {
    Named named{field.key, own.plain_texts_if_any(field.key)};
    const auto known =
        std::find_if(all.begin(), all.end(), [&](const Named& other) { return other.name == named.name; });
    if (known != all.end()) all.erase(known);
    all.push_back(std::move(named));
  }
  own.finish();
  std::sort(all.begin(), all.end(), [](const Named& a, const Named& b) { return a.name < b.name; });
}

void ConfigReader::read_corpus(const TomlTable& table, TomlFaults& faults) {
  TomlFields fields(table, faults);
  read_lists(fields.table_if_any(corpus_field::regions.name), config.regions, faults);
  fields.finish();
}

void ConfigReader::read_organs(const TomlTable& table, TomlFaults& faults) {
  TomlFields fields(table, faults);
  read_lists(fields.table_if_any(organs_field::aliases.name), config.aliases, faults);
  fields.finish();
}

std::vector<RuleEntry> ConfigReader::read_rules(const TomlTable& table, TomlFaults& faults) {
  std::vector<RuleEntry> entries;
  for (const TomlField& field : table.fields) {
    if (is_left_out(field.key)) continue;
    entries.push_back(read_entry(field, faults));
  }
  // TOML gives the order of keys no meaning, and formatters change it.
  std::stable_sort(entries.begin(), entries.end(), [](const RuleEntry& a, const RuleEntry& b) {
    return specificity(a.selector) < specificity(b.selector);
  });
  return entries;
}

bool ConfigReader::is_left_out(std::string_view selector) const {
  if (!files_->without_plugins()) return false;
  const std::string_view category = selector.substr(0, selector.find('/'));
  return category != "*" && std::none_of(catalogue_.begin(), catalogue_.end(),
                                         [&](const CatalogueRule& rule) { return rule.info->category == category; });
}

RuleEntry ConfigReader::read_entry(const TomlField& field, TomlFaults& faults) {
  RuleEntry entry;
  entry.selector = field.key;
  entry.origin = faults.where(field.place);
  // A category without its "/*" is for the command line, where nobody takes it for a rule.
  const bool bare = field.key != "*" && field.key.find('/') == std::string::npos;
  if (bare || !selects_any(field.key, catalogue_)) {
    faults.add(field.place, no_such_rule(field.key, catalogue_, SelectorForm::in_file));
    return entry;
  }
  read_setting(entry, field, faults);
  return entry;
}

void ConfigReader::read_setting(RuleEntry& entry, const TomlField& field, TomlFaults& faults) {
  if (std::holds_alternative<std::string>(field.value.data)) {
    TomlTable table;
    table.place = field.place;
    table.fields.push_back(field);
    TomlFields setting(table, faults);
    if (const auto word = setting.choice_if_any(field.key, severity_words())) {
      set_severity(entry, severity_words()[*word]);
    }
  } else if (const auto* table = std::get_if<TomlTable>(&field.value.data)) {
    TomlFields setting(*table, faults);
    if (const auto word = setting.choice_if_any(rule_field::severity.name, severity_words())) {
      set_severity(entry, severity_words()[*word]);
    }
    if (const auto level = setting.choice_if_any(rule_field::fix.name, fix_level_names())) {
      entry.fix = static_cast<FixLevel>(*level);
      const CatalogueRule* const rule = find_rule(catalogue_, entry.selector);
      if (rule != nullptr && !rule->info->has_fix) {
        faults.add(setting.place(rule_field::fix.name),
                   Sentence("规则 \"{}\" 不带修改，不能设 \"fix\"", "the rule \"{}\" has no fixes to set \"fix\" for")
                       .with(entry.selector));
      }
    }
    read_options(entry, setting, faults);
    setting.finish();
  } else {
    faults.add(
        field.value.place,
        Sentence(
            "\"{}\" 应为 \"error\"、\"warning\"、\"info\"、\"off\" 之一，或者表 {{ severity = …, 选项 = … }}，这里是{}",
            "\"{}\" takes \"error\", \"warning\", \"info\" or \"off\", or a table {{ severity = …, OPTION = … }}, not "
            "{}")
            .with(field.key, toml_type_name(field.value)));
  }
}

void ConfigReader::read_options(RuleEntry& entry, TomlFields& setting, TomlFaults& faults) {
  const CatalogueRule* const rule = find_rule(catalogue_, entry.selector);
  if (rule == nullptr || rule->options == nullptr) {
    return;
  }
  for (const OptionInfo& option : *rule->options) {
    const TomlField* field = setting.field_if_any(option.name);
    if (field == nullptr) {
      continue;
    }
    const std::optional<OptionValue> value = option_value(field->value);
    if (!value) {
      faults.add(field->value.place,
                 Sentence("选项 \"{}\" 应为布尔值、整数、字符串或者字符串数组，这里是{}",
                          "the option \"{}\" takes a boolean, an integer, a string or an array of strings, not {}")
                     .with(option.name, toml_type_name(field->value)));
    } else if (const std::optional<Bilingual> wrong = check_option(option, *value)) {
      faults.add(field->value.place, Sentence("选项 \"{}\" {}", "the option \"{}\" {}").with(option.name, *wrong));
    } else {
      entry.options[option.name] = *value;
    }
  }
}

}  // namespace

Result<Config> read_config(ConfigFiles& files, const RulePack& rules, const std::vector<PackFile>& presets) {
  ConfigReader reader(files, rules, presets);
  reader.config.file = files.first();
  reader.config.folder = files.first().parent_path();
  if (std::optional<Failure> failure = reader.read(files.first())) {
    return *failure;
  }
  return std::move(reader.config);
}

Result<Config> read_config(const std::filesystem::path& file, const RulePack& rules,
                           const std::vector<PackFile>& presets) {
  ConfigFiles files(file);
  return read_config(files, rules, presets);
}

std::vector<RuleEntry> read_rule_entries(const TomlTable& table, const RulePack& rules, TomlFaults& faults) {
  const std::vector<PackFile> no_presets;
  ConfigFiles no_files{{}};
  return ConfigReader(no_files, rules, no_presets).read_rules(table, faults);
}

const std::vector<std::string>& config_names() {
  static const std::vector<std::string> names = {"gialint.toml", ".gialint.toml"};
  return names;
}

std::optional<std::filesystem::path> find_config(const std::filesystem::path& file_or_folder) {
  return find_upwards(file_or_folder, config_names());
}

}  // namespace gialint
