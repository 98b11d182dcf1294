#include "engine/cli/commands/command_table.hpp"

#include <set>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("no two commands bear one name", "[cli]") {
  std::set<std::string_view> names;
  for (const Command* command : command_table()) CHECK(names.insert(command->name).second);
  CHECK(names.count("version") == 1);  // --version means it
  CHECK(names.size() == 20);
}

}  // namespace
}  // namespace gialint
