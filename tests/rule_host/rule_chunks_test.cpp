#include "engine/rule_host/rule_chunks.hpp"

#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/rule_host/rule_runner.hpp"
#include "tests/support/rules.hpp"

namespace gialint::test {

TEST_CASE("nothing that a rule keeps survives, neither to the next rule nor to the next report", "[rule_host]") {
  const FakeReport fake = fake_report();
  const std::string body =
      "above = (above or 0) + 1 count = (count or 0) + 1 leaked = report "
      "ctx:emit { at = report:start(), message = 'value', data = { v = above + count } }";
  const auto pack = load_rules({{"a/x.lua", rule_text(body)}, {"b/x.lua", rule_text(body)}});
  RuleRunner runner(pack, Language::zh);
  for (int run = 0; run < 3; ++run) {
    const RuleOutcome outcome = runner.run(fake.report, all_on(*pack));
    REQUIRE(outcome.failures.empty());
    REQUIRE(outcome.diagnostics.size() == 2);
    CHECK(outcome.diagnostics[0].message == "值为 2");
    CHECK(outcome.diagnostics[1].message == "值为 2");
  }
}

TEST_CASE("whatever a rule hides something in, the next report finds nothing there", "[rule_host]") {
  const FakeReport fake = fake_report();
  const std::string start =
      "return { api = 1, since = '0.1.0', severity = 'info', precision = 'high', title = { zh = 't', "
      "en = 't' }, help = { zh = 'h', en = 'h' }, basis = { 'b' }, messages = { value = { zh = "
      "'值为 {v}', en = '{v}' } }, check = function(report, ctx) local v ";
  const std::string end = " ctx:emit { at = report:start(), message = 'value', data = { v = v } } end }";
  for (const auto& [before, body] : std::vector<std::pair<std::string, std::string>>{
           {"local kept = 0 ", "kept = kept + 1 v = kept"},
           {"local kept = {} ", "kept[#kept + 1] = report v = #kept"},
           {"local kept = { a = { b = { 0 } } } ", "kept.a.b[1] = kept.a.b[1] + 1 v = kept.a.b[1]"},
           {"local kept = { a = 1 } ", "v = kept.a or 0 kept.a = nil kept.b = 1"},
           {"kept = { [true] = 1 } ", "v = kept[true] kept[true] = 2"},
           {"local kept = {} kept.self = kept ", "v = kept.self == kept and 1 or 2 kept.self = {}"},
           {"local function count() local n = 0 return function() n = n + 1 return n end end local step = count() ",
            "v = step()"},
           {"local step, list = pairs { 1, 2, 3, 4 } ", "v = step(list)"},
           {"local kept = ctx_of_old ", "v = kept and 2 or 1 kept = ctx"},
           {"local kept = 1 ", "v = kept kept = 2 if ctx.lang == 'none' then kept = 1 end"},
           {"local kept = 0 ", "kept = kept + 1 v = kept if report.year == 0 then error('x') end"}}) {
    INFO(before << body);
    const auto pack = load_rules({{"a/x.lua", before + start + body + end}});
    RuleRunner runner(pack, Language::zh);
    for (int run = 0; run < 3; ++run) {
      const RuleOutcome outcome = runner.run(fake.report, all_on(*pack));
      REQUIRE(outcome.failures.empty());
      REQUIRE(outcome.diagnostics.size() == 1);
      CHECK(outcome.diagnostics[0].message == "值为 1");
    }
  }
}

TEST_CASE("a chunk costs a rule the same whether it is run again or not", "[rule_host]") {
  const FakeReport fake = fake_report();
  // 900,000 turns at the head of the file.
  const std::string text = "for i = 1, 900000 do end\n" + rule_text("ctx:emit { at = report, message = 'plain' }");
  const auto pack = load_rules({{"a/x.lua", text}});
  for (const auto& [steps, fails] : {std::pair(2'000'000, 0), std::pair(800'000, 1)}) {
    RuleLimits limits;
    limits.steps = static_cast<std::uint64_t>(steps);
    RuleRunner runner(pack, Language::zh, limits);
    for (int run = 0; run < 3; ++run) {
      CHECK(runner.run(fake.report, all_on(*pack)).failures.size() == static_cast<std::size_t>(fails));
    }
  }
}

}  // namespace gialint::test
