#include "engine/cli/authoring/rule_json.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace gialint {
namespace {

TEST_CASE("rules as JSON say what each declares, at the severity that is asked for", "[cli]") {
  Rule rule;
  rule.info.id = "sample/a";
  rule.info.title = {"题", "title"};
  rule.info.basis = {"第五十条"};
  const auto json = nlohmann::json::parse(rules_as_json({rule}, {{"sample/a", "off"}}), nullptr, false);
  REQUIRE(json.is_object());
  CHECK(json["schema"] == "gialint-rules/1");
  REQUIRE(json["rules"].size() == 1);
  CHECK(json["rules"][0]["id"] == "sample/a");
  CHECK(json["rules"][0]["severity"] == "off");
  CHECK(json["rules"][0]["title"]["en"] == "title");
  CHECK(json["rules"][0]["basis"][0] == "第五十条");
  CHECK(json["rules"][0]["options"].empty());
}

}  // namespace
}  // namespace gialint
