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

/// A rule that failed or ran over its budget on one file: the tool's trouble, never the report's.
struct RuleFailure {
  std::string rule;  ///< "totals/balance"
  Failure failure;   ///< where: "rules/totals/balance.lua:12"; what: the error or the limit
};

/// What linting one file gave. A reporter needs nothing else about it.
struct FileResult {
  std::string path;                          ///< as printed: as the user gave it, without a leading "./"
  std::shared_ptr<const SourceText> source;  ///< null when the file could not be read
  std::optional<Failure> unreadable;         ///< then nothing else is set
  std::vector<Diagnostic> diagnostics;       ///< in reading order
  std::vector<RuleFailure> rule_failures;    ///< in the order of the rules' ids
  /// What rules about all files of the run say of this one, at the end of the run: the file itself came before.
  bool of_corpus = false;
};

/// What stands at the head of a run's output.
struct RunInfo {
  std::string version;  ///< of gialint: "0.1.0"
  Language language = Language::zh;
  ColumnUnit column_unit = ColumnUnit::code_point;  ///< for formats that leave the choice to the user
  std::vector<RuleInfo> rules;                      ///< the rules in force, by id, and the engine's own
};

/// What stands at its end.
struct RunSummary {
  std::uint64_t files = 0;  ///< looked at, unreadable ones included
  std::uint64_t unreadable = 0;
  std::uint64_t errors = 0;
  std::uint64_t warnings = 0;
  std::uint64_t infos = 0;
  std::uint64_t rule_failures = 0;
  std::map<std::string, std::uint64_t> by_rule;
  int exit_status = 0;
};

}  // namespace gialint
