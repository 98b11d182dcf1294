#include "tests/generator/phrase_book.hpp"

#include <set>
#include <stdexcept>
#include <string>

#include <catch2/catch.hpp>

#include "tests/generator/generate.hpp"
#include "tests/generator/marks.hpp"

namespace gialint::generator {
namespace {

/// The facts of a report that has requests, on the newest form.
Outset busy_report() {
  for (std::uint64_t seed = 1;; ++seed) {
    Outset outset = decide({seed, Layout::paragraph});
    if (holds(outset.facts(), "edition 2021, body department, N > 20, C > 0, F > 0")) return outset;
  }
}

std::string fill(const Facts& facts, const std::string& text, Alteration alteration = Alteration::none) {
  Random random(1);
  return filled(facts, text, NumberStyle{}, random, alteration).text;
}

TEST_CASE("names stand for the figures of the tables", "[generator]") {
  const Outset outset = busy_report();
  const Facts facts = outset.facts();
  const auto total = [&](const char* row) { return to_string(outset.figures.at("requests", row, "total")); };
  CHECK(fill(facts, "{N}/{C}/{P}/{F}") == total("new_received") + "/" + total("carried_over") + "/" +
                                              total("total_processed") + "/" + total("carried_forward"));
  CHECK(evaluated(facts, "N+C") == evaluated(facts, "P+F"));
  CHECK(evaluated(facts, "denied") == evaluated(facts, "P-granted-partially_granted-unavailable-not_processed-other"));
  CHECK(fill(facts, "{%P/P}%") == (fill(facts, "{%P/P}%").find('.') == std::string::npos ? "100%" : "100.0%"));
  CHECK(fill(facts, "{newly_made}").empty());  // no row of this form
  CHECK_THROWS_AS(fill(facts, "{#nobody}"), std::invalid_argument);
  CHECK(fill(facts, "[甲|甲]{year}") == "甲" + std::to_string(facts.year));
}

TEST_CASE("conditions say for which reports a sentence is true", "[generator]") {
  const Outset outset = busy_report();
  const Facts facts = outset.facts();
  CHECK(holds(facts, ""));
  CHECK(holds(facts, "N > 20, P + F >= N, N != 0, edition 2021, body town|department"));
  CHECK_FALSE(holds(facts, "N = 0"));
  CHECK_FALSE(holds(facts, "N > 0, edition 2019"));
  CHECK_FALSE(holds(facts, "body government"));
  CHECK_FALSE(holds(facts, "previous"));
  CHECK_THROWS_AS(holds(facts, "body nobody"), std::invalid_argument);
  CHECK_THROWS_AS(holds(facts, "N is 3"), std::invalid_argument);
}

TEST_CASE("an altered figure is marked and is no other figure of the report", "[generator]") {
  const Outset outset = busy_report();
  const Facts facts = outset.facts();
  for (std::uint64_t seed = 1; seed < 50; ++seed) {
    Random random(seed);
    const Filled made = filled(facts, "收到{N}件，其中{#site}件", NumberStyle{}, random, Alteration::figure);
    const std::size_t begin = made.text.find(mark_begin);
    const std::size_t end = made.text.find(mark_end);
    REQUIRE(begin != std::string::npos);
    REQUIRE(end > begin);
    const std::optional<Decimal> written = Decimal::parse(made.text.substr(begin + 1, end - begin - 1));
    REQUIRE(written);
    for (const char* const other : {"N", "C", "P", "F", "N+C", "granted", "denied"})
      CHECK(written != evaluated(facts, other));
  }
  CHECK(fill(facts, "公开{#site}条，{N?}件", Alteration::figure).empty());  // nothing that an auditor would compare
  CHECK(fill(facts, "收到{N}件", Alteration::percentage).empty());
}

TEST_CASE("every sentence of the book can be said of some report", "[generator]") {
  // Hardly any report has requests that were all granted, or lawsuits without a request.
  constexpr std::size_t rarely_true = 30;
  std::set<const Sentence*> said;
  std::size_t all = 0;
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    const Outset outset = decide({seed, Layout::paragraph});
    const Facts facts = outset.facts();
    Random random(seed);
    all = 0;
    for (const auto& [group, sentences] : phrase_book().groups) {
      for (const Sentence& each : sentences) {
        ++all;
        if (said.count(&each) == 0 && holds(facts, each.when) &&
            !filled(facts, each.text, NumberStyle{}, random).text.empty())
          said.insert(&each);
        // What is true of a report is not what would be reported of it.
        if (!each.untrue_when.empty()) CHECK_FALSE((holds(facts, each.when) && holds(facts, each.untrue_when)));
      }
    }
  }
  CHECK(all > 950);
  CHECK(said.size() + rarely_true >= all);
}

}  // namespace
}  // namespace gialint::generator
