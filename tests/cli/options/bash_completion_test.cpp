#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/cli/completion_cases.hpp"
#include "tests/cli/completion_shell.hpp"
#include "tests/cli/program.hpp"

namespace gialint {
namespace {

// What bash's completion function gives for the words.
std::vector<std::string> bash_offers(const std::vector<std::string>& words, const Folder& folder) {
  folder.write("drive.bash", "source <(gialint completion bash)\nCOMP_WORDS=(gialint" + quoted_words(words) +
                                 ")\nCOMP_CWORD=" + std::to_string(words.size()) +
                                 "\n_gialint\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n");
  return sorted_lines("bash drive.bash", folder);
}

TEST_CASE("bash completes commands, options, their values and rules", "[cli]") {
  if (!have_shell("bash")) return;
  const Folder folder;
  prepare_completion(folder);
  for (const CompletionCase& example : completion_cases()) {
    INFO(quoted_words(example.words));
    CHECK(bash_offers(example.words, folder) == example.offered);
  }
}

TEST_CASE("bash completes behind = too, lists behind a comma, and names with blanks", "[cli]") {
  if (!have_shell("bash")) return;
  const Folder folder;
  prepare_completion(folder);
  folder.write("年 报.txt", "");
  using Words = std::vector<std::string>;
  CHECK(bash_offers({"--color", "=", "al"}, folder) == Words{"always"});
  CHECK(bash_offers({"--color", "="}, folder) == Words{"always", "auto", "never"});
  CHECK(bash_offers({"--only", "table/unit,totals/row"}, folder) == Words{"table/unit,totals/row-total"});
  CHECK(bash_offers({"--only", "total"}, folder).front() == "totals");
  CHECK(bash_offers({"--", "年"}, folder) == Words{"年 报.txt"});
  CHECK(bash_offers({"--", "expl"}, folder).empty());
  CHECK(bash_offers({"docs", "shan"}, folder) == Words{"shandong"});
}

}  // namespace
}  // namespace gialint
