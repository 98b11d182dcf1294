#include <map>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/runner/case_run.hpp"
#include "tests/plugins/loaded_plugins.hpp"
#include "tests/support/expectations.hpp"

namespace gialint::test {
namespace {

namespace fs = std::filesystem;

std::string joined(const std::vector<ExpectedDiagnostic>& diagnostics) {
  std::string lines;
  for (const ExpectedDiagnostic& diagnostic : diagnostics) lines += "    " + to_string(diagnostic) + "\n";
  return lines.empty() ? "    (nothing)\n" : lines;
}

/// What differs, or nothing.
std::string run(const std::string& rule, const RuleCase& each, CaseRunner& runner) {
  const Result<MarkedText> marked = MarkedText::parse(each.report);
  if (!marked) return marked.failure().what;
  const auto source = source_of("report.txt", marked->text);
  const FileResult result = std::move(runner.run(rule, each, {source}).front());
  if (!result.rule_failures.empty()) return to_string(result.rule_failures.front().failure);
  std::vector<ExpectedDiagnostic> found;
  for (const Diagnostic& diagnostic : result.diagnostics) {
    found.push_back(describe(diagnostic, {"", *marked, *source}));
  }
  if (found != each.expected) return "expected\n" + joined(each.expected) + "  found\n" + joined(found);
  const std::string fixed = apply_fixes(source->text(), result.diagnostics);
  if (each.fixed && fixed != *each.fixed) return "after the fixes\n" + fixed + "\n  expected\n" + *each.fixed;
  return {};
}

TEST_CASE("every rule of a plugin says what its cases expect, loaded as a user loads it", "[plugins]") {
  CHECK(plugin_names() == std::vector<std::string>{"fee-decimals", "gongwen", "shandong"});
  for (const std::string& name : plugin_names()) {
    const LoadedPlugins plugin({name});
    std::map<Language, CaseRunner> runners;
    for (const Language language : {Language::zh, Language::en}) {
      runners.try_emplace(language, plugin.pack(), language);
    }
    for (const auto& [rule, setting] : plugin.options().rules) {
      const std::string file = name + "/rules/" + rule.substr(name.size() + 1) + ".test";
      INFO(file);
      REQUIRE(fs::exists(plugins_folder() / file));
      const Result<std::vector<RuleCase>> cases = read_rule_cases(read_bytes(plugins_folder() / file), file);
      if (!cases) FAIL(to_string(cases.failure()));
      bool flags = false;
      bool passes_over = false;
      for (const RuleCase& each : *cases) {
        (each.expected.empty() ? passes_over : flags) = true;
        for (auto& [language, runner] : runners) {
          const std::string difference = run(rule, each, runner);
          if (!difference.empty()) FAIL_CHECK(file << ":" << each.line << ": " << each.title << "\n  " << difference);
        }
      }
      CHECK(flags);
      CHECK(passes_over);
    }
  }
}

}  // namespace
}  // namespace gialint::test
