#include "engine/lsp/workspace.hpp"

#include <algorithm>
#include <iterator>
#include <system_error>

#include "engine/files/shown_path.hpp"
#include "engine/lsp/uri_path.hpp"
#include "engine/packs/own_rules.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view own_files[] = {"gialint.toml", ".gialint.toml", "gialint.lock", baseline_name};

// The report that warm_up() lints: what the form itself prints, so that every stage and every rule has work.
std::string made_up_report(const Edition& edition) {
  std::string text = edition.title_core + "\n";
  for (const FormSection& section : edition.sections) {
    text += "\n" + section.heading() + "\n";
    for (const FormTable& table : edition.tables) {
      if (table.section != section.id) continue;
      text += table.caption + "\n" + table.label_column;
      for (const FormColumn& column : table.columns) text += "\t" + column.label;
      for (const FormRow& row : table.rows) {
        text += "\n" + row.label;
        for (std::size_t i = 0; i < table.columns.size(); ++i) text += "\t1";
      }
      text += "\n";
    }
  }
  return text;
}

}  // namespace

const RuleInfo* Analysis::rule(std::string_view id) const {
  if (const Rule* found = pack ? pack->rules->find(id) : nullptr) return &found->info;
  const std::vector<RuleInfo>& own = engine_rules();
  const auto found = std::find_if(own.begin(), own.end(), [&](const RuleInfo& info) { return info.id == id; });
  return found == own.end() ? nullptr : &*found;
}

Workspace::Workspace(WorkspaceOptions options) : options_(std::move(options)) {
  std::error_code error;
  root_ = fs::current_path(error);
  reload();
}

void Workspace::reload() {
  baselines_.clear();
  settings_ = std::make_unique<Settings>(options_.pack, options_.selection, options_.choice);
  // Linters of plugins that are not loaded any more would keep them.
  linters_.clear();
}

bool Workspace::is_configuration(std::string_view uri) {
  const std::optional<fs::path> path = path_of_uri(uri);
  return path &&
         std::find(std::begin(own_files), std::end(own_files), path->filename().native()) != std::end(own_files);
}

std::vector<std::string> Workspace::configuration_patterns() {
  std::vector<std::string> patterns;
  for (const std::string_view name : own_files) patterns.push_back("**/" + std::string(name));
  return patterns;
}

Linter& Workspace::linter_for(const std::shared_ptr<const Pack>& pack, Language language) {
  std::unique_ptr<Linter>& linter = linters_[{pack, language}];
  if (linter == nullptr) linter = std::make_unique<Linter>(pack, language, options_.limits);
  return *linter;
}

Analysis Workspace::analyse(std::string_view uri, const std::string& text) {
  Analysis analysis;
  if (is_configuration(uri)) return analysis;
  const std::optional<fs::path> path = path_of_uri(uri);
  std::error_code error;
  fs::path file = path ? fs::weakly_canonical(*path, error) : root_ / std::string(name_of_uri(uri));
  if (error) file = path->lexically_normal();

  const FolderSettings& folder = settings_->in_folder(file.parent_path());
  analysis.pack = folder.pack;
  analysis.language = options_.language.value_or(Language::zh);
  if (!folder.config.ok()) {
    analysis.faults.push_back(folder.config.failure());
    return analysis;
  }
  if (!options_.language) analysis.language = folder.config->language.value_or(Language::zh);
  if (path && !folder.exclude.empty() && folder.exclude.matches(path_within(folder.folder, file), false))
    return analysis;

  if (path && !options_.choice.isolated) {
    analysis.configuration = folder.config->file.empty() ? file.parent_path() / own_files[0]
                                                         : folder.folder / folder.config->file.filename();
    analysis.name_in_configuration = path_within(analysis.configuration.parent_path(), file);
  }

  // Blank texts are no failure: they are reports that nobody has begun yet.
  if (std::string_view(text).find_first_not_of(" \t\r\n") == std::string_view::npos) return analysis;
  Result<SourceText> source = SourceText::from_bytes(path ? shown_path(file) : file.filename().string(), text,
                                                     Encoding::utf8, SourceText::default_max_bytes);
  if (!source.ok()) {
    analysis.faults.push_back(source.failure());
    return analysis;
  }
  if (source->has_bom()) analysis.shift = static_cast<std::uint32_t>(text.size() - source->text().size());

  LintOptions options;
  options.rules = *settings_->rules_for(file);
  options.named = false;  // editors hand over whatever is opened
  options.details.report = true;
  analysis.result =
      linter_for(folder.pack, analysis.language).lint(std::make_shared<const SourceText>(std::move(*source)), options);
  for (const RuleFailure& failure : analysis.result.rule_failures) analysis.faults.push_back(failure.failure);
  if (options_.suppress) {
    folder.suppressions.apply(analysis.result, file, options.rules,
                              options_.today ? std::optional(options_.today()) : std::nullopt);
  }
  if (path) set_baseline_apart(analysis.result, file, options.rules, analysis);
  return analysis;
}

const Result<Baseline>& Workspace::baseline_at(const fs::path& file) {
  const auto known = baselines_.find(file);
  if (known != baselines_.end()) return known->second;
  return baselines_.emplace(file, read_baseline(file)).first->second;
}

// Only what the baseline knows of this very path: whether a report was moved here from elsewhere shows at the end of a
// run over all files.
void Workspace::set_baseline_apart(FileResult& result, const fs::path& file, const RuleSettings& rules,
                                   Analysis& analysis) {
  if (!options_.use_baseline) return;
  const std::optional<fs::path> place = options_.baseline ? options_.baseline : find_baseline(file.parent_path());
  if (!place) return;
  const Result<Baseline>& baseline = baseline_at(*place);
  if (!baseline.ok()) {
    analysis.faults.push_back(baseline.failure());
    return;
  }
  const fs::path folder = full_path(*place).parent_path();
  const auto known = baseline->files.find(path_in_baseline(folder, file));
  if (known == baseline->files.end()) return;
  Baseline of_file;
  of_file.files.insert(*known);
  BaselineMatcher(std::move(of_file), folder).apply(result, file, rules);
}

void Workspace::warm_up() {
  const FolderSettings& folder = settings_->in_folder(root_);
  const Language language =
      options_.language.value_or(folder.config.ok() ? folder.config->language.value_or(Language::zh) : Language::zh);
  LintOptions options;
  if (folder.config.ok()) options.rules = *settings_->rules_for(root_ / "report.txt");
  for (const Edition& edition : folder.pack->forms().editions) {
    Result<SourceText> source = SourceText::from_bytes("report.txt", made_up_report(edition), Encoding::utf8);
    if (source.ok())
      linter_for(folder.pack, language).lint(std::make_shared<const SourceText>(std::move(*source)), options);
  }
}

}  // namespace gialint
