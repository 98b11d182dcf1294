#include <catch2/catch.hpp>

#include "tests/support/rules.hpp"

namespace gialint::test {
namespace {

/// What a rule says of the fake report with itself as last year's.
RuleOutcome compare(const std::string& body, const std::string& fields = "", bool with_previous = true) {
  FakeReport fake = fake_report();
  FormCrossYear relation;
  relation.id = "stock";
  relation.table = "requests";
  relation.this_year = "received";
  relation.last_year = "carried";
  relation.not_with_editions = {"2019"};
  fake.edition->cross_year.push_back(relation);
  const FakeReport last = fake_report();
  const auto pack = load_rules({{"test/rule.lua", rule_text(body, fields)}});
  return RuleRunner(pack, Language::zh).run(fake.report, all_on(*pack), with_previous ? &last.report : nullptr);
}

std::string value_of(const std::string& expression) {
  const RuleOutcome outcome =
      compare("ctx:emit { at = report:start(), message = 'value', data = { v = tostring(" + expression + ") } }");
  return outcome.failures.empty() ? outcome.diagnostics.at(0).facts.at(0).value : outcome.failures[0].failure.what.zh;
}

std::string failure_of(const std::string& body) {
  const RuleOutcome outcome = compare(body, "fixable = 'safe',");
  REQUIRE(outcome.failures.size() == 1);
  return outcome.failures[0].failure.what.zh;
}

TEST_CASE("last year's report is a whole report of its own", "[rule_host]") {
  CHECK(value_of("report.previous.year") == "2023");
  CHECK(value_of("report.previous:cell('requests/received/total').value") == "4");
  CHECK(value_of("report.previous:section('overall').paragraphs[1]:find('3件').text") == "3件");
  CHECK(value_of("report.previous.title == report.title") == "false");
  CHECK(value_of("report.previous.title == report.previous.title") == "true");
  CHECK(value_of("report.previous.previous") == "nil");
  CHECK(value_of("#report.previous:explanations()") == "0");
  CHECK(value_of(
            "report:cell('requests/received/total').value + report.previous:cell('requests/received/total').value") ==
        "8");
}

TEST_CASE("related places may be in last year's report, the diagnostic itself and its fix may not", "[rule_host]") {
  const RuleOutcome outcome = compare(
      "ctx:emit { at = report.title, message = 'plain', related = { { at = report.previous.title }, { at = "
      "report.title } } }");
  REQUIRE(outcome.diagnostics.size() == 1);
  const std::vector<Related>& related = outcome.diagnostics[0].related;
  CHECK(related[0].source != nullptr);
  CHECK(related[1].source == nullptr);
  CHECK_THAT(failure_of("ctx:emit { at = report.previous.title, message = 'plain' }"),
             Catch::Contains("last year's report"));
  CHECK_THAT(failure_of("ctx.edit.delete(report.previous.title)"), Catch::Contains("last year's report"));
}

TEST_CASE("a rule that requires last year's report does not run without it", "[rule_host]") {
  const std::string body = "ctx:emit { at = report, message = 'plain' }";
  CHECK(compare(body, "requires = { 'previous' },").diagnostics.size() == 1);
  CHECK(compare(body, "requires = { 'previous' },", false).diagnostics.empty());
  const auto pack = load_rules({{"history/rule.lua", rule_text(body)}});
  const FakeReport fake = fake_report();
  CHECK(RuleRunner(pack, Language::zh).run(fake.report, all_on(*pack)).diagnostics.empty());
  CHECK(RuleRunner(pack, Language::zh).run(fake.report, all_on(*pack), &fake.report).diagnostics.size() == 1);
}

TEST_CASE("relations between two years are data of the form", "[rule_host]") {
  CHECK(value_of("report.form.cross_year[1].id") == "stock");
  CHECK(value_of("report.form.cross_year[1].table") == "requests");
  CHECK(value_of("report.form.cross_year[1].per") == "column");
  CHECK(value_of("report.form.cross_year[1].this_year .. report.form.cross_year[1].last_year") == "receivedcarried");
  CHECK(value_of("#report.form.cross_year[1].plus") == "0");
  CHECK(value_of("report.form.cross_year[1].not_with_editions[1]") == "2019");
  CHECK(value_of("report.form.cross_year[1].at_least") == "false");
}

TEST_CASE("sections are compared by the words of their own", "[rule_host]") {
  CHECK(value_of("report:section('overall'):likeness(report.previous:section('overall'))") == "100");
  CHECK(value_of("select(2, report:section('overall'):likeness(report.previous:section('overall')))") == "22");
  CHECK(value_of("report:section('overall'):likeness(report:section('other'))") == "0");
}

TEST_CASE("a cell that failing sums may be due to is suspect", "[rule_host]") {
  CHECK(value_of("report:cell('requests/received/total').suspect") == "true");
  CHECK(value_of("report:cell('requests/carried/total').suspect") == "false");
}

}  // namespace
}  // namespace gialint::test
