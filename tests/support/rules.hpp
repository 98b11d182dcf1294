#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/rule_host/rule_pack.hpp"
#include "engine/rule_host/rule_runner.hpp"
#include "tests/support/fake_report.hpp"

namespace gialint::test {

/// A rule file: `body` is its check function's, from line 12 on; `fields` are lines among the other fields.
inline std::string rule_text(const std::string& body, const std::string& fields = "") {
  return R"(local above = nil
return {
  api = 1, since = "0.1.0", severity = "warning", precision = "high",
  title = { zh = "题目", en = "title" }, help = { zh = "怎么办", en = "what to do" },
  basis = { "依据" },
  messages = { value = { zh = "值为 {v}", en = "value '{v}'" }, plain = { zh = "有误", en = "wrong" },
               change = { zh = "改为“{want}”", en = "change to '{want}'" } },

)" + fields +
         R"(
  check = function(report, ctx)

)" + body +
         R"(
  end,
}
)";
}

inline std::shared_ptr<const RulePack> load_rules(std::vector<PackFile> files) {
  Result<RulePack> pack = RulePack::load(std::move(files));
  if (!pack) throw std::runtime_error(to_string(pack.failure(), Language::zh));
  return std::make_shared<const RulePack>(*std::move(pack));
}

inline RuleSettings all_on(const RulePack& pack) {
  RuleSettings settings;
  for (const std::string& id : pack.ids()) settings[id];
  return settings;
}

/// Runs one rule, "test/rule", on the fake report.
inline RuleOutcome run_rule(const std::string& body, const std::string& fields = "", RuleLimits limits = {}) {
  const FakeReport fake = fake_report();
  const auto pack = load_rules({{"test/rule.lua", rule_text(body, fields)}});
  return RuleRunner(pack, Language::zh, limits).run(fake.report, all_on(*pack));
}

/// What a Lua expression over `report` and `ctx` gives, as `tostring` prints it; "failure: …" when it fails.
inline std::string evaluate(const std::string& expression, const std::string& fields = "") {
  const RuleOutcome outcome = run_rule(
      "ctx:emit { at = report:start(), message = 'value', data = { v = tostring(" + expression + ") } }", fields);
  if (!outcome.failures.empty()) return "failure: " + outcome.failures[0].failure.what.zh;
  return outcome.diagnostics.empty() ? "nothing" : outcome.diagnostics.at(0).facts.at(0).value;
}

/// A Lua expression and what it must give.
struct Expectation {
  const char* expression;
  const char* value;
};

}  // namespace gialint::test
