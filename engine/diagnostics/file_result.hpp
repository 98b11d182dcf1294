#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/diagnostics/rule_info.hpp"
#include "engine/text/result.hpp"
#include "engine/text/source_text.hpp"

namespace gialint {

/// A rule that failed or exceeded its budget on one file: our fault, never the report's.
struct RuleFailure {
  std::string rule;  ///< "totals/balance"
  Failure failure;   ///< where in the rule's file; what: the error or the limit
};

/// Why a diagnostic does not count: a [[suppress]] entry of the configuration.
struct Suppression {
  std::string reason;
  FilePlace where;  ///< of the entry in the configuration
};

struct SuppressedDiagnostic {
  Diagnostic diagnostic;
  Suppression suppression;
};

/// How a rule that is on for a file fared.
struct RuleUse {
  std::string rule;
  bool applicable = true;  ///< false: what it requires is missing, so it was not run
};

/// What a run's output needs of each file besides the diagnostics. Each costs time or memory, so none is the default.
struct FileDetails {
  bool rules = false;   ///< FileResult::rules
  bool digest = false;  ///< FileResult::sha256
  bool report = false;  ///< FileResult::report
};

struct Report;

/// The result of linting one file: all that a reporter needs to know of it.
struct FileResult {
  std::string path;                              ///< as printed: as the user gave it, without a leading "./"
  std::shared_ptr<const SourceText> source;      ///< null when the file could not be read
  std::optional<Failure> unreadable;             ///< then nothing else is set
  std::vector<Diagnostic> diagnostics;           ///< those that count, in reading order
  std::vector<SuppressedDiagnostic> suppressed;  ///< in reading order
  std::vector<Diagnostic> in_baseline;           ///< those that the baseline holds, in reading order
  std::vector<RuleFailure> rule_failures;        ///< in the order of the rules' ids
  std::string organ;                             ///< whose report it is, as its title says; may be empty
  std::optional<int> year;                       ///< that the report is for
  bool is_report = false;                        ///< an annual report of a supported year; else it was not checked
  /// Of a report whose last year's was looked for: the path of that, as printed; "" when the run holds none or another
  /// than the one that was named.
  std::optional<std::string> previous;
  std::vector<RuleUse> rules;            ///< those that are on, by id; only when asked for
  std::string sha256;                    ///< of the file's bytes, hexadecimal; only when asked for
  std::shared_ptr<const Report> report;  ///< null unless asked for
  /// Holds what is said at the end of the run, by rules about all files or of a configuration. The path may have come
  /// before.
  bool at_end_of_run = false;
};

/// What stands at the head of a run's output.
struct RunInfo {
  std::string version;  ///< of gialint: "0.1.0"
  Language language = Language::zh;
  ColumnUnit column_unit = ColumnUnit::code_point;  ///< for formats that leave the choice to the user
  std::vector<RuleInfo> rules;                      ///< the rules in force, by id, and the engine's own
  bool has_baseline = false;  ///< FileResult::in_baseline is what it holds, and `diagnostics` what is new
};

/// What stands at its end.
struct RunSummary {
  std::uint64_t files = 0;  ///< looked at, unreadable ones included
  std::uint64_t unreadable = 0;
  std::uint64_t errors = 0;
  std::uint64_t warnings = 0;
  std::uint64_t infos = 0;
  std::uint64_t suppressed = 0;  ///< by [[suppress]]; not among the counts above
  std::uint64_t known = 0;       ///< of the baseline; not among them either
  std::uint64_t rule_failures = 0;
  std::map<std::string, std::uint64_t> by_rule;
  int exit_status = 0;
};

}  // namespace gialint
