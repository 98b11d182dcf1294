#include "engine/packs/plugin.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "engine/files/read_file.hpp"
#include "engine/files/shown_path.hpp"
#include "engine/hash/sha256.hpp"
#include "engine/packs/own_rules.hpp"
#include "engine/packs/version_range.hpp"
#include "engine/text/sentence.hpp"
#include "engine/toml/fields.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t max_file_bytes = std::uint64_t{16} << 20U;
constexpr std::size_t max_files = 10'000;
constexpr const char* head_file = "plugin.toml";

// The paths of the files in `folder`, sorted; what is hidden is passed over, and no link is followed out of it.
Result<std::vector<fs::path>> files_in(const fs::path& folder) {
  std::vector<fs::path> paths;
  std::error_code error;
  fs::recursive_directory_iterator entries(folder, error);
  for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
    const fs::path& path = entries->path();
    std::error_code ignored;
    if (path.filename().native().front() == '.') {
      if (entries->is_directory(ignored)) entries.disable_recursion_pending();
      continue;
    }
    if (entries->is_symlink(ignored)) {
      const fs::path target = fs::weakly_canonical(path, ignored);
      if (!lies_within(folder, target)) {
        return Failure{{shown_path(path)},
                       Sentence("符号链接指到插件的文件夹外面，不能用；把文件本身放进来",
                                "a symbolic link that leads out of the plugin's folder; put the file itself there")};
      }
    }
    if (!entries->is_regular_file(ignored)) continue;
    paths.push_back(path);
    if (paths.size() > max_files) {
      return Failure{{shown_path(folder)},
                     Sentence("插件的文件超过 {} 个", "the plugin has more than {} files").with(max_files)};
    }
  }
  if (error) return Failure{{shown_path(folder)}, system_reason(error.value())};
  std::sort(paths.begin(), paths.end());
  return paths;
}

// Puts a file of the plugin where it belongs by its path below the folder.
std::optional<Failure> add(Plugin& plugin, const std::string& path, std::string text) {
  const std::size_t slash = path.find('/');
  const std::string folder = slash == std::string::npos ? "" : path.substr(0, slash);
  const std::string rest = slash == std::string::npos ? path : path.substr(slash + 1);
  const std::string ending = fs::path(path).extension().string();
  const std::string shown = shown_path(plugin.folder / path);
  const bool is_deep = rest.find('/') != std::string::npos;
  const bool is_data = folder == "lexicon" || folder == "editions" || folder == "presets";
  if (ending == ".lua") {
    if (folder != "rules" || is_deep) {
      return Failure{{shown},
                     Sentence("规则要直接放在插件的 rules/ 里：rules/名称.lua",
                              "a rule lies right in the plugin's rules/: rules/NAME.lua")};
    }
    plugin.rules.push_back({plugin.name + "/" + rest, std::move(text), shown});
  } else if (ending == ".toml" && is_data) {
    if (is_deep)
      return Failure{{shown},
                     Sentence("要直接放在插件的 {}/ 里", "the file belongs right into the plugin's {}/").with(folder)};
    if (folder == "lexicon") {
      plugin.lexicon.push_back({path, std::move(text), shown});
    } else if (folder == "editions") {
      plugin.editions.push_back({path, std::move(text), shown});
    } else {
      plugin.presets.push_back({plugin.name + "/" + path, std::move(text), shown});
    }
  }
  return std::nullopt;
}

}  // namespace

Result<PluginHead> read_plugin_head(const std::string& toml, const std::string& file_name) {
  const Result<TomlTable> root = parse_toml(toml, file_name);
  if (!root) return root.failure();
  PluginHead head;
  TomlFaults faults(file_name);
  TomlFields fields(*root, faults);
  fields.integer("schema", 1, 1);
  head.name = fields.text("name");
  if (fields.has("name") && !is_rule_word(head.name)) {
    faults.add(fields.place("name"),
               Sentence("插件名 \"{}\" 只能用小写字母、数字和连字符，以字母开头，例如 \"our-city\"",
                        "the plugin's name \"{}\" is not of lower case letters, digits and hyphens, with a letter "
                        "first, such as \"our-city\"")
                   .with(head.name));
  }
  head.version = fields.text("version");
  if (fields.has("version") && !is_semantic_version(head.version)) {
    faults.add(fields.place("version"), Sentence("版本号 \"{}\" 应写成三个数，例如 \"1.0.0\"",
                                                 "the version \"{}\" is not of three numbers, such as \"1.0.0\"")
                                            .with(head.version));
  }
  const std::string wanted = fields.text("gialint");
  if (fields.has("gialint")) {
    const std::optional<VersionRange> range = VersionRange::parse(wanted);
    if (!range) {
      faults.add(fields.place("gialint"),
                 Sentence("\"gialint\" 应写适用的版本范围，例如 \">=0.1, <2\"，这里是 \"{}\"",
                          "\"gialint\" takes a range of versions, such as \">=0.1, <2\", not \"{}\"")
                     .with(wanted));
    } else if (!range->holds(own_version())) {
      faults.add(fields.place("gialint"),
                 Sentence("插件适用于 gialint {}，而本程序是 {}：换用相配的版本",
                          "the plugin is for gialint {}, and this is {}: use versions that go together")
                     .with(wanted, own_version_text()));
    }
  }
  if (const TomlTable* description = fields.table("description")) {
    TomlFields texts(*description, faults);
    head.description = {texts.text("zh"), texts.text("en")};
    texts.finish();
  }
  fields.finish();
  if (!faults.none()) return faults.first();
  return head;
}

Result<Plugin> read_plugin(const fs::path& folder) {
  std::error_code error;
  Plugin plugin;
  plugin.folder = fs::canonical(folder, error);
  if (error || !fs::is_directory(plugin.folder, error))
    return Failure{{shown_path(folder)}, Sentence("没有这个插件文件夹", "there is no such plugin folder")};
  plugin.shown = shown_path(plugin.folder);
  const fs::path head = plugin.folder / head_file;
  if (!fs::exists(head, error))
    return Failure{{plugin.shown},
                   Sentence("文件夹里没有 plugin.toml，不是插件", "no plugin: the folder has no plugin.toml")};

  const Result<std::vector<fs::path>> paths = files_in(plugin.folder);
  if (!paths) return paths.failure();
  std::vector<std::pair<std::string, std::string>> files;
  for (const fs::path& path : *paths) {
    Result<std::string> text = read_file(path, max_file_bytes);
    if (!text) return Failure{{shown_path(path)}, text.failure().what};
    if (text->size() > max_file_bytes)
      return Failure{{shown_path(path)}, Sentence("文件超过 16 MiB", "the file is larger than 16 MiB")};
    std::string name = path.lexically_relative(plugin.folder).generic_string();
    plugin.digests.emplace(name, sha256_hex(*text));
    if (name == head_file) {
      Result<PluginHead> head_read = read_plugin_head(*text, shown_path(path));
      if (!head_read) return head_read.failure();
      static_cast<PluginHead&>(plugin) = *std::move(head_read);
    } else {
      files.emplace_back(std::move(name), *std::move(text));
    }
  }
  for (auto& [name, text] : files) {
    if (std::optional<Failure> failure = add(plugin, name, std::move(text))) return *std::move(failure);
  }
  if (plugin.rules.empty() && plugin.lexicon.empty() && plugin.editions.empty() && plugin.presets.empty()) {
    return Failure{
        {plugin.shown},
        Sentence(
            "插件里没有规则（rules/*.lua）、词表（lexicon/*.toml）、格式（editions/*.toml）或者预设（presets/*.toml）",
            "the plugin has no rules (rules/*.lua), phrases (lexicon/*.toml), forms (editions/*.toml) or presets "
            "(presets/*.toml)")};
  }
  return plugin;
}

Result<std::shared_ptr<const Pack>> with_plugins(const std::shared_ptr<const Pack>& base,
                                                 const std::vector<Plugin>& plugins) {
  if (plugins.empty()) return base;
  std::vector<PackFile> rules;
  std::vector<PackFile> forms;
  std::vector<PackFile> presets = base->presets;
  for (const Plugin& plugin : plugins) {
    const auto is_named_so = [&](const RuleInfo& rule) { return rule.category == plugin.name; };
    const bool taken = std::any_of(base->rules->rules().begin(), base->rules->rules().end(),
                                   [&](const Rule& rule) { return is_named_so(rule.info); }) ||
                       std::any_of(engine_rules().begin(), engine_rules().end(), is_named_so);
    if (taken) {
      return Failure{{shown_path(plugin.folder / head_file)},
                     Sentence("\"{}\" 是自带规则的一个类别，插件要换个名字",
                              "\"{}\" is a category of gialint's own rules: give the plugin another name")
                         .with(plugin.name)};
    }
    const auto append = [](std::vector<PackFile>& all, const std::vector<PackFile>& some) {
      all.insert(all.end(), some.begin(), some.end());
    };
    append(rules, plugin.rules);
    append(forms, plugin.editions);
    append(forms, plugin.lexicon);
    append(presets, plugin.presets);
  }
  PackParts parts;
  // Forms are put together before rules are loaded: of two faults, that of the forms comes first.
  parts.forms = forms.empty() ? base->form_files() : std::make_shared<PackForms>(base->form_files(), forms);
  parts.forms_are_built_in = forms.empty();  // what the base waits with may wait
  if (!forms.empty()) {
    if (const std::optional<Failure> failure = parts.forms->read()) return *failure;
  }
  Result<RulePack> loaded = RulePack::load_onto(*base->rules, std::move(rules));
  if (!loaded) return loaded.failure();
  parts.rules = std::make_shared<const RulePack>(*std::move(loaded));
  parts.presets = std::move(presets);
  parts.broken = base->broken;
  return Pack::make(std::move(parts));
}

}  // namespace gialint
