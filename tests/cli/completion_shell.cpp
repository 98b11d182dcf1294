#include "tests/cli/completion_shell.hpp"

#include <set>
#include <sstream>

#include <catch2/catch.hpp>

namespace gialint {

void prepare_completion(const Folder& folder) {
  folder.write("gialint.toml", "schema = 1\nplugins = [\"shandong\"]\n");
  const Outcome made =
      shell("mkdir bin && ln -s \"$GIALINT\" bin/gialint && cp -R '" GIALINT_SOURCE_DIR "/plugins/shandong' .",
            {folder.path(), "", {}});
  REQUIRE(made.status == 0);
}

std::vector<std::string> sorted_lines(const std::string& line, const Folder& folder) {
  const Outcome run = shell(line, {folder.path(),
                                   "",
                                   {{"PATH", folder.path() + "/bin:/usr/bin:/bin"},
                                    {"HOME", folder.path()},
                                    {"GIALINT_PLUGIN_PATH", folder.path()}}});
  INFO(run.err);
  CHECK(run.status == 0);
  std::set<std::string> lines;
  std::istringstream text(run.out);
  for (std::string word; std::getline(text, word);) {
    if (!word.empty()) lines.insert(word);
  }
  return {lines.begin(), lines.end()};
}

std::string quoted_words(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += " '" + word + "'";
  return text;
}

bool have_shell(const std::string& name) {
  const bool there = shell("command -v " + name).status == 0;
  if (!there) WARN("skipped: " << name << " is not installed");
  return there;
}

}  // namespace gialint
