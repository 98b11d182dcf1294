#include "engine/packs/pack.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "engine/files/read_file.hpp"
#include "engine/packs/embedded_pack.hpp"
#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view names_folder = "names/";
constexpr std::string_view name_table_ending = ".txt";

// The files of a pack, by what they hold; paths are relative to the pack's folder.
struct PackFiles {
  std::vector<PackFile> rules;
  std::vector<PackFile> editions;
  std::vector<PackFile> lexicon;
  std::vector<PackFile> names;
  std::vector<PackFile> presets;

  [[nodiscard]] std::vector<PackFile> forms() const {
    std::vector<PackFile> files = editions;
    files.insert(files.end(), lexicon.begin(), lexicon.end());
    return files;
  }

  void add(PackFile file) {
    const auto ends_with = [&](std::string_view ending) {
      return file.path.size() > ending.size() &&
             file.path.compare(file.path.size() - ending.size(), ending.size(), ending) == 0;
    };
    if (ends_with(".lua")) {
      rules.push_back(std::move(file));
    } else if (ends_with(".toml") && file.path.rfind("editions/", 0) == 0) {
      editions.push_back(std::move(file));
    } else if (ends_with(".toml") && is_lexicon(file.path)) {
      lexicon.push_back(std::move(file));
    } else if (ends_with(".toml") && file.path.rfind("presets/", 0) == 0) {
      presets.push_back(std::move(file));
    } else if (ends_with(name_table_ending) && file.path.rfind(names_folder, 0) == 0) {
      names.push_back(std::move(file));
    }
  }
};

PackFiles embedded_pack() {
  PackFiles files;
  for (const EmbeddedFile& file : embedded_files()) {
    files.add({std::string(file.path), std::string(file.text), "", std::string(file.compiled)});
  }
  return files;
}

Result<PackFiles> read_folder(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> paths;
  fs::recursive_directory_iterator entries(folder, error);
  for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
    const fs::path& path = entries->path();
    std::error_code ignored;
    const bool wanted =
        path.extension() == ".lua" || path.extension() == ".toml" || path.extension() == name_table_ending;
    if (wanted && entries->is_regular_file(ignored)) paths.push_back(path);
  }
  if (error) return Failure{{folder.string()}, system_reason(error.value())};
  std::sort(paths.begin(), paths.end());

  PackFiles files;
  for (const fs::path& path : paths) {
    Result<std::string> text = read_file(path, max_data_bytes);
    if (!text.ok()) return text.failure();
    if (text->size() > max_data_bytes) return Failure{{path.string()}, system_reason(EFBIG)};
    files.add({path.lexically_relative(folder).generic_string(), std::move(*text)});
  }
  if (files.rules.empty() && files.editions.empty() && files.lexicon.empty()) {
    return Failure{{folder.string()},
                   Sentence("文件夹里没有规则（.lua）、格式（editions/*.toml）或者词表（lexicon/*.toml）",
                            "the folder has no rules (.lua), forms (editions/*.toml) or phrases (lexicon/*.toml)")};
  }
  return files;
}

// The name tables in `files`, each called as its file is.
std::shared_ptr<const NameTables> name_tables(const std::vector<PackFile>& files) {
  auto tables = std::make_shared<NameTables>();
  for (const PackFile& file : files) {
    const std::size_t size = file.path.size() - names_folder.size() - name_table_ending.size();
    tables->add(file.path.substr(names_folder.size(), size), file.text, "rules/" + file.path);
  }
  return tables;
}

// The rules of `files`; those that cannot be loaded go to `broken` and the others stand.
Result<RulePack> load_rules(const std::vector<PackFile>& files, const std::shared_ptr<const NameTables>& names,
                            PatternCompile patterns, std::vector<RuleFailure>& broken) {
  Result<RulePack> all = RulePack::load(files, names, patterns);
  if (all.ok()) return all;
  std::vector<PackFile> sound;
  for (const PackFile& file : files) {
    const Result<RulePack> one = RulePack::load({file});
    if (one.ok()) {
      sound.push_back(file);
    } else {
      broken.push_back({file.path.substr(0, file.path.rfind('.')), one.failure()});
    }
  }
  if (broken.empty()) return all;
  return RulePack::load(std::move(sound), names, patterns);
}

// A failure in a file of the pack, with the folder that holds the pack before its place.
Failure in_folder(const std::string& folder, const Failure& failure) {
  if (folder.empty() || failure.where.path.empty()) return failure;
  constexpr std::string_view built_in = "rules/";  // how a rule's failures call any pack
  Failure result = failure;
  const std::string& path = failure.where.path;
  const std::size_t from = path.starts_with(built_in) ? built_in.size() : 0;
  result.where.path = (fs::path(folder) / path.substr(from)).string();
  return result;
}

// What the forms of `own` do to those of the binary.
enum class Merge : std::uint8_t { replace, lay_over };

// `own`, completed from the binary: forms and phrases as `merge` says, and names, of which the first of two called the
// same counts. Rules and presets are the pack's own alone.
PackFiles completed(PackFiles own, PackFiles built_in, Merge merge) {
  const auto complete = [&](std::vector<PackFile>& files, std::vector<PackFile>& base) {
    if (merge == Merge::replace && !files.empty()) return;
    base.insert(base.end(), files.begin(), files.end());
    files = std::move(base);
  };
  complete(own.editions, built_in.editions);
  complete(own.lexicon, built_in.lexicon);
  own.names.insert(own.names.end(), built_in.names.begin(), built_in.names.end());
  return own;
}

}  // namespace

Pack::Pack(PackParts parts)
    : rules(std::move(parts.rules)),
      presets(std::move(parts.presets)),
      broken(std::move(parts.broken)),
      forms_(std::move(parts.forms)) {}

Result<std::shared_ptr<const Pack>> Pack::make(PackParts parts) {
  if (!parts.forms_are_built_in) {
    if (const std::optional<Failure> failure = parts.forms->read()) return *failure;
  }
  return std::shared_ptr<const Pack>(new Pack(std::move(parts)));
}

std::shared_ptr<PackForms> built_in_forms() {
  return std::make_shared<PackForms>(embedded_pack().forms(), PatternCompile::deferred);
}

namespace {

// The pack that the user's `own` files make, completed from the binary. Failures are written as `shown` writes them.
// The binary's phrases and names are tested to be sound, so they may wait; a user's are checked at once.
template <class Shown>
Result<std::shared_ptr<const Pack>> load_files(PackFiles own, Merge merge, const Shown& shown) {
  const PatternCompile when = own.lexicon.empty() ? PatternCompile::deferred : PatternCompile::now;
  const bool has_names = !own.names.empty();
  PackFiles files = completed(std::move(own), embedded_pack(), merge);
  PackParts parts;
  parts.forms = std::make_shared<PackForms>(files.forms(), when);
  if (const std::optional<Failure> failure = parts.forms->read()) return shown(*failure);
  const std::shared_ptr<const NameTables> names = name_tables(files.names);
  if (has_names) {
    if (const std::optional<Failure> failure = names->check()) return shown(*failure);
  }
  Result<RulePack> rules = load_rules(files.rules, names, PatternCompile::now, parts.broken);
  if (!rules.ok()) return shown(rules.failure());
  parts.rules = std::make_shared<const RulePack>(*std::move(rules));
  parts.presets = std::move(files.presets);
  for (RuleFailure& broken : parts.broken) broken.failure = shown(broken.failure);
  return Pack::make(std::move(parts));
}

Result<std::shared_ptr<const Pack>> load_built_in(FormLoading loading) {
  PackFiles files = embedded_pack();
  PackParts parts;
  parts.forms_are_built_in = true;
  const auto forms = std::make_shared<PackForms>(files.forms(), PatternCompile::deferred);
  if (loading == FormLoading::ahead) forms->read_ahead();
  parts.forms = forms;
  Result<RulePack> rules = load_rules(files.rules, name_tables(files.names), PatternCompile::deferred, parts.broken);
  if (!rules.ok()) return rules.failure();
  parts.rules = std::make_shared<const RulePack>(*std::move(rules));
  parts.presets = std::move(files.presets);
  return Pack::make(std::move(parts));
}

}  // namespace

Result<std::shared_ptr<const Pack>> load_pack(const std::optional<std::string>& rules_dir, FormLoading forms) {
  if (!rules_dir) return load_built_in(forms);
  Result<PackFiles> own = read_folder(*rules_dir);
  if (!own.ok()) return own.failure();
  return load_files(*std::move(own), Merge::replace,
                    [&](const Failure& failure) { return in_folder(*rules_dir, failure); });
}

Result<std::shared_ptr<const Pack>> load_pack_at(const PackLocation& place, const std::vector<PackFile>& rules) {
  PackFiles own;
  for (const fs::path& path : data_files_of(place)) {
    Result<std::string> text = read_file(path, max_data_bytes);
    if (!text.ok()) return text.failure();
    if (text->size() > max_data_bytes) return Failure{{path.string()}, system_reason(EFBIG)};
    own.add({path.lexically_relative(place.folder).generic_string(), std::move(*text)});
  }
  own.rules = rules;
  const Merge merge = place.plugin.empty() ? Merge::replace : Merge::lay_over;
  return load_files(std::move(own), merge, [&](const Failure& failure) { return place.as_printed(failure); });
}

}  // namespace gialint
