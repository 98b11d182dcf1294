#include <catch2/catch.hpp>

#include "engine/report/corpus.hpp"
#include "tests/support/rules.hpp"

namespace gialint::test {
namespace {

/// Two bodies' reports, one like the other.
Corpus sample_corpus(const FakeReport& fake) {
  Corpus corpus;
  for (const char* const name : {"甲县乙局", "甲县丙局"}) {
    ReportDigest digest = make_digest(fake.report);
    digest.path = std::string(name) + ".txt";
    digest.organ = digest.organ_key = name;
    digest.year = 2023;
    corpus.reports.push_back(digest);
  }
  corpus.regions = {{"甲县人民政府", {"甲县乙局", "甲县丙局"}}};
  return corpus;
}

CorpusOutcome run_corpus(const std::string& body) {
  const FakeReport fake = fake_report();
  const auto pack = load_rules({{"corpus/rule.lua", rule_text("local corpus = report\n" + body)}});
  return RuleRunner(pack, Language::zh).run(sample_corpus(fake), all_on(*pack));
}

std::string value_of(const std::string& expression) {
  const CorpusOutcome outcome =
      run_corpus("ctx:emit { at = corpus.reports[1], message = 'value', data = { v = tostring(" + expression + ") } }");
  return outcome.failures.empty() ? outcome.diagnostics.at(0).diagnostic.facts.at(0).value
                                  : outcome.failures[0].failure.what.zh;
}

TEST_CASE("a rule about all reports sees their digests", "[rule_host]") {
  CHECK(value_of("#corpus.reports") == "2");
  CHECK(value_of("corpus.reports[2].path") == "甲县丙局.txt");
  CHECK(value_of("corpus.reports[2].organ_name") == "甲县丙局");
  CHECK(value_of("corpus.reports[1].organ_kind") == "department");
  CHECK(value_of("corpus.reports[1].year") == "2023");
  CHECK(value_of("corpus.reports[1].form.id") == "2021");
  CHECK(value_of("corpus.reports[1]:figure('requests/received/total')") == "4");
  CHECK(value_of("corpus.reports[1]:figure('requests/none/total')") == "nil");
  CHECK(value_of("corpus.reports[1].figures") == "nil");  // a cell is blank
  CHECK(value_of("corpus.reports[1].nonzero") == "2");    // of a row; its total is left out
  CHECK(value_of("corpus.reports[1]:is_apart_from(corpus.reports[2])") == "true");
  CHECK(value_of("corpus:find('甲县丙局', 2023) == corpus.reports[2]") == "true");
  CHECK(value_of("corpus:find('甲县丁局', 2023)") == "nil");
  CHECK(value_of("corpus.regions[1].name .. #corpus.regions[1].bodies") == "甲县人民政府2");
  CHECK(value_of("corpus:alike(90, 10)[1].other.path") == "甲县乙局.txt");
  CHECK(value_of("corpus:alike(90, 10)[1].percent") == "100");
  CHECK(value_of("#corpus:alike(90, 1000)") == "0");
  CHECK(value_of("#corpus.reports[1].form.roll_up") == "0");
}

TEST_CASE("what it says names reports and places", "[rule_host]") {
  const CorpusOutcome outcome = run_corpus(
      "ctx:emit { at = corpus.reports[2]:cell('requests/received/total'), message = 'plain', related = { { at = "
      "corpus.reports[1] } } } ctx:emit { at = corpus.reports[1], message = 'plain' }");
  REQUIRE(outcome.diagnostics.size() == 2);
  CHECK(outcome.diagnostics[0].report == 0);
  CHECK(outcome.diagnostics[0].diagnostic.place == "title");
  CHECK(outcome.diagnostics[1].report == 1);
  CHECK(outcome.diagnostics[1].diagnostic.place == "requests/received/total");
  CHECK(outcome.diagnostics[1].related == std::vector<std::size_t>{0});
  CHECK_THAT(value_of("ctx:emit { at = corpus, message = 'plain' }"), Catch::Contains("a report of the corpus"));
}

TEST_CASE("at_most caps a severity, the configuration's too", "[rule_host]") {
  const FakeReport fake = fake_report();
  const auto pack = load_rules(
      {{"corpus/rule.lua", rule_text("ctx:emit { at = report.reports[1], message = 'plain', at_most = 'warning' }")}});
  RuleSettings settings = all_on(*pack);
  settings["corpus/rule"].severity = Severity::error;
  const CorpusOutcome outcome = RuleRunner(pack, Language::zh).run(sample_corpus(fake), settings);
  REQUIRE(outcome.diagnostics.size() == 1);
  CHECK(outcome.diagnostics[0].diagnostic.severity == Severity::warning);
}

TEST_CASE("rules about all reports and rules about one keep apart", "[rule_host]") {
  const std::string body = "ctx:emit { at = report.reports and report.reports[1] or report, message = 'plain' }";
  const auto pack = load_rules({{"corpus/rule.lua", rule_text(body)},
                                {"text/rule.lua", rule_text("ctx:emit { at = report, message = 'plain' }")}});
  const FakeReport fake = fake_report();
  RuleRunner runner(pack, Language::zh);
  const RuleOutcome one = runner.run(fake.report, all_on(*pack));
  REQUIRE(one.diagnostics.size() == 1);
  CHECK(one.diagnostics[0].rule == "text/rule");
  const CorpusOutcome all = runner.run(sample_corpus(fake), all_on(*pack));
  REQUIRE(all.diagnostics.size() == 1);
  CHECK(all.diagnostics[0].diagnostic.rule == "corpus/rule");
  CHECK(all.failures.empty());
}

}  // namespace
}  // namespace gialint::test
