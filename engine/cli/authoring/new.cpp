#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "engine/cli/authoring/templates.hpp"
#include "engine/cli/console/messages.hpp"
#include "engine/cli/console/new_file.hpp"
#include "engine/cli/options/command.hpp"
#include "engine/cli/options/option_table.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/packs/own_rules.hpp"
#include "engine/packs/pack_location.hpp"
#include "engine/packs/version_range.hpp"
#include "engine/text/normalize.hpp"

namespace gialint {

namespace messages {

constexpr Sentence bad_rule_id(
    "规则编号写作 类别/名字，只用小写字母、数字和连字符，例如 local/my-rule，不能是 {}",
    "a rule's id is CATEGORY/NAME in lower-case letters, digits and hyphens, such as local/my-rule, not {}");
constexpr Sentence bad_plugin_name(
    "插件名称只用小写字母、数字和连字符，以字母开头，例如 my-city，不能是 {}",
    "a plugin's name is of lower-case letters, digits and hyphens, such as my-city, not {}");
constexpr Sentence reserved_plugin_name("{} 是自带规则的一个类别，插件要用别的名称",
                                        "{} is a category of the built-in rules: give the plugin another name");
constexpr Sentence rule_of_plugin("这里是插件 {}，它的规则编号是 {}/名字，不能是 {}",
                                  "this is the plugin {}: ids of its rules are {}/NAME, not {}");
constexpr Sentence rule_needs_category("这里不是插件，编号要写类别：local/{}",
                                       "this is no plugin, so the id needs a category: local/{}");
constexpr Sentence no_folder("没有文件夹 {}", "there is no folder {}");
constexpr Sentence new_rule_next("接下来：改写这两个文件，再运行 gialint test {}",
                                 "next: rewrite both files, and run gialint test {}");
constexpr Sentence new_plugin_next("接下来：cd {} && gialint test", "next: cd {} && gialint test");
constexpr Sentence unknown_kind("new 后面要写 rule 或者 plugin，不能是 {}{}", "new takes rule or plugin, not {}{}");

}  // namespace messages

namespace {

namespace fs = std::filesystem;

constexpr const char* first_plugin_version = "0.1.0";

struct NewFile {
  fs::path path;
  std::string text;
};

// All of them or none: what was written is taken back when one cannot be.
Status write_all(const std::vector<NewFile>& files, const std::string& next, Language language) {
  std::string written;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (const std::optional<Failure> failure = write_new_file(files[i].path, files[i].text)) {
      std::error_code ignored;
      for (std::size_t done = 0; done < i; ++done) fs::remove(files[done].path, ignored);
      return failed(*failure, language);
    }
    written += say(messages::init_written, language, files[i].path.string()) + "\n";
  }
  return print(written + next + "\n", language);
}

std::vector<NewFile> rule_files(const PackLocation& place, const std::string& id, Language language) {
  const RuleTemplate& from = rule_template(id.substr(0, id.find('/')));
  const std::string since = place.plugin.empty() ? std::string(own_version_text()) : first_plugin_version;
  const fs::path rule = place.file_of(id);
  return {{rule, filled(from.rule.in(language), {{"since", since}})},
          {fs::path(rule).replace_extension(".test"), filled(from.cases.in(language), {{"id", id}})}};
}

// Where a new rule goes. Without any pack around it is ./rules.
Result<PackLocation> place_for_rule(const Options& options) {
  if (options.dir) {
    std::error_code error;
    if (fs::exists(fs::path(*options.dir) / "plugin.toml", error)) return plugin_at(*options.dir);
    return PackLocation{*options.dir, ""};
  }
  Result<std::optional<PackLocation>> found = pack_above(".");
  if (!found.ok()) return found.failure();
  return found->value_or(PackLocation{"rules", ""});
}

Status new_rule(const Options& options) {
  const Language language = language_of(options);
  std::string id = options.arguments[1];
  const Result<PackLocation> place = place_for_rule(options);
  if (!place.ok()) return failed(place.failure(), language);
  const std::size_t slash = id.find('/');
  const bool good = slash == std::string::npos
                        ? is_rule_word(id)
                        : is_rule_word(id.substr(0, slash)) && is_rule_word(id.substr(slash + 1));
  if (!good) return failed(say(messages::bad_rule_id, language, id));
  if (slash == std::string::npos) {
    if (place->plugin.empty()) return failed(say(messages::rule_needs_category, language, id));
    id.insert(0, place->plugin + "/");
  } else if (!place->plugin.empty() && id.substr(0, slash) != place->plugin) {
    return failed(say(messages::rule_of_plugin, language, place->plugin, place->plugin, id));
  }
  const std::vector<NewFile> files = rule_files(*place, id, language);
  return write_all(files, say(messages::new_rule_next, language, files[1].path.string()), language);
}

bool is_built_in_category(const std::string& name, const Pack& pack) {
  const auto is_of_it = [&](const RuleInfo& info) { return info.category == name; };
  const std::vector<Rule>& rules = pack.rules->rules();
  return std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) { return is_of_it(rule.info); }) ||
         std::any_of(engine_rules().begin(), engine_rules().end(), is_of_it);
}

// "0.1.2" → "0.1"
std::string minor_version() {
  const std::string version(own_version_text());
  return version.substr(0, version.rfind('.'));
}

Status new_plugin(const Options& options) {
  const Language language = language_of(options);
  const std::string& name = options.arguments[1];
  if (!is_rule_word(name)) return failed(say(messages::bad_plugin_name, language, name));
  const Result<std::shared_ptr<const Pack>> built_in = load_pack();
  if (!built_in.ok()) return failed(built_in.failure(), language);
  if (is_built_in_category(name, **built_in)) return failed(say(messages::reserved_plugin_name, language, name));

  const fs::path above = options.dir.value_or("");
  std::error_code error;
  if (options.dir && !fs::is_directory(above, error)) return failed(say(messages::no_folder, language, *options.dir));
  const fs::path folder = above / name;
  if (fs::exists(fs::symlink_status(folder, error)))
    return failed(say(messages::init_exists, language, folder.string()));
  const PluginTemplate& from = plugin_template();
  const std::map<std::string, std::string> values = {
      {"name", name}, {"version", first_plugin_version}, {"gialint", minor_version()}};
  std::vector<NewFile> files = {{folder / "plugin.toml", filled(from.head.in(language), values)},
                                {folder / "README.md", filled(from.readme, values)}};
  for (NewFile& file : rule_files({folder, name}, name + "/draft-words", language)) files.push_back(std::move(file));
  return write_all(files, say(messages::new_plugin_next, language, folder.string()), language);
}

Status run_new(const Options& options) {
  return options.arguments.front() == "rule" ? new_rule(options) : new_plugin(options);
}

/// What of the command line does not go together.
std::optional<Bilingual> refuse_new(const Options& options) {
  static const std::vector<std::string> kinds = {"rule", "plugin"};
  if (options.arguments.empty()) return std::nullopt;
  const std::string& kind = options.arguments.front();
  if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) return std::nullopt;
  const std::string_view near = nearest_name(kind, kinds);
  return messages::unknown_kind.with(kind, near.empty() ? Bilingual() : messages::did_you_mean.with(near));
}

}  // namespace

const Command& new_command() {
  static const Command command = {
      .name = "new",
      .usage = {"new rule|plugin [选项] 名称", "new rule|plugin [OPTION…] NAME"},
      .summary = {"写一条新规则和它的用例，或者一个新插件，写好就能通过 gialint test",
                  "write a rule with its cases, or a plugin, that pass gialint test at once"},
      .detail =
          {"规则的名称是它的编号：类别/名字（在插件里可以只写名字），只用小写字母、数字和连字符。规则写进\n"
           "--dir 的规则包，不写 --dir 就是当前文件夹所在的规则包或者插件，都没有就是 ./rules。插件写成\n"
           "一个新文件夹。已有的文件不动。说明文字是 --lang 的语言。\n\n"
           "退出状态：0 写好了；2 用法不对，文件已经存在，写不进去。",
           "A rule is named by its id: CATEGORY/NAME (in a plugin NAME will do), of lower-case letters, digits and\n"
           "hyphens. It goes to the pack at --dir, else to the pack or plugin that the current folder is in, else to\n"
           "./rules. A plugin is a new folder. What exists is left as it is. Comments are in the language of "
           "--lang.\n\n"
           "Exit status: 0 written; 2 wrong usage, a file that exists already or cannot be written."},
      .options = {OptionEntry{"--dir",
                              "",
                              {"文件夹", "DIR"},
                              Expected::folders,
                              {},
                              OptionGroup::files,
                              {"写在这个规则包里（new rule）或者这个文件夹下（new plugin）",
                               "the pack to write to (new rule), or the folder for the plugin's own (new plugin)"}}},
      .arguments = {.least = 2,
                    .most = 2,
                    .names = {{"rule 或者 plugin", "rule or plugin"}, {"名称", "NAME"}},
                    .kind = Expected::words,
                    .words = {"rule", "plugin"}},
      .refuse = refuse_new,
      .run = run_new,
  };
  return command;
}

}  // namespace gialint
