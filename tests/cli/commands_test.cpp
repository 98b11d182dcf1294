#include "engine/cli/commands.hpp"

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

TEST_CASE("a control character in a path reaches no terminal", "[cli]") {
  const Outcome run = gialint({"--lang", "en", "no\x1b[2Jsuch\nfile.txt"});
  CHECK(run.err == "gialint: no\\u{1b}[2Jsuch\\u{a}file.txt: no such file or folder\n");
  CHECK(run.status == 2);
}

TEST_CASE("the configuration is chosen by the options", "[cli]") {
  Options options;
  CHECK_FALSE(config_choice(options).file);
  options.config = "a.toml";
  options.isolated = true;
  CHECK(config_choice(options).file == std::filesystem::path("a.toml"));
  CHECK(config_choice(options).isolated);
}

TEST_CASE("the language is Chinese unless another is asked for", "[cli]") {
  Options options;
  CHECK(language_of(options) == Language::zh);
  options.language = Language::en;
  CHECK(language_of(options) == Language::en);
}

}  // namespace
}  // namespace gialint
