#include "engine/report/organ_aliases.hpp"

#include <vector>

#include <catch2/catch.hpp>

namespace gialint {

TEST_CASE("a body goes by the name that its other names are declared under", "[report]") {
  const std::vector<OrganNames> names = {{"青石县自然资源局", {"青石县国土资源局", "青石县规划局"}}};
  const OrganAliases aliases(names);
  CHECK(aliases.name_of("青石县国土资源局") == "青石县自然资源局");
  CHECK(aliases.name_of("青石县 规划局") == "青石县自然资源局");
  CHECK(aliases.name_of("青石县自然资源局") == "青石县自然资源局");
  CHECK(aliases.name_of("云溪县规划局") == "云溪县规划局");
  CHECK(OrganAliases().name_of("青石县规划局") == "青石县规划局");
}

TEST_CASE("a body that was renamed twice has one name, and a circle of names ends", "[report]") {
  const OrganAliases twice({{"丙局", {"乙局"}}, {"乙局", {"甲局"}}});
  CHECK(twice.name_of("甲局") == "丙局");
  const OrganAliases circle({{"甲局", {"乙局"}}, {"乙局", {"甲局"}}});
  CHECK_FALSE(circle.name_of("甲局").empty());
  const std::vector<OrganNames> itself = {{"甲局", {"甲局"}}};
  CHECK(OrganAliases(itself).name_of("甲局") == "甲局");
}

}  // namespace gialint
