#include <filesystem>

#include <catch2/catch.hpp>

#include "engine/rule_host/api_reference.hpp"
#include "tests/cli/program.hpp"

namespace gialint {
namespace {

TEST_CASE("api prints a page, and definitions for editors", "[cli]") {
  CHECK(gialint({"api"}).out == api_page());
  CHECK(gialint({"api", "--format", "lua"}).out == lua_definitions());
}

TEST_CASE("the page in plugins/ is the one that the program prints", "[cli]") {
  CHECK(bytes_of(std::string(GIALINT_SOURCE_DIR) + "/plugins/api.md") == api_page());
}

TEST_CASE("api writes what lua-language-server needs, and leaves settings that are there", "[cli]") {
  const Folder folder;
  const Setting here = {folder.path(), "", {}};
  CHECK(gialint({"api", "."}, here).status == 0);
  CHECK(bytes_of(folder / ".gialint/gialint.lua") == lua_definitions());
  CHECK(bytes_of(folder / ".luarc.json") == language_server_settings(".gialint"));

  folder.write(".luarc.json", "{}");
  folder.write(".gialint/gialint.lua", "old");
  const Outcome again = gialint({"api", "."}, here);
  CHECK(again.status == 0);
  CHECK(again.out.find("workspace.library") != std::string::npos);
  CHECK(bytes_of(folder / ".luarc.json") == "{}");
  CHECK(bytes_of(folder / ".gialint/gialint.lua") == lua_definitions());

  folder.write("file", "");
  const Outcome refused = gialint({"api", "file"}, here);
  CHECK(refused.status == 2);
  CHECK(refused.err.find("file/.gialint") != std::string::npos);
}

}  // namespace
}  // namespace gialint
