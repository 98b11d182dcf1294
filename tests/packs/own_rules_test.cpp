#include "engine/packs/own_rules.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("the engine's rules have all that a reporter shows, in both languages", "[packs]") {
  CHECK(engine_rules().size() == 5);
  for (const RuleInfo& rule : engine_rules()) {
    INFO(rule.id);
    CHECK(rule.id.find(rule.category + "/") == 0);
    CHECK_FALSE(rule.title.zh.empty());
    CHECK_FALSE(rule.title.en.empty());
    CHECK_FALSE(rule.help.zh.empty());
    CHECK_FALSE(rule.help.en.empty());
    CHECK_FALSE(rule.messages.empty());
  }
}

TEST_CASE("a diagnostic of the engine's own fills the rule's message with its facts", "[packs]") {
  const Diagnostic diagnostic = engine_diagnostic(own_rule::unused_suppression, "unused", {3, 9},
                                                  {{"file", "a.txt"}, {"rule", "totals/x"}}, Language::en);
  CHECK(diagnostic.rule == "config/unused-suppression");
  CHECK(diagnostic.severity == Severity::warning);
  CHECK(diagnostic.span == Span{3, 9});
  CHECK(diagnostic.message_id == "unused");
  CHECK(diagnostic.message == "this entry holds nothing back: a.txt has no totals/x");
}

}  // namespace
}  // namespace gialint
