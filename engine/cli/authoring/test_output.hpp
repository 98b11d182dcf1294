#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/cases/rule_tests.hpp"
#include "engine/cli/console/status.hpp"
#include "engine/text/language.hpp"

namespace gialint {

/// What a run of rule tests gave.
struct TestRun {
  std::vector<Failure> failures;                ///< of paths that cannot be tested
  std::vector<std::filesystem::path> untested;  ///< rules without cases; only when coverage is asked for
  std::vector<TestFileResult> results;
};

struct TestTotals {
  std::size_t files = 0;
  std::size_t cases = 0;
  std::size_t passed = 0;
  std::size_t failed = 0;  ///< those that are to do and pass, too
  std::size_t to_do = 0;
  std::size_t broken = 0;          ///< files and cases that could not be run
  std::size_t not_in_gb18030 = 0;  ///< cases whose text has no GB18030
  std::size_t unreached = 0;       ///< messages and rules without a case
};

TestTotals totals_of(const TestRun& run);

/// Cases that could not be run beat those that failed.
Status status_of(const TestTotals& totals, bool strict_coverage);

/// The run as "text", "junit" or "json".
std::string test_output(const TestRun& run, const std::string& format, Language language);

/// `FILE:LINE: error: …`, a line of its own.
std::string error_line(const Failure& failure, Language language);

/// `FILE:LINE: error: …` for a case that is not as it should be, and below it the difference; empty for one that is.
std::string case_report(const TestFile& file, const CaseResult& each, Language language);

/// "3 files, 9 cases: …", without a line end.
std::string test_summary(const TestTotals& totals, Language language);

}  // namespace gialint
