#pragma once

#include <compare>
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/file_result.hpp"
#include "engine/rule_host/rule_runner.hpp"
#include "engine/text/result.hpp"

namespace gialint {

inline constexpr std::string_view baseline_name = "gialint-baseline.json";

/// One diagnostic that a run before knew: by what it says of which place, never by line or number (fingerprint.hpp).
struct KnownDiagnostic {
  std::string rule;
  std::string place;        ///< for people who read the file
  std::string fingerprint;  ///< what it is known by
  friend auto operator<=>(const KnownDiagnostic&, const KnownDiagnostic&) = default;
};

/// What a run before knew of one report. Organ and year identify a report that was moved.
struct KnownFile {
  std::string path;  ///< relative to the baseline's folder, with slashes; absolute when it lies elsewhere
  std::string organ;
  std::optional<int> year;
  std::vector<KnownDiagnostic> diagnostics;  ///< in the order of rule, place, fingerprint
  friend bool operator==(const KnownFile&, const KnownFile&) = default;
};

/// The diagnostics that a project has decided to live with for now, so that only new ones count.
struct Baseline {
  std::string reason;                      ///< why; never blank
  std::map<std::string, KnownFile> files;  ///< by path; none without diagnostics
  friend bool operator==(const Baseline&, const Baseline&) = default;
};

/// Reads what to_json() wrote. Fails with the file's name, also over a version that is not known.
Result<Baseline> parse_baseline(std::string_view json, const std::string& file_name);
Result<Baseline> read_baseline(const std::filesystem::path& file);

/// A diagnostic a line, sorted, so that changes of it read well in version control.
std::string to_json(const Baseline& baseline);

/// The nearest gialint-baseline.json, looked for as find_config() looks for a configuration.
std::optional<std::filesystem::path> find_baseline(const std::filesystem::path& file_or_folder);

/// `file` (absolute) as a baseline in `folder` calls it.
std::string path_in_baseline(const std::filesystem::path& folder, const std::filesystem::path& file);

/// Holds the results of a run against a baseline. Takes the files in order, one at a time.
///
/// A file finds what is known of it under its path. One that the baseline does not have takes over what was known of a
/// report that is not there any more: of the same organ and year, else one of the same file name.
class BaselineMatcher {
 public:
  /// `folder` is the baseline's, absolute.
  BaselineMatcher(Baseline baseline, std::filesystem::path folder);

  /// Moves what is known from FileResult::diagnostics to FileResult::in_baseline: each entry holds back one diagnostic.
  /// `file` is absolute; entries of rules that are not among `rules` are left as they are.
  void apply(FileResult& result, const std::filesystem::path& file, const RuleSettings& rules);

  /// Makes what is left in FileResult::diagnostics, after apply(), known from now on.
  void absorb(const FileResult& result, const std::filesystem::path& file);

  /// How many entries have nothing left to hold back: of the files that were seen, and of those that are gone and that
  /// no other file took over.
  [[nodiscard]] std::size_t stale() const;

  /// The baseline without those entries, with what was absorbed, and with moved files under their new paths.
  [[nodiscard]] Baseline pruned() const;

 private:
  struct Entry {
    KnownDiagnostic known;
    bool open = true;      ///< holds nothing back so far
    bool checked = false;  ///< its rule ran
  };
  struct File {
    KnownFile identity;  ///< without diagnostics
    std::vector<Entry> entries;
    bool seen = false;
  };
  File* file_for(const FileResult& result, const std::string& path);
  [[nodiscard]] bool is_gone(const std::string& path) const;
  [[nodiscard]] bool is_stale(const File& file, const Entry& entry) const;

  std::string reason_;
  std::filesystem::path folder_;
  std::map<std::string, File> files_;  ///< by path, of a file that was moved the new one
};

}  // namespace gialint
