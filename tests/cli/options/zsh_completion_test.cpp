#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/cli/completion_cases.hpp"
#include "tests/cli/completion_shell.hpp"
#include "tests/cli/program.hpp"

namespace gialint {
namespace {

TEST_CASE("zsh completes commands, options, their values and rules", "[cli]") {
  if (!have_shell("zsh")) return;
  const Folder folder;
  prepare_completion(folder);
  for (const char* language : {"zh", "en"}) {
    const std::string write =
        std::string("gialint completion zsh --lang ") + language + " > _gialint && zsh -n _gialint";
    REQUIRE(sorted_lines(write, folder).empty());
    for (const CompletionCase& example : completion_cases()) {
      std::string line = "gialint";
      for (const std::string& word : example.words) line += " " + word;
      INFO(language << ": " << line);
      const std::string capture = "zsh -f '" GIALINT_SOURCE_DIR "/tests/cli/capture.zsh' \"$PWD/_gialint\" '";
      CHECK(sorted_lines(capture + line + "'", folder) == example.offered);
    }
  }
}

}  // namespace
}  // namespace gialint
