#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cases/case_check.hpp"
#include "engine/cases/rule_case.hpp"
#include "engine/packs/pack_location.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// A `.test` file and the rule that it is about. Paths are as printed.
struct TestFile {
  std::filesystem::path file;  ///< "rules/totals/balance.test"
  std::filesystem::path rule;  ///< "rules/totals/balance.lua"
  std::string id;
  PackLocation place;
};

struct FoundTests {
  std::vector<TestFile> files;                  ///< by path, each once
  std::vector<std::filesystem::path> untested;  ///< rules met in a folder that have no `.test` beside them
  std::vector<Failure> failures;                ///< of paths that cannot be tested
};

/// The tests at `paths`: a `.test` file, a rule file with a `.test` beside it, or a folder, all the way down but for
/// what is hidden or left out by .gitignore. With `rules_dir` that folder is the pack, and all of them lie in it.
FoundTests find_tests(const std::vector<std::string>& paths, const std::optional<std::string>& rules_dir);

enum class CaseStatus {
  passed,
  failed,
  to_do,        ///< marked so, and it fails
  to_do_passes  ///< marked so, and it passes: the mark must go
};

struct CaseResult {
  std::string title;
  std::uint32_t line = 0;
  bool todo = false;
  CaseOutcome outcome;

  [[nodiscard]] CaseStatus status() const;
};

/// A message that no case makes its rule say.
struct UnreachedMessage {
  FilePlace where;  ///< in the rule's file
  std::string id;
};

/// What one `.test` file came to.
struct TestFileResult {
  TestFile file;
  std::vector<Failure> failures;            ///< of the rule or of the file: what keeps its cases from being run
  std::vector<CaseResult> cases;            ///< those that the filter takes
  std::vector<UnreachedMessage> unreached;  ///< in the order of their ids
  std::optional<std::string> updated;       ///< the whole file with its expectations written anew, when that changes it
};

struct TestOptions {
  std::string filter;  ///< in the title of a case or the id of its rule; empty: all
  unsigned jobs = 1;
  bool coverage = false;  ///< fill TestFileResult::unreached, for files whose cases all ran
  bool update = false;    ///< fill TestFileResult::updated
};

/// Takes the results in the order of the files; false ends the run.
using TestSink = std::function<bool(TestFileResult)>;

/// Runs the cases of `files`. No rule is loaded but those that they are about.
void run_tests(const std::vector<TestFile>& files, const TestOptions& options, const TestSink& sink);

}  // namespace gialint
