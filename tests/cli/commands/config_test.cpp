#include <string>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

Outcome config(const Folder& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"config", "--rules-dir", fixture("rules")});
  return gialint(arguments, {folder.path(), "", {}});
}

// The line that starts with `name`, its words one blank apart.
std::string line_of(const std::string& text, const std::string& name) {
  const std::size_t at = ("\n" + text).find("\n" + name + " ");
  if (at == std::string::npos) return "";
  std::string line;
  for (const char c : text.substr(at, text.find('\n', at) - at)) {
    if (c != ' ' || line.empty() || line.back() != ' ') line += c;
  }
  return line;
}

TEST_CASE("config shows every setting and where it comes from", "[cli]") {
  const Folder folder;
  folder.write("gialint.toml",
               "lang = \"en\"\nexclude = [\"old/\"]\n[rules]\n\"test/*\" = \"info\"\n"
               "\"test/warning-word\" = { limit = 5 }\n[[override]]\nfiles = [\"towns/**\"]\n"
               "rules = { \"test/error-word\" = \"off\" }\n");
  const Outcome run = config(folder, {});
  CHECK(run.status == 0);
  CHECK(run.err.empty());
  CHECK(run.out.find(folder / "gialint.toml") != std::string::npos);
  CHECK(line_of(run.out, "lang").find("\"en\"") != std::string::npos);
  CHECK(line_of(run.out, "lang").find("gialint.toml") != std::string::npos);
  CHECK(line_of(run.out, "fail_on").find("gialint.toml") == std::string::npos);
  CHECK(line_of(run.out, "exclude").find("[\"old/\"]") != std::string::npos);
  CHECK(line_of(run.out, "test/error-word").find("info gialint.toml:4:1") != std::string::npos);
  CHECK(line_of(run.out, "  limit").find("5") != std::string::npos);
  CHECK(line_of(run.out, "  limit").find("gialint.toml:5:1") != std::string::npos);
  CHECK(line_of(run.out, "input/not-a-report").find("error") != std::string::npos);

  const Outcome town = config(folder, {"towns/a.txt"});
  CHECK(line_of(town.out, "test/error-word").find("off gialint.toml:") != std::string::npos);
  const Outcome chosen = config(folder, {"--only", "test/info-word"});
  CHECK(line_of(chosen.out, "test/error-word").find("off --only") != std::string::npos);
}

TEST_CASE("the preset is shown with who chose it, and what it sets with the place in its file", "[cli]") {
  const Folder folder;
  folder.write("gialint.toml", "preset = \"gentle\"\n[rules]\n\"test/info-word\" = \"error\"\n");
  const Outcome named = config(folder, {});
  CHECK(line_of(named.out, "preset") == "preset \"gentle\" gialint.toml:1:1");
  CHECK(line_of(named.out, "test/error-word") == "test/error-word info rules/presets/gentle.toml:5:1");
  CHECK(line_of(named.out, "test/info-word") == "test/info-word error gialint.toml:3:1");
  const Outcome chosen = config(folder, {"--preset", "recommended"});
  CHECK(line_of(chosen.out, "preset") == "preset \"recommended\" --preset");
  CHECK(line_of(chosen.out, "test/error-word") == "test/error-word error rules/test/error-word.lua");
}

TEST_CASE("without a configuration the rules' own settings are shown", "[cli]") {
  const Folder folder;
  const Outcome run = config(folder, {"--isolated"});
  CHECK(run.status == 0);
  CHECK(line_of(run.out, "test/warning-word").find("warning rules/test/warning-word.lua") != std::string::npos);
}

TEST_CASE("a broken configuration is a failure", "[cli]") {
  const Folder folder;
  folder.write("gialint.toml", "shema = 1\n");
  const Outcome run = config(folder, {});
  CHECK(run.status == 2);
  CHECK(run.out.empty());
  CHECK(run.err.find("gialint: gialint.toml:1:1: ") == 0);
  CHECK(run.err.find("\"schema\"") != std::string::npos);
}

TEST_CASE("the schema is JSON that knows the rules", "[cli]") {
  const Folder folder;
  const Outcome run = config(folder, {"--schema"});
  CHECK(run.status == 0);
  CHECK(run.out.front() == '{');
  CHECK(run.out.find("\"test/warning-word\"") != std::string::npos);
  CHECK(run.out.find("\"limit\"") != std::string::npos);
}

}  // namespace
}  // namespace gialint
