#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>

#include "engine/cli/commands.hpp"
#include "engine/cli/messages.hpp"
#include "engine/cli/rule_page.hpp"
#include "engine/runner/read_file.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

// Pages by their path below the folder of the pack.
using Pages = std::map<std::string, std::string>;

Result<Pages> make_pages(const fs::path& folder, const std::shared_ptr<const Pack>& pack, Language language) {
  std::vector<Preset> presets;
  for (const std::string& name : preset_names(*pack)) {
    Result<Preset> preset = find_preset(*pack, name, name);
    if (!preset.ok()) return preset.failure();
    presets.push_back(*std::move(preset));
  }
  Pages pages;
  CaseRunner runner(pack, Language::zh);
  for (const Rule& rule : pack->rules->rules()) {
    const fs::path file = folder / (rule.info.id + ".test");
    std::vector<RuleCase> cases;
    std::error_code error;
    if (fs::exists(file, error)) {
      const Result<std::string> text = read_file(file, SourceText::default_max_bytes, language);
      if (!text.ok()) return text.failure();
      Result<std::vector<RuleCase>> read = read_rule_cases(*text, file.string());
      if (!read.ok()) return read.failure();
      cases = *std::move(read);
    }
    pages[rule.info.id + ".md"] = rule_page(rule, cases, presets, *pack->rules, runner);
  }
  pages["README.md"] = overview_page(*pack->rules, presets);
  return pages;
}

// Pages that an earlier run wrote and no rule has any more.
std::vector<std::string> left_over(const fs::path& folder, const Pages& pages, Language language) {
  std::vector<std::string> found;
  std::error_code error;
  fs::recursive_directory_iterator entries(folder, error);
  for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
    const std::string path = entries->path().lexically_relative(folder).generic_string();
    if (entries->path().extension() != ".md" || pages.count(path) != 0) continue;
    const Result<std::string> text = read_file(entries->path(), SourceText::default_max_bytes, language);
    if (text.ok() && text->rfind(generated_mark, 0) == 0) found.push_back(path);
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool write(const fs::path& path, const std::string& text, Language language) {
  Result<Output> output = Output::to_file(path.string(), language);
  if (!output.ok()) {
    complain(output.failure());
    return false;
  }
  output->stream() << text;
  return finish(*output, language);
}

}  // namespace

Status run_docs(const Options& options) {
  const Language language = language_of(options);
  Options of_folder = options;
  of_folder.rules_dir = options.arguments.front();
  const fs::path folder = *of_folder.rules_dir;
  const Result<std::shared_ptr<const Pack>> pack = pack_for(of_folder);
  if (!pack.ok()) {
    complain(pack.failure());
    return Status::failed;
  }
  if (!(*pack)->broken.empty()) return Status::failed;
  const Result<Pages> pages = make_pages(folder, *pack, language);
  if (!pages.ok()) {
    complain(pages.failure());
    return Status::failed;
  }
  std::string stale;
  for (const auto& [path, text] : *pages) {
    const fs::path file = folder / path;
    const Result<std::string> old = read_file(file, SourceText::default_max_bytes, language);
    if (old.ok() && *old == text) continue;
    stale += file.generic_string() + "\n";
    if (!options.check && !write(file, text, language)) return Status::failed;
  }
  for (const std::string& path : left_over(folder, *pages, language)) {
    const fs::path file = folder / path;
    stale += file.generic_string() + "\n";
    std::error_code error;
    if (!options.check && !fs::remove(file, error)) {
      complain(say(Text::cannot_write, language, {file.string()}));
      return Status::failed;
    }
  }
  const Status printed = print(stale, language);
  return std::max(printed, options.check && !stale.empty() ? Status::diagnostics : Status::clean);
}

}  // namespace gialint
