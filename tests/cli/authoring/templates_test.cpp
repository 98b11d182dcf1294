#include "engine/cli/authoring/templates.hpp"

#include <catch2/catch.hpp>

#include "engine/cases/rule_case.hpp"

namespace gialint {
namespace {

TEST_CASE("places in a template are filled in wherever they stand", "[cli]") {
  CHECK(filled("@a@ @b@ @a@@c@", {{"a", "@b@"}, {"b", "2"}}).find("@c@") != std::string::npos);
  CHECK(filled("x@a@y@a@", {{"a", "1"}}) == "x1y1");
}

TEST_CASE("every template is there in both languages, with nothing left to fill in", "[cli]") {
  for (const char* category : {"local", "history", "corpus"}) {
    const RuleTemplate& from = rule_template(category);
    for (const Language language : {Language::zh, Language::en}) {
      CHECK(filled(from.rule.in(language), {{"since", "0.1.0"}}).find("@since") == std::string::npos);
      const std::string cases = filled(from.cases.in(language), {{"id", "local/x"}});
      CHECK(cases.find("@id") == std::string::npos);
      CHECK(read_rule_cases(cases, "x.test").ok());
    }
  }
  CHECK(plugin_template().readme.find("gialint test") != std::string::npos);
}

}  // namespace
}  // namespace gialint
