#include "engine/packs/pack_forms.hpp"

#include <cassert>
#include <string>
#include <system_error>
#include <utility>

#include "engine/toml/document.hpp"
#include "engine/toml/packed.hpp"

namespace gialint {
namespace {

// The pack of the whole country calls its forms by their paths.
std::string name_of_form(const PackFile& file) { return file.display_name.empty() ? file.path : file.display_name; }

Result<TomlTable> root_of(const PackFile& file) {
  std::optional<TomlTable> ready;
  if (!file.compiled.empty()) ready = unpack_toml(file.compiled);
  return ready ? Result<TomlTable>(std::move(*ready)) : parse_toml(file.text, name_of_form(file));
}

std::optional<Failure> add_editions(std::vector<EditionFile>& editions, const std::vector<PackFile>& files) {
  for (const PackFile& file : files) {
    if (is_lexicon(file.path)) continue;
    Result<TomlTable> root = root_of(file);
    if (!root) return root.failure();
    editions.push_back({name_of_form(file), std::move(*root)});
  }
  return std::nullopt;
}

Result<Lexicon> read_lexicons(const std::vector<PackFile>& files, Lexicon lexicon, PatternCompile when) {
  for (const PackFile& file : files) {
    if (!is_lexicon(file.path)) continue;
    const Result<TomlTable> root = root_of(file);
    if (!root) return root.failure();
    Result<Lexicon> read = read_lexicon(*root, name_of_form(file), std::move(lexicon), when);
    if (!read.ok()) return read;
    lexicon = std::move(*read);
  }
  return lexicon;
}

}  // namespace

bool is_lexicon(std::string_view path) { return path.starts_with("lexicon/"); }

Result<Forms> PackForms::read_files() const {
  Forms forms;
  Result<Lexicon> lexicon = read_lexicons(files_, {}, when_);
  if (!lexicon.ok()) return lexicon.failure();
  forms.lexicon = std::move(*lexicon);
  std::vector<EditionFile> edition_files;
  if (const std::optional<Failure> failure = add_editions(edition_files, files_)) return *failure;
  Result<std::vector<Edition>> editions = read_editions(std::move(edition_files));
  if (!editions.ok()) return editions.failure();
  forms.editions = std::move(*editions);
  return forms;
}

Result<Forms> PackForms::read_onto_base() const {
  if (const std::optional<Failure> failure = base_->read()) return *failure;
  Forms forms = base_->forms();
  Result<Lexicon> lexicon = read_lexicons(files_, std::move(forms.lexicon), PatternCompile::now);
  if (!lexicon.ok()) return lexicon.failure();
  forms.lexicon = std::move(*lexicon);
  std::vector<EditionFile> edition_files;
  if (const std::optional<Failure> failure = add_editions(edition_files, base_->files_)) return *failure;
  const std::size_t of_base = edition_files.size();
  if (const std::optional<Failure> failure = add_editions(edition_files, files_)) return *failure;
  if (edition_files.size() > of_base) {
    Result<std::vector<Edition>> editions = read_editions(std::move(edition_files));
    if (!editions.ok()) return editions.failure();
    forms.editions = std::move(*editions);
  }
  return forms;
}

std::optional<Failure> PackForms::read() const {
  std::call_once(once_, [&] {
    Result<Forms> forms = base_ == nullptr ? read_files() : read_onto_base();
    if (forms.ok()) {
      loaded_.emplace(*std::move(forms));
    } else {
      failure_ = forms.failure();
    }
  });
  return failure_;
}

void PackForms::read_ahead() {
  try {
    ahead_ = std::async(std::launch::async, [this] { static_cast<void>(read()); });
  } catch (const std::system_error&) {
    // No thread to be had.
  }
}

const PackForms::Loaded& PackForms::loaded() const {
  [[maybe_unused]] const std::optional<Failure> failure = read();
  assert(!failure);
  return loaded_.value();
}

}  // namespace gialint
