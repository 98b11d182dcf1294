#include "engine/rule_host/rule_runner.hpp"

#include <thread>

#include <catch2/catch.hpp>

#include "tests/support/rules.hpp"

namespace gialint::test {

namespace {

const char* const emit_plain = "ctx:emit { at = report:start(), message = 'plain' }";

std::vector<std::string> rules_in(const RuleOutcome& outcome) {
  std::vector<std::string> rules;
  for (const Diagnostic& diagnostic : outcome.diagnostics) rules.push_back(diagnostic.rule);
  return rules;
}

}  // namespace

TEST_CASE("only rules that are on run", "[rule_host]") {
  const FakeReport fake = fake_report();
  const auto pack = load_rules(
      {{"b/x.lua", rule_text(emit_plain)}, {"a/x.lua", rule_text(emit_plain)}, {"c/x.lua", rule_text(emit_plain)}});
  RuleRunner runner(pack, Language::zh);
  CHECK(rules_in(runner.run(fake.report, all_on(*pack))) == std::vector<std::string>{"a/x", "b/x", "c/x"});
  CHECK(rules_in(runner.run(fake.report, {{"c/x", {}}, {"unknown/rule", {}}, {"a/x", {}}})) ==
        std::vector<std::string>{"a/x", "c/x"});
  CHECK(rules_in(runner.run(fake.report, {})).empty());
}

TEST_CASE("diagnostics come in reading order, then by rule, then as they were emitted", "[rule_host]") {
  const FakeReport fake = fake_report();
  const std::string body =
      "for _, id in ipairs { 'other', 'overall' } do for n = 1, 2 do ctx:emit { at = report:section(id), "
      "message = 'value', data = { v = id .. n } } end end";
  const auto pack = load_rules({{"b/x.lua", rule_text(body)}, {"a/x.lua", rule_text(body)}});
  const RuleOutcome outcome = RuleRunner(pack, Language::zh).run(fake.report, all_on(*pack));
  std::string order;
  for (const Diagnostic& diagnostic : outcome.diagnostics) {
    order += diagnostic.rule.substr(0, 1) + ":" + diagnostic.facts[0].value + " ";
  }
  CHECK(order == "a:overall1 a:overall2 b:overall1 b:overall2 a:other1 a:other2 b:other1 b:other2 ");
}

TEST_CASE("a rule that lacks what it requires is silent", "[rule_host]") {
  for (const auto& [requires_list, runs] :
       {std::pair("'table:requests'", true), std::pair("'table:litigation'", false), std::pair("'table:none'", false),
        std::pair("'section:overall'", true), std::pair("'section:active'", false), std::pair("'title'", true),
        std::pair("'previous'", false), std::pair("'title', 'section:active'", false)}) {
    INFO(requires_list);
    const RuleOutcome outcome = run_rule(emit_plain, std::string("requires = { ") + requires_list + " },");
    CHECK(outcome.failures.empty());
    CHECK(outcome.diagnostics.empty() != runs);
  }
}

TEST_CASE("a severity from the configuration wins", "[rule_host]") {
  const FakeReport fake = fake_report();
  const auto pack =
      load_rules({{"a/x.lua", rule_text("ctx:emit { at = report, message = 'plain', severity = 'info' }")}});
  RuleSettings settings = all_on(*pack);
  RuleRunner runner(pack, Language::zh);
  CHECK(runner.run(fake.report, settings).diagnostics.at(0).severity == Severity::info);
  settings["a/x"].severity = Severity::error;
  CHECK(runner.run(fake.report, settings).diagnostics.at(0).severity == Severity::error);
}

TEST_CASE("messages come in the language of the run", "[rule_host]") {
  const FakeReport fake = fake_report();
  const auto pack =
      load_rules({{"a/x.lua", rule_text("ctx:emit { at = report, message = 'value', data = { v = ctx.lang } }")}});
  CHECK(RuleRunner(pack, Language::zh).run(fake.report, all_on(*pack)).diagnostics.at(0).message == "值为 zh");
  CHECK(RuleRunner(pack, Language::en).run(fake.report, all_on(*pack)).diagnostics.at(0).message == "value 'en'");
}

TEST_CASE("an explanation goes to the first of its identities whose rule is on", "[rule_host]") {
  const FakeReport fake = fake_report();
  const std::string body =
      "for _, e in ipairs(report:explanations()) do ctx:emit { at = e.candidates[1].cell, message = 'plain' } end";
  const auto pack = load_rules({{"t/balance.lua", rule_text(body, "explains = { 'requests.balance' },")},
                                {"t/total.lua", rule_text(body, "explains = { 'requests.total' },")},
                                {"t/none.lua", rule_text(body)}});
  RuleRunner runner(pack, Language::zh);
  CHECK(rules_in(runner.run(fake.report, all_on(*pack))) == std::vector<std::string>{"t/total"});
  CHECK(rules_in(runner.run(fake.report, {{"t/balance", {}}, {"t/none", {}}})) ==
        std::vector<std::string>{"t/balance"});
  CHECK(rules_in(runner.run(fake.report, {{"t/none", {}}})).empty());
}

TEST_CASE("a rule that fails loses its diagnostics for that report alone", "[rule_host]") {
  const FakeReport fake = fake_report();
  FakeReport other = fake_report();
  other.report.year = 2022;
  const auto pack =
      load_rules({{"a/x.lua", rule_text(std::string(emit_plain) + " if report.year == 2022 then error('so') end")},
                  {"b/x.lua", rule_text(emit_plain)}});
  RuleRunner runner(pack, Language::zh);
  CHECK(rules_in(runner.run(fake.report, all_on(*pack))) == std::vector<std::string>{"a/x", "b/x"});
  const RuleOutcome outcome = runner.run(other.report, all_on(*pack));
  CHECK(rules_in(outcome) == std::vector<std::string>{"b/x"});
  REQUIRE(outcome.failures.size() == 1);
  CHECK(to_string(outcome.failures[0].failure, Language::zh) == "rules/a/x.lua:12: 规则出错：so");
  CHECK(rules_in(runner.run(fake.report, all_on(*pack))) == std::vector<std::string>{"a/x", "b/x"});
}

TEST_CASE("a long report gives a rule more steps", "[rule_host]") {
  FakeReport fake = fake_report();
  const auto pack = load_rules({{"a/x.lua", rule_text("for i = 1, 100000 do local x = i end")}});
  RuleLimits limits;
  limits.steps = 50'000;
  CHECK(RuleRunner(pack, Language::zh, limits).run(fake.report, all_on(*pack)).failures.size() == 1);
  Result<SourceText> source = SourceText::from_bytes("long.txt", std::string(fake_text) + std::string(100'000, 'x'));
  REQUIRE(source);
  fake.report.source = std::make_shared<SourceText>(*std::move(source));
  CHECK(RuleRunner(pack, Language::zh, limits).run(fake.report, all_on(*pack)).failures.empty());
}

TEST_CASE("runners share a pack between threads", "[rule_host]") {
  const FakeReport fake = fake_report();
  const auto pack = load_rules({{"a/x.lua", rule_text(emit_plain)}, {"b/x.lua", rule_text(emit_plain)}});
  std::size_t counts[4] = {};  // NOLINT(modernize-avoid-c-arrays)
  std::vector<std::thread> threads;
  for (std::size_t& count : counts) {
    threads.emplace_back([&fake, &pack, &count] {
      RuleRunner runner(pack, Language::zh);
      for (int i = 0; i < 50; ++i) count += runner.run(fake.report, all_on(*pack)).diagnostics.size();
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::size_t count : counts) CHECK(count == 100);
}

TEST_CASE("a runner can be moved", "[rule_host]") {
  const FakeReport fake = fake_report();
  const auto pack = load_rules({{"a/x.lua", rule_text(emit_plain)}});
  RuleRunner first(pack, Language::zh);
  first.run(fake.report, all_on(*pack));
  RuleRunner second = std::move(first);
  CHECK(second.run(fake.report, all_on(*pack)).diagnostics.size() == 1);
}

}  // namespace gialint::test
