#include "engine/packs/pack.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "engine/files/read_file.hpp"
#include "engine/packs/embedded_pack.hpp"
#include "engine/text/sentence.hpp"
#include "engine/toml/document.hpp"
#include "engine/toml/packed.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

bool is_lexicon(const std::string& path) { return path.rfind("lexicon/", 0) == 0; }

constexpr std::string_view names_folder = "names/";
constexpr std::string_view name_table_ending = ".txt";

// The files of a pack, by what they hold; paths are relative to the pack's folder.
struct PackFiles {
  std::vector<RuleFile> rules;
  std::vector<RuleFile> editions;
  std::vector<RuleFile> lexicon;
  std::vector<RuleFile> names;
  std::vector<RuleFile> presets;

  [[nodiscard]] std::vector<RuleFile> forms() const {
    std::vector<RuleFile> files = editions;
    files.insert(files.end(), lexicon.begin(), lexicon.end());
    return files;
  }

  void add(RuleFile file) {
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
    files.add({std::string(file.path), std::string(file.text), "", std::string(file.prepared)});
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
    Result<std::string> text = read_file(path, SourceText::default_max_bytes);
    if (!text.ok()) return text.failure();
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
std::shared_ptr<const NameTables> name_tables(const std::vector<RuleFile>& files) {
  auto tables = std::make_shared<NameTables>();
  for (const RuleFile& file : files) {
    const std::size_t size = file.path.size() - names_folder.size() - name_table_ending.size();
    tables->add(file.path.substr(names_folder.size(), size), file.text, "rules/" + file.path);
  }
  return tables;
}

// The rules of `files`; those that cannot be loaded go to `broken` and the others stand.
Result<RulePack> load_rules(const std::vector<RuleFile>& files, const std::shared_ptr<const NameTables>& names,
                            PatternCompile patterns, std::vector<RuleFailure>& broken) {
  Result<RulePack> all = RulePack::load(files, names, patterns);
  if (all.ok()) return all;
  std::vector<RuleFile> sound;
  for (const RuleFile& file : files) {
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

// The pack of the whole country calls its forms by their paths.
std::string name_of_form(const RuleFile& file) { return file.shown.empty() ? file.path : file.shown; }

Result<TomlTable> root_of(const RuleFile& file) {
  std::optional<TomlTable> ready;
  if (!file.prepared.empty()) ready = unpack_toml(file.prepared);
  return ready ? Result<TomlTable>(std::move(*ready)) : parse_toml(file.text, name_of_form(file));
}

std::optional<Failure> add_editions(std::vector<EditionFile>& editions, const std::vector<RuleFile>& files) {
  for (const RuleFile& file : files) {
    if (is_lexicon(file.path)) continue;
    Result<TomlTable> root = root_of(file);
    if (!root) return root.failure();
    editions.push_back({name_of_form(file), std::move(*root)});
  }
  return std::nullopt;
}

Result<Lexicon> read_lexicons(const std::vector<RuleFile>& files, Lexicon lexicon, PatternCompile when) {
  for (const RuleFile& file : files) {
    if (!is_lexicon(file.path)) continue;
    const Result<TomlTable> root = root_of(file);
    if (!root) return root.failure();
    Result<Lexicon> read = read_lexicon(*root, name_of_form(file), std::move(lexicon), when);
    if (!read.ok()) return read;
    lexicon = std::move(*read);
  }
  return lexicon;
}

Result<Forms> read_form_files(const std::vector<RuleFile>& files, PatternCompile when) {
  Forms forms;
  Result<Lexicon> lexicon = read_lexicons(files, {}, when);
  if (!lexicon.ok()) return lexicon.failure();
  forms.lexicon = std::move(*lexicon);
  std::vector<EditionFile> edition_files;
  if (const std::optional<Failure> failure = add_editions(edition_files, files)) return *failure;
  Result<std::vector<Edition>> editions = read_editions(std::move(edition_files));
  if (!editions.ok()) return editions.failure();
  forms.editions = std::move(*editions);
  return forms;
}

}  // namespace

struct Pack::Loaded {
  explicit Loaded(Forms read) : forms(std::move(read)), reader(forms) {}
  Forms forms;
  ReportReader reader;
};

// The forms of the base, and what `form_files_` add to them.
Result<Forms> Pack::forms_on_base() const {
  if (const std::optional<Failure> failure = base_->read_forms()) return *failure;
  Forms forms = base_->forms();
  Result<Lexicon> lexicon = read_lexicons(form_files_, std::move(forms.lexicon), PatternCompile::now);
  if (!lexicon.ok()) return lexicon.failure();
  forms.lexicon = std::move(*lexicon);
  std::vector<EditionFile> edition_files;
  if (const std::optional<Failure> failure = add_editions(edition_files, base_->form_files_)) return *failure;
  const std::size_t of_base = edition_files.size();
  if (const std::optional<Failure> failure = add_editions(edition_files, form_files_)) return *failure;
  if (edition_files.size() > of_base) {
    Result<std::vector<Edition>> editions = read_editions(std::move(edition_files));
    if (!editions.ok()) return editions.failure();
    forms.editions = std::move(*editions);
  }
  return forms;
}

std::optional<Failure> Pack::read_forms() const {
  std::call_once(once_, [&] {
    if (base_ != nullptr && form_files_.empty()) {
      failure_ = base_->read_forms();
      loaded_ = base_->loaded_;
      return;
    }
    Result<Forms> forms = base_ == nullptr ? read_form_files(form_files_, when_) : forms_on_base();
    if (forms.ok()) {
      loaded_ = std::make_shared<const Loaded>(std::move(*forms));
    } else {
      failure_ = forms.failure();
    }
  });
  return failure_;
}

void Pack::read_forms_ahead() {
  try {
    ahead_ = std::async(std::launch::async, [this] { static_cast<void>(read_forms()); });
  } catch (const std::system_error&) {
    // No thread to be had.
  }
}

std::optional<Failure> Pack::read_own_forms() const { return form_files_.empty() ? std::nullopt : read_forms(); }

const Pack::Loaded& Pack::loaded() const {
  if (const std::optional<Failure> failure = read_forms()) throw std::logic_error(to_string(*failure, Language::en));
  return *loaded_;
}

const Forms& Pack::forms() const { return loaded().forms; }
const ReportReader& Pack::reader() const { return loaded().reader; }

Result<std::shared_ptr<const Pack>> load_pack(const std::optional<std::string>& rules_dir, FormsUse forms) {
  PackFiles files = embedded_pack();
  const std::string folder = rules_dir.value_or("");
  // The binary's own lexicon and rules are tested to be sound, so their patterns may wait; a user's are checked at
  // once.
  PatternCompile when = PatternCompile::deferred;
  if (rules_dir) {
    Result<PackFiles> own = read_folder(*rules_dir);
    if (!own.ok()) return own.failure();
    if (own->editions.empty()) own->editions = std::move(files.editions);
    own->names.insert(own->names.end(), files.names.begin(),
                      files.names.end());  // where two have one name, the first stands
    if (own->lexicon.empty()) {
      own->lexicon = std::move(files.lexicon);
    } else {
      when = PatternCompile::now;
    }
    files = std::move(*own);
  }
  auto pack = std::make_shared<Pack>(files.forms(), when);
  if (rules_dir) {
    if (const std::optional<Failure> failure = pack->read_forms()) return in_folder(folder, *failure);
  } else if (forms == FormsUse::surely) {
    pack->read_forms_ahead();
  }
  const std::shared_ptr<const NameTables> names = name_tables(files.names);
  if (rules_dir) {
    if (const std::optional<Failure> failure = names->check()) return in_folder(folder, *failure);
  }
  Result<RulePack> rules =
      load_rules(files.rules, names, rules_dir ? PatternCompile::now : PatternCompile::deferred, pack->broken);
  if (!rules.ok()) return in_folder(folder, rules.failure());
  pack->presets = std::move(files.presets);
  for (RuleFailure& broken : pack->broken) broken.failure = in_folder(folder, broken.failure);
  pack->rules = std::make_shared<const RulePack>(std::move(*rules));
  return std::shared_ptr<const Pack>(std::move(pack));
}

Result<std::shared_ptr<const Pack>> load_pack_at(const PackPlace& place, const std::vector<RuleFile>& rules) {
  PackFiles files = embedded_pack();
  PackFiles own;
  for (const fs::path& path : data_files_of(place)) {
    Result<std::string> text = read_file(path, SourceText::default_max_bytes);
    if (!text.ok()) return text.failure();
    own.add({path.lexically_relative(place.folder).generic_string(), std::move(*text)});
  }
  const bool is_plugin = !place.plugin.empty();
  // A plugin's forms lie over the binary's or stand beside them.
  if (!is_plugin && !own.editions.empty()) files.editions.clear();
  files.editions.insert(files.editions.end(), own.editions.begin(), own.editions.end());
  if (!is_plugin && !own.lexicon.empty()) files.lexicon.clear();
  files.lexicon.insert(files.lexicon.end(), own.lexicon.begin(), own.lexicon.end());
  const bool own_names = !own.names.empty();
  own.names.insert(own.names.end(), files.names.begin(), files.names.end());  // of two with one name, the first stands

  const PatternCompile when = own.lexicon.empty() ? PatternCompile::deferred : PatternCompile::now;
  auto pack = std::make_shared<Pack>(files.forms(), when);
  if (const std::optional<Failure> failure = pack->read_forms()) return place.as_printed(*failure);
  const std::shared_ptr<const NameTables> names = name_tables(own.names);
  if (own_names) {
    if (const std::optional<Failure> failure = names->check()) return place.as_printed(*failure);
  }
  Result<RulePack> loaded = load_rules(rules, names, PatternCompile::now, pack->broken);
  if (!loaded.ok()) return place.as_printed(loaded.failure());
  for (RuleFailure& broken : pack->broken) broken.failure = place.as_printed(broken.failure);
  pack->rules = std::make_shared<const RulePack>(std::move(*loaded));
  pack->presets = std::move(own.presets);
  return std::shared_ptr<const Pack>(std::move(pack));
}

}  // namespace gialint
