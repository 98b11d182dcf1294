#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>

#include "engine/cli/authoring/rule_page.hpp"
#include "engine/cli/console/messages.hpp"
#include "engine/cli/options/command.hpp"
#include "engine/cli/options/option_table.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/files/read_file.hpp"
#include "engine/packs/plugin.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

// Pages by their path below the folder of the pack.
using Pages = std::map<std::string, std::string>;

// What pages are made of: the rules of a pack, or those of one plugin on top of it.
struct DocsSource {
  std::shared_ptr<const Pack> pack;
  RulePack rules;                    ///< that get a page
  std::vector<std::string> presets;  ///< names
  PagePlaces places = PagePlaces::by_id;

  // Where the page of a rule lies below the folder, without its ending; the .test beside it is called alike.
  [[nodiscard]] std::string path_of(const std::string& id) const {
    return places == PagePlaces::by_id ? id : rules_folder + id.substr(id.find('/') + 1);
  }
  [[nodiscard]] std::string overview() const {
    return (places == PagePlaces::by_id ? "" : std::string(rules_folder)) + "README.md";
  }

  static constexpr const char* rules_folder = "rules/";
};

Result<DocsSource> plugin_subject(const fs::path& folder, const Options& options) {
  const Result<Plugin> plugin = read_plugin(folder);
  if (!plugin.ok()) return plugin.failure();
  const Result<std::shared_ptr<const Pack>> base = pack_for(options);
  if (!base.ok()) return base.failure();
  Result<std::shared_ptr<const Pack>> pack = with_plugins(*base, {*plugin});
  if (!pack.ok()) return pack.failure();
  Result<RulePack> rules = RulePack::load(plugin->rules);
  if (!rules.ok()) return rules.failure();
  std::vector<std::string> presets = preset_names(plugin->presets);
  return DocsSource{*std::move(pack), *std::move(rules), std::move(presets), PagePlaces::by_name};
}

Result<DocsSource> pack_subject(const fs::path& folder, const Options& options) {
  Options of_folder = options;
  of_folder.rules_dir = folder.string();
  const Result<std::shared_ptr<const Pack>> pack = pack_for(of_folder);
  if (!pack.ok()) return pack.failure();
  return DocsSource{*pack, *(*pack)->rules, preset_names(**pack), PagePlaces::by_id};
}

Result<Pages> make_pages(const fs::path& folder, const DocsSource& subject) {
  const std::shared_ptr<const Pack>& pack = subject.pack;
  std::vector<Preset> presets;
  for (const std::string& name : subject.presets) {
    Result<Preset> preset = find_preset(*pack, name, {name});
    if (!preset.ok()) return preset.failure();
    presets.push_back(*std::move(preset));
  }
  Pages pages;
  CaseRunner runner(pack, Language::zh);
  for (const Rule& rule : subject.rules.rules()) {
    const fs::path file = folder / (subject.path_of(rule.info.id) + ".test");
    std::vector<RuleCase> cases;
    std::error_code error;
    if (fs::exists(file, error)) {
      const Result<std::string> text = read_file(file, SourceText::default_max_bytes);
      if (!text.ok()) return text.failure();
      Result<std::vector<RuleCase>> read = read_rule_cases(*text, file.string());
      if (!read.ok()) return read.failure();
      cases = *std::move(read);
    }
    pages[subject.path_of(rule.info.id) + ".md"] = rule_page(rule, cases, presets, *pack->rules, runner);
  }
  pages[subject.overview()] = overview_page(subject.rules, presets, subject.places);
  return pages;
}

// Pages that an earlier run wrote and no rule has any more.
std::vector<std::string> left_over(const fs::path& folder, const Pages& pages) {
  std::vector<std::string> found;
  std::error_code error;
  fs::recursive_directory_iterator entries(folder, error);
  for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
    const std::string path = entries->path().lexically_relative(folder).generic_string();
    if (entries->path().extension() != ".md" || pages.count(path) != 0) continue;
    const Result<std::string> text = read_file(entries->path(), SourceText::default_max_bytes);
    if (text.ok() && text->rfind(generated_mark, 0) == 0) found.push_back(path);
  }
  std::sort(found.begin(), found.end());
  return found;
}

Status run_docs(const Options& options) {
  const Language language = language_of(options);
  const fs::path folder = options.arguments.front();
  std::error_code ignored;
  const Result<DocsSource> subject =
      fs::exists(folder / "plugin.toml", ignored) ? plugin_subject(folder, options) : pack_subject(folder, options);
  if (!subject.ok()) return failed(subject.failure(), language);
  if (!subject->pack->broken.empty()) return Status::failed;
  const Result<Pages> pages = make_pages(folder, *subject);
  if (!pages.ok()) return failed(pages.failure(), language);
  std::string stale;
  for (const auto& [path, text] : *pages) {
    const fs::path file = folder / path;
    const Result<std::string> old = read_file(file, SourceText::default_max_bytes);
    if (old.ok() && *old == text) continue;
    stale += file.generic_string() + "\n";
    if (!options.check && !save(file.string(), text, language)) return Status::failed;
  }
  for (const std::string& path : left_over(folder, *pages)) {
    const fs::path file = folder / path;
    stale += file.generic_string() + "\n";
    std::error_code error;
    if (!options.check && !fs::remove(file, error)) {
      complain(say(messages::cannot_write, language, file.string()));
      return Status::failed;
    }
  }
  const Status printed = print(stale, language);
  return std::max(printed, options.check && !stale.empty() ? Status::diagnostics : Status::clean);
}

}  // namespace

const Command& docs_command() {
  static const Command command = {
      .name = "docs",
      .usage = {"docs [选项] 文件夹", "docs [OPTION…] DIR"},
      .summary = {"为一个规则文件夹或者插件写说明页：总表 README.md 和每条规则的一页",
                  "write the pages of a folder of rules or a plugin: README.md with all of them, and a page for each"},
      .detail =
          {"每页用中英两种文字，写在规则旁边：规则声明的一切，以及它的例子（同名的 .test）和 gialint "
           "对它们的真实输出。\n"
           "列出有变动的页；不再有规则的页会删去。\n\n"
           "退出状态：0 都是最新的了；1 有 --check 时，有不是最新的；2 用法不对，规则或者例子读不了，页写不进去。",
           "Each page is in Chinese and English and lies beside its rule: all that the rule declares, and its cases "
           "(the\n"
           ".test of the same name) with what gialint prints of them. Names the pages that changed; one whose rule is "
           "gone\n"
           "is removed.\n\n"
           "Exit status: 0 all are up to date now; 1 with --check, some are not; 2 wrong usage, a rule or case that "
           "cannot\n"
           "be read, a page that cannot be written."},
      .options = {option::flag("--check", OptionGroup::verdict,
                               {"什么都不写，列出不是最新的页", "write nothing, name the pages that are out of date"})},
      .arguments = {.least = 1, .most = 1, .names = {{"文件夹", "DIR"}}, .kind = Expected::folders, .words = {}},
      .run = run_docs,
  };
  return command;
}

}  // namespace gialint
