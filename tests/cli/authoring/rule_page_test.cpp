#include "engine/cli/authoring/rule_page.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

Rule sample_rule() {
  Rule rule;
  rule.info.id = "test/one";
  rule.info.category = "test";
  rule.info.since = "0.1.0";
  rule.info.precision = "high";
  rule.info.title = {"题", "title with | and <b>"};
  rule.info.help = {"办", "do *this*"};
  rule.info.basis = {"第一条"};
  rule.info.messages = {{"found", {"有 {word}", "'{word}' is there"}}};
  OptionInfo option;
  option.name = "limit";
  option.type = OptionType::integer;
  option.default_value = std::int64_t{3};
  option.min = 1;
  option.doc = {"几处", "how many"};
  rule.options = {option};
  rule.file = {"test/one.lua", "-- Why it is so.\n-- And more.\n---@type gialint.Rule\n-- not this\nreturn {}\n"};
  return rule;
}

TEST_CASE("what explain prints holds all that the rule declares", "[cli]") {
  const Rule rule = sample_rule();
  CHECK(explained(rule.info, rule.options, Language::en) ==
        "test/one\ntitle with | and <b>\n\nseverity  warning\nprecision  high\nsince  0.1.0\n\nwhat to do\n"
        "  do *this*\n\nbasis\n  第一条\n\nmessages\n  found  '{word}' is there\n\noptions\n"
        "  limit  how many (default 3; 1 to …)\n");
}

TEST_CASE("a page takes nothing of the rule's texts for mark-up, and the comment at the file's head for notes",
          "[cli]") {
  CaseRunner runner(*load_pack(), Language::zh);
  const std::string page = rule_page(sample_rule(), {}, {}, RulePack(), runner);
  CHECK(page.rfind(generated_mark, 0) == 0);
  CHECK(page.find("title with \\| and \\<b>\n") != std::string::npos);
  CHECK(page.find("do \\*this\\*\n") != std::string::npos);
  CHECK(page.find("\n\nWhy it is so.\nAnd more.\n") != std::string::npos);
  CHECK(page.find("not this") == std::string::npos);
  CHECK(page.find("```text\nlimit = 3\n```\n") != std::string::npos);
}

}  // namespace
}  // namespace gialint
