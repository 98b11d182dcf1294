#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/cases/rule_tests.hpp"
#include "tests/plugins/loaded_plugins.hpp"

namespace gialint::test {
namespace {

TEST_CASE("every rule of a plugin says what its cases expect", "[plugins]") {
  const FoundTests found = find_tests({plugins_folder().string()}, std::nullopt);
  for (const Failure& failure : found.failures) FAIL_CHECK(to_string(failure, Language::zh));
  CHECK(found.untested.empty());
  CHECK_FALSE(found.files.empty());
  run_tests(found.files, {}, [](const TestFileResult& result) {
    INFO(result.file.file.string());
    for (const Failure& failure : result.failures) FAIL_CHECK(to_string(failure, Language::zh));
    bool flags = false;
    bool passes_over = false;
    for (const CaseResult& each : result.cases) {
      INFO(each.line << ": " << each.title << ": " << to_string(each.outcome.failure, Language::zh));
      CHECK(each.status() == CaseStatus::passed);
      (each.outcome.found.empty() ? passes_over : flags) = true;
    }
    CHECK(flags);
    CHECK(passes_over);
    return true;
  });
}

}  // namespace
}  // namespace gialint::test
