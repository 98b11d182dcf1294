#pragma once

#include <memory>
#include <optional>

#include "engine/diagnostics/file_result.hpp"
#include "engine/packs/pack.hpp"
#include "engine/report/digest.hpp"
#include "engine/report/report.hpp"
#include "engine/rule_host/rule_runner.hpp"

namespace gialint {

/// How one file is to be linted: what the configuration, overrides and options come to for it.
struct LintOptions {
  RuleSettings rules;
  bool named = true;      ///< named by the user, not met in a folder: decides how input/not-a-report is taken
  FileDetails details;    ///< what the result holds besides the diagnostics; LintContext asks for a digest
  bool fragment = false;  ///< the text may be a part of a report (tests): never input/not-a-report
};

/// What else a file is linted with, and what else is taken from it.
struct LintContext {
  const Report* previous = nullptr;  ///< the report for the year before; another body's or year's is told, not compared
  const Report* same = nullptr;      ///< another file's report of the same body for the same year: it is told
  const OrganAliases* aliases = nullptr;          ///< which bodies are one; null: none are
  std::optional<ReportDigest>* digest = nullptr;  ///< where the report's digest goes, if it is a report
  FileTiming* timing = nullptr;                   ///< is told what each stage and rule takes
};

/// lint(source, configuration) → diagnostics. One per thread: it holds that thread's Lua state.
class Linter {
 public:
  Linter(std::shared_ptr<const Pack> pack, Language language, RuleLimits limits = {});

  /// Lints what was opened. Never fails: trouble with a rule is in FileResult::rule_failures.
  FileResult lint(const DocumentSource& source, const LintOptions& options, const LintContext& context = {});

  /// The same of a text, whose format is detected.
  FileResult lint(std::shared_ptr<const SourceText> text, const LintOptions& options, const LintContext& context = {});

 private:
  std::shared_ptr<const Pack> pack_;
  Language language_;
  RuleRunner runner_;
};

}  // namespace gialint
