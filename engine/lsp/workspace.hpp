#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/config/settings.hpp"
#include "engine/diagnostics/file_result.hpp"
#include "engine/lint/lint.hpp"
#include "engine/run/baseline.hpp"

namespace gialint {

/// How texts are linted, as the command line says it. What a configuration says stands in the files that it finds.
struct WorkspaceOptions {
  std::shared_ptr<const Pack> pack;  ///< without plugins
  Selection selection;
  ConfigChoice choice;
  std::optional<Language> language;               ///< else the configuration's
  std::optional<std::filesystem::path> baseline;  ///< else the nearest of each file
  bool use_baseline = true;
  bool suppress = true;             ///< whether `[[suppress]]` holds anything back
  std::function<TomlDate()> today;  ///< decides which suppressions are over; without it none is
  RuleLimits limits;
};

/// What linting one text came to.
struct Analysis {
  FileResult result;                 ///< with its Report; without a source there is nothing to say of the text
  std::shared_ptr<const Pack> pack;  ///< whose rules were run
  Language language = Language::zh;
  std::filesystem::path configuration;  ///< the gialint.toml that holds, or would if it were there; empty: none can
  std::string name_in_configuration;    ///< of the file, as patterns there see it; empty for what is no file
  std::uint32_t shift = 0;      ///< the text of `result` starts at this byte of the editor's: behind a byte order mark
  std::vector<Failure> faults;  ///< what keeps gialint from doing its work

  /// A span of the result's text in the editor's.
  [[nodiscard]] Span in_document(Span span) const { return {span.begin + shift, span.end + shift}; }
  /// All that is said of a rule; null for one that there is not.
  [[nodiscard]] const RuleInfo* rule(std::string_view id) const;
};

/// Lints texts as `gialint FILE` would, were they saved. For one thread.
class Workspace {
 public:
  explicit Workspace(WorkspaceOptions options);

  /// The folder whose configuration holds for texts that are no files.
  void set_root(std::filesystem::path folder) { root_ = std::move(folder); }

  /// What is said of no text in particular is said in it.
  [[nodiscard]] Language language() const { return options_.language.value_or(Language::zh); }

  /// The text `text`, UTF-8, that the editor calls `uri`. Empty texts, files that the configuration excludes and those
  /// that are gialint's own have no result, and neither has what the faults speak of.
  Analysis analyse(std::string_view uri, const std::string& text);

  /// Whether the file that `uri` names says what is linted how: gialint.toml, gialint.lock, a baseline.
  static bool is_configuration(std::string_view uri);
  /// The same as patterns for an editor that watches files.
  static std::vector<std::string> configuration_patterns();

  /// Forgets what was read of configurations, plugins and baselines.
  void reload();

  /// Reads rules and forms and lints a report that is made up, so that the first text takes no longer than others.
  void warm_up();

 private:
  Linter& linter_for(const std::shared_ptr<const Pack>& pack, Language language);
  void set_baseline_apart(FileResult& result, const std::filesystem::path& file, const RuleSettings& rules,
                          Analysis& analysis);
  const Result<Baseline>& baseline_at(const std::filesystem::path& file);

  WorkspaceOptions options_;
  std::filesystem::path root_;
  std::unique_ptr<Settings> settings_;
  std::map<std::pair<std::shared_ptr<const Pack>, Language>, std::unique_ptr<Linter>> linters_;
  std::map<std::filesystem::path, Result<Baseline>> baselines_;
};

}  // namespace gialint
