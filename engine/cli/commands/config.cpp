#include <algorithm>
#include <filesystem>
#include <system_error>

#include "engine/cli/console/messages.hpp"
#include "engine/cli/console/option_value.hpp"
#include "engine/cli/options/command.hpp"
#include "engine/cli/options/option_table.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/config/preset.hpp"
#include "engine/files/read_file.hpp"
#include "engine/text/display.hpp"

namespace gialint {

namespace messages {

constexpr Sentence config_file("配置文件", "configuration");
constexpr Sentence config_none("没有，用默认值", "none, the defaults hold");
constexpr Sentence config_default("默认", "default");

}  // namespace messages

namespace {

namespace fs = std::filesystem;

// Rows of three cells, the first two padded to the widest; a long second one stands for itself.
class Columns {
 public:
  void add(std::string first, std::string second, std::string third) {
    first_ = std::max(first_, display_width(first));
    if (const int width = display_width(second); width <= longest_padded) second_ = std::max(second_, width);
    rows_.push_back({std::move(first), std::move(second), std::move(third)});
  }
  [[nodiscard]] std::string text() const {
    std::string text;
    for (const Row& row : rows_) {
      text += pad_right(row.first, first_) + "  " + pad_right(row.second, second_) + "  " + row.third + "\n";
    }
    return text;
  }

 private:
  static constexpr int longest_padded = 40;  // cells
  struct Row {
    std::string first, second, third;
  };
  int first_ = 0;
  int second_ = 0;
  std::vector<Row> rows_;
};

std::string settings_text(const Config& config, const std::vector<EffectiveRule>& rules, Language language) {
  const auto origin = [&](bool is_set) {
    return is_set ? config.file.filename().string() : say(messages::config_default, language);
  };
  std::string text = "# " + say(messages::config_file, language) + ": " +
                     (config.file.empty() ? say(messages::config_none, language) : config.file.string()) + "\n";
  Columns keys;
  keys.add("preset", "\"" + config.preset->name + "\"", to_string(config.preset->origin));
  keys.add("lang", config.language == Language::en ? "\"en\"" : "\"zh\"", origin(config.language.has_value()));
  keys.add("fail_on", "\"" + std::string(severity_name(config.fail_on.value_or(Severity::error))) + "\"",
           origin(config.fail_on.has_value()));
  keys.add("exclude", to_toml(OptionValue(config.exclude)), origin(!config.exclude.empty()));
  if (!config.plugins.empty()) keys.add("plugins", to_toml(OptionValue(config.plugins)), origin(true));
  text += keys.text() + "\n";

  Columns table;
  for (const EffectiveRule& rule : rules) {
    table.add(rule.id, rule.on ? std::string(severity_name(rule.severity)) : "off", to_string(rule.origin));
    if (rule.fix) table.add("  fix", "\"" + std::string(fix_level_name(*rule.fix)) + "\"", to_string(rule.fix_origin));
    for (const EffectiveRule::Option& option : rule.options)
      table.add("  " + option.name, to_toml(option.value), to_string(option.origin));
  }
  return text + table.text();
}

Status run_config(const Options& options) {
  const Language language = language_of(options);
  if (options.schema) {
    const Result<std::shared_ptr<const Pack>> pack = pack_in(".", options);
    if (!pack.ok()) return failed(pack.failure(), language);
    return print(config_schema(*(*pack)->rules, preset_names(**pack), language), language);
  }
  const Result<std::shared_ptr<const Pack>> pack = pack_for(options);
  if (!pack.ok()) return failed(pack.failure(), language);

  // The path need not exist: one may ask what would hold for a file to come.
  std::error_code error;
  const fs::path given = options.arguments.empty() ? fs::path(".") : fs::path(options.arguments.front());
  const fs::path path = fs::weakly_canonical(given, error);
  if (error) return failed({{given.string()}, system_reason(error.value())}, language);
  Settings settings(*pack, options.selection, config_choice(options));
  const FolderSettings& folder = settings.in_folder(fs::is_directory(path, error) ? path : path.parent_path());
  const Result<Config>& config = folder.config;
  if (!config.ok()) return failed(config.failure(), language);
  const RulePack& rules = *folder.pack->rules;
  if (const auto wrong = check_selection(options.selection, rules)) return failed(*wrong, language);
  return print(settings_text(*config, effective_rules(*config, rules, options.selection, path), language), language);
}

}  // namespace

const Command& config_command() {
  static const Command command = {
      .name = "config",
      .usage = {"config [选项] [路径]", "config [OPTION…] [PATH]"},
      .summary = {"显示对一个路径生效的设置，以及每一项从哪里来",
                  "show the settings in force for a path, and where each comes from"},
      .detail = {},
      .options = option_list(option::choosing_rules(),
                             option::flag("--schema", OptionGroup::output,
                                          {"输出 gialint.toml 的 JSON schema，供编辑器补全",
                                           "print the JSON schema of gialint.toml, so that editors complete it"})),
      .arguments = {.least = 0, .most = 1, .names = {}, .kind = Expected::files, .words = {}},
      .run = run_config,
  };
  return command;
}

}  // namespace gialint
