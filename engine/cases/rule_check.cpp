#include "engine/cases/rule_check.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <system_error>
#include <tuple>
#include <utility>

#include "engine/config/preset.hpp"
#include "engine/files/ignore_files.hpp"
#include "engine/files/read_file.hpp"
#include "engine/packs/pack_location.hpp"
#include "engine/rule_host/field_lines.hpp"
#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view lua_ending = ".lua";

/// A rule file and what a pack calls it.
struct RulePath {
  fs::path file;
  std::string id;
};

/// What is to be looked at.
struct RulesToCheck {
  PackLocation place;
  fs::path root;          ///< where its tests are looked for
  bool is_whole = false;  ///< a pack or a plugin, not a piece of one
  std::vector<RulePath> rules;
  std::vector<Failure> faults;
};

/// How many folders lie between `folder` and a file in it.
std::ptrdiff_t depth_in(const fs::path& folder, const fs::path& file) {
  const fs::path within = file.lexically_relative(folder.lexically_normal());
  return std::distance(within.begin(), within.end()) - 1;
}

RulesToCheck pack_of(const fs::path& folder, const std::vector<fs::path>& files) {
  RulesToCheck subject;
  subject.place.folder = folder;
  subject.root = folder;
  subject.is_whole = true;
  for (const fs::path& file : files) {
    fs::path within = file.lexically_relative(folder.lexically_normal());
    subject.rules.push_back({file, within.replace_extension().generic_string()});
  }
  return subject;
}

Result<RulesToCheck> plugin_of(const fs::path& folder) {
  RulesToCheck subject;
  subject.is_whole = true;
  Result<PackLocation> place = plugin_at(folder);
  if (place.ok()) {
    subject.place = *std::move(place);
  } else {
    // Its rules can be looked at all the same, under the name that the plugin most likely has.
    subject.faults.push_back(place.failure());
    std::error_code ignored;
    subject.place = {folder, fs::weakly_canonical(folder, ignored).filename().string()};
  }
  subject.root = (folder / "rules").lexically_normal();
  std::error_code error;
  if (!fs::is_directory(subject.root, error)) return subject;
  Result<std::vector<fs::path>> files = files_below(subject.root, {lua_ending});
  if (!files.ok()) return files.failure();
  for (const fs::path& file : *files) {
    if (depth_in(subject.root, file) == 0) {
      subject.rules.push_back({file, subject.place.plugin + "/" + file.stem().string()});
    } else {
      static constexpr Sentence elsewhere("插件的规则直接放在 {} 里",
                                          "rules of a plugin stand in {} and not in a folder below it");
      subject.faults.push_back({{file.string()}, elsewhere.with(subject.root.string())});
    }
  }
  return subject;
}

Result<RulesToCheck> folder_subject(const fs::path& folder) {
  if (const std::optional<fs::path> root = plugin_above(folder)) return plugin_of(*root);
  for (const fs::path& pack : {folder, (folder / "rules").lexically_normal()}) {
    std::error_code error;
    if (!fs::is_directory(pack, error)) continue;
    const Result<std::vector<fs::path>> files = files_below(pack, {lua_ending});
    if (!files.ok()) return files.failure();
    const auto in_category = [&](const fs::path& file) { return depth_in(pack, file) == 1; };
    if (std::any_of(files->begin(), files->end(), in_category)) return pack_of(pack, *files);
    if (pack != folder) continue;
    RulesToCheck category;
    category.root = folder;
    for (const fs::path& file : *files) {
      if (depth_in(folder, file) != 0) continue;
      Result<RuleLocation> place = place_of_rule(file);
      if (!place.ok()) return place.failure();
      category.place = std::move(place->place);
      category.rules.push_back({file, std::move(place->id)});
    }
    if (!category.rules.empty()) return category;
  }
  static constexpr Sentence no_rules("这里没有规则（类别/名字.lua）", "no rules here (CATEGORY/NAME.lua)");
  return Failure{{folder.string()}, no_rules};
}

Result<RulesToCheck> find_subject(const fs::path& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) return folder_subject(path);
  if (!fs::exists(path, error)) return Failure{{path.string()}, system_reason(ENOENT)};
  if (path.extension() != lua_ending) {
    static constexpr Sentence no_rule("这里要规则文件（.lua）、规则包或者插件的文件夹",
                                      "a rule (.lua), or the folder of a pack or plugin, is wanted here");
    return Failure{{path.string()}, no_rule};
  }
  Result<RuleLocation> place = place_of_rule(path);
  if (!place.ok()) return place.failure();
  RulesToCheck subject;
  subject.place = std::move(place->place);
  subject.rules.push_back({path, std::move(place->id)});
  return subject;
}

/// Goes through a subject and collects what is wrong.
class Checker {
 public:
  Checker(RulesToCheck subject, unsigned jobs) : subject_(std::move(subject)), jobs_(jobs) {}

  RuleCheck check() {
    check_.faults = std::move(subject_.faults);
    check_.rules = subject_.rules.size();
    for (const RulePath& rule : subject_.rules) check_file(rule);
    const Result<std::shared_ptr<const Pack>> data = load_pack_at(subject_.place, {});
    if (data.ok()) {
      check_pack(**data);
    } else {
      check_.faults.push_back(data.failure());
    }
    std::sort(check_.faults.begin(), check_.faults.end(), [](const Failure& a, const Failure& b) {
      return std::tie(a.where, a.what.zh) < std::tie(b.where, b.what.zh);
    });
    return std::move(check_);
  }

 private:
  void check_file(const RulePath& rule) {
    Result<std::string> text = read_file(rule.file, SourceText::default_max_bytes);
    if (!text.ok()) {
      check_.faults.push_back(text.failure());
      return;
    }
    PackFile file = {rule.id + ".lua", *std::move(text)};
    const std::vector<Failure> faults = rule_faults(file);
    for (const Failure& fault : faults) check_.faults.push_back(subject_.place.as_printed(fault));
    if (faults.empty()) {
      sound_.push_back(std::move(file));
      sound_ids_.insert(rule.id);
    }
    const fs::path test = fs::path(rule.file).replace_extension(".test");
    std::error_code error;
    if (!fs::exists(test, error)) {
      static constexpr Sentence no_cases("没有用例：旁边缺少 {}", "no cases: there is no {} beside it");
      add({rule.file.string(), 1}, no_cases.with(test.filename().string()));
    }
  }

  void check_pack(const Pack& data) {
    const Result<std::shared_ptr<const Pack>> together = load_pack_at(subject_.place, sound_);
    if (!together.ok()) check_.faults.push_back(together.failure());
    for (const PackFile& file : sound_) check_requirements(file, data.forms());
    if (together.ok() && subject_.is_whole) check_presets(**together);
    check_cases();
  }

  /// A table or section that no form has: the rule would never run.
  void check_requirements(const PackFile& file, const Forms& forms) {
    const Result<RulePack> pack = RulePack::load({file});
    if (!pack.ok()) return;
    const Rule& rule = pack->rules().front();
    for (std::size_t i = 0; i < rule.needs.size(); ++i) {
      const std::string& need = rule.needs[i];
      const std::size_t colon = need.find(':');
      if (colon == std::string::npos) continue;
      const std::string id = need.substr(colon + 1);
      const bool of_table = need.substr(0, colon) == "table";
      const bool known = std::any_of(forms.editions.begin(), forms.editions.end(), [&](const Edition& edition) {
        const auto is_it = [&](const auto& part) { return part.id == id; };
        return of_table ? std::any_of(edition.tables.begin(), edition.tables.end(), is_it)
                        : std::any_of(edition.sections.begin(), edition.sections.end(), is_it);
      });
      if (known) continue;
      std::map<std::string, int> lines = field_lines(file.text);
      const auto own = lines.find("requires/" + std::to_string(i + 1));
      const int line = own != lines.end() ? own->second : std::max(1, lines["requires"]);
      static constexpr Sentence no_form("requires 里的 {} 在哪一版格式里都没有，规则永远不会运行",
                                        "no form has {} of requires, so the rule would never run");
      add({subject_.place.file_of(rule.info.id).string(), static_cast<std::uint32_t>(line)}, no_form.with(need));
    }
  }

  /// A plugin's presets may name national rules, too.
  void check_presets(const Pack& own) {
    if (own.presets.empty()) return;
    std::vector<PackFile> files;
    for (const Rule& rule : own.rules->rules()) files.push_back(rule.file);
    if (!subject_.place.plugin.empty()) {
      const Result<std::shared_ptr<const Pack>> national = load_pack();
      if (!national.ok()) return;
      for (const Rule& rule : (*national)->rules->rules()) files.push_back(rule.file);
    }
    Result<RulePack> rules = RulePack::load(std::move(files));
    if (!rules.ok()) {
      check_.faults.push_back(subject_.place.as_printed(rules.failure()));
      return;
    }
    for (const std::string& name : preset_names(own.presets)) {
      const Result<Preset> preset = find_preset(own.presets, *rules, name, {name});
      if (!preset.ok()) check_.faults.push_back(subject_.place.as_printed(preset.failure()));
    }
  }

  void check_cases() {
    std::vector<std::string> paths = {subject_.root.string()};
    if (subject_.root.empty()) {
      const fs::path test = fs::path(subject_.rules.front().file).replace_extension(".test");
      std::error_code error;
      if (!fs::exists(test, error)) return;  // told already
      paths = {test.string()};
    }
    FoundTests found = find_tests(paths, std::nullopt);
    for (Failure& failure : found.failures) check_.faults.push_back(std::move(failure));
    std::vector<TestFile> files;
    for (TestFile& file : found.files) {
      if (sound_ids_.count(file.id) != 0) files.push_back(std::move(file));
    }
    TestOptions options;
    options.jobs = jobs_;
    const auto take = [&](TestFileResult result) {
      take_result(std::move(result));
      return true;
    };
    run_tests(files, options, take);
  }

  void take_result(TestFileResult result) {
    for (const Failure& failure : result.failures) check_.faults.push_back(failure);
    const FilePlace place = {result.file.file.string(), 1};
    const auto expects = [](const CaseResult& each) {
      return !each.outcome.found.empty() && each.status() == CaseStatus::passed;
    };
    const auto silent = [](const CaseResult& each) {
      return each.outcome.found.empty() && each.status() == CaseStatus::passed;
    };
    const bool all_ran = std::none_of(result.cases.begin(), result.cases.end(),
                                      [](const CaseResult& each) { return each.status() == CaseStatus::failed; });
    if (result.failures.empty() && all_ran) {  // of those that fail nobody knows what they are to show
      if (std::none_of(result.cases.begin(), result.cases.end(), expects))
        add(place, Sentence("没有规则应当报出的用例", "no case that the rule flags"));
      if (std::none_of(result.cases.begin(), result.cases.end(), silent))
        add(place, Sentence("没有规则应当放过的用例", "no case that the rule passes over"));
    }
    check_.tests.push_back(std::move(result));
  }

  void add(FilePlace where, const Bilingual& what) { check_.faults.push_back({std::move(where), what}); }

  RulesToCheck subject_;
  unsigned jobs_;
  RuleCheck check_;
  std::vector<PackFile> sound_;
  std::set<std::string> sound_ids_;
};

}  // namespace

Result<RuleCheck> check_rules(const std::string& path, unsigned jobs) {
  Result<RulesToCheck> subject = find_subject(fs::path(path));
  if (!subject.ok()) return subject.failure();
  return Checker(*std::move(subject), jobs).check();
}

}  // namespace gialint
