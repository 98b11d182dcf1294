#include "engine/packs/own_rules.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("the engine's rules have all that a reporter shows, in both languages", "[packs]") {
  CHECK(engine_rules().size() == 9);
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

TEST_CASE("what the engine says of its own rules has to be complete", "[packs]") {
  const auto failure = [](const std::string& toml) {
    const Result<std::vector<RuleInfo>> rules = read_own_rules(*parse_toml(toml, "engine.toml"), "engine.toml");
    return rules ? "" : to_string(rules.failure(), Language::en);
  };
  std::string toml = "schema = 1\n";
  for (const std::string_view id : own_rule::all) {
    toml += "[\"" + std::string(id) + "\"]\nseverity = \"info\"\ntitle = { zh = \"题\", en = \"title\" }\n" +
            "help = { zh = \"法\", en = \"help\" }\nmessages.one = { zh = \"话\", en = \"word\" }\n";
  }
  CHECK(failure(toml).empty());
  CHECK_FALSE(failure("schema = 1\n").empty());
  CHECK_FALSE(failure(toml + "\n[\"input/other\"]\n").empty());
  const std::string english = ", en = \"word\"";
  CHECK_FALSE(failure(std::string(toml).erase(toml.rfind(english), english.size())).empty());
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
