#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/cli/completion_cases.hpp"
#include "tests/cli/completion_shell.hpp"
#include "tests/cli/program.hpp"

namespace gialint {
namespace {

TEST_CASE("fish completes commands, options, their values and rules", "[cli]") {
  if (!have_shell("fish")) return;
  const Folder folder;
  prepare_completion(folder);
  for (const char* language : {"zh", "en"}) {
    const std::string write =
        std::string("gialint completion fish --lang ") + language + " > gialint.fish && fish --no-execute gialint.fish";
    REQUIRE(sorted_lines(write, folder).empty());
    for (const CompletionCase& example : completion_cases()) {
      std::string line = "gialint";
      for (const std::string& word : example.words) line += " " + word;
      INFO(language << ": " << line);
      // A hit is followed by a tab and its description.
      CHECK(sorted_lines("fish --no-config -c 'source gialint.fish; complete -C \"" + line + "\"' | cut -f 1",
                         folder) == example.offered);
    }
  }
}

}  // namespace
}  // namespace gialint
