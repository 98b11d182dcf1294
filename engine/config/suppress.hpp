#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/diagnostics/file_result.hpp"
#include "engine/files/glob.hpp"
#include "engine/rule_host/rule_pack.hpp"
#include "engine/rule_host/rule_runner.hpp"
#include "engine/text/result.hpp"
#include "engine/text/source_text.hpp"
#include "engine/text/span.hpp"
#include "engine/toml/document.hpp"

namespace gialint {

class TomlFaults;

/// One `[[suppress]]` of gialint.toml: diagnostics that are looked at and left as they are. Reports are official texts,
/// which nobody marks up, so what is said of them stands here.
struct SuppressEntry {
  std::string rule;        ///< its id, or one it had
  bool rule_known = true;  ///< false: no rule of the pack bears it, which is told, and shared configurations still work
  std::string file;        ///< gitignore-style pattern, relative to the configuration's folder
  std::string place;       ///< model path, with all below it; empty: anywhere in the file
  std::string fingerprint;                   ///< of one diagnostic; empty: any
  std::string reason;                        ///< never blank
  std::optional<TomlDate> until;             ///< the last day on which it holds
  std::filesystem::path config;              ///< the file that it stands in
  FilePlace where;                           ///< of the entry there
  std::shared_ptr<const SourceText> source;  ///< of that file; null when it cannot be shown as text
  Span span;                                 ///< the line of the entry there, from the entry on
};

/// Reads one entry of the file `config`, whose text is `source`; what is wrong with it goes into `faults`.
SuppressEntry read_suppress(const TomlTable& table, const RulePack& rules, TomlFaults& faults,
                            const std::filesystem::path& config, std::shared_ptr<const SourceText> source);

/// What the entries of one configuration came to for one file; numbers of entries, ascending.
struct SuppressionUse {
  std::vector<std::size_t> meant;    ///< those whose file pattern fits
  std::vector<std::size_t> checked;  ///< of these, those whose rule was on
  std::vector<std::size_t> used;     ///< of these, those that held something back
};

/// The entries of one configuration, ready for use. May be used from several threads.
class Suppressions {
 public:
  Suppressions() = default;
  /// `folder`: the configuration's, absolute.
  Suppressions(std::vector<SuppressEntry> entries, const std::filesystem::path& folder);

  /// Moves what the entries name from FileResult::diagnostics to FileResult::suppressed. `file` is absolute, `rules`
  /// are those on for it. An entry whose last day lies before `today` holds nothing back; without `today` none ever
  /// ends.
  SuppressionUse apply(FileResult& result, const std::filesystem::path& file, const RuleSettings& rules,
                       const std::optional<TomlDate>& today) const;

  [[nodiscard]] const std::vector<SuppressEntry>& entries() const { return entries_; }
  [[nodiscard]] bool empty() const { return entries_.empty(); }

 private:
  std::vector<SuppressEntry> entries_;
  std::vector<GlobSet> files_;
  std::filesystem::path folder_;
};

/// Watches over a run which entries of one configuration were of use.
class SuppressionWatch {
 public:
  explicit SuppressionWatch(const Suppressions& suppressions);

  void add(const SuppressionUse& use);

  /// What there is to say of the entries at the end of a run, by the file that they stand in. `whole`: the run went
  /// through all of the configuration's folder, so that an entry that met nothing is of no use; else one that names a
  /// single file has to have met it. `language` is that of the messages.
  [[nodiscard]] std::vector<FileResult> report(bool whole, const std::optional<TomlDate>& today,
                                               const RuleSettings& rules, Language language) const;

 private:
  struct Tally {
    bool meant = false;
    bool checked = false;
    bool used = false;
  };
  const Suppressions* suppressions_;
  std::vector<Tally> tallies_;
};

}  // namespace gialint
