#include <string>

#include <catch2/catch.hpp>

#include "engine/cli/commands/command_table.hpp"
#include "tests/cli/program.hpp"

namespace gialint {
namespace {

TEST_CASE("the manual page names every command and option, and groff has nothing to complain of", "[cli]") {
  const bool have_man = shell("command -v man").status == 0;
  if (!have_man) WARN("pages are not set: man (man-db) is not installed");
  for (const std::string language : {"zh", "en"}) {
    const Outcome page = gialint({"man", "--lang", language});
    REQUIRE(page.status == 0);
    CHECK(page.out.find(".SH ") != std::string::npos);
    if (!have_man) continue;
    const Folder folder;
    const std::string file = folder.write("gialint.1", page.out);
    const std::string locale = language == "zh" ? "zh_CN" : "C";
    const Outcome set = shell("MANWIDTH=80 man --warnings -E UTF-8 -L " + locale + " -l '" + file + "' | col -bx",
                              {folder.path(), "", {{"HOME", folder.path()}, {"MANROFFSEQ", ""}}});
    INFO(language);
    CHECK(set.err.empty());
    for (const Command* command : command_table()) {
      CHECK(set.out.find(command->name) != std::string::npos);
      for (const OptionEntry& option : options_of(*command)) {
        INFO(option.name);
        CHECK(set.out.find(option.name) != std::string::npos);
      }
    }
    CHECK(set.out.find("GIALINT(1)") != std::string::npos);
  }
}

}  // namespace
}  // namespace gialint
