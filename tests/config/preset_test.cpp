#include "engine/config/preset.hpp"

#include <map>

#include <catch2/catch.hpp>

#include "engine/config/settings.hpp"
#include "tests/support/sample_pack.hpp"
#include "tests/support/scratch_folder.hpp"

namespace gialint {
namespace {

std::shared_ptr<const Pack> pack_with_presets() {
  const std::shared_ptr<const Pack> sample = sample_pack();
  PackParts parts;
  parts.forms = sample->form_files();
  parts.rules = sample->rules;
  parts.presets = {{"presets/quiet.toml", "title = { zh = \"少\", en = \"less\" }\n[rules]\n\"test/*\" = \"off\"\n"},
                   {"presets/strict.toml", "title = { zh = \"严\", en = \"more\" }\n[rules]\n\"*\" = \"error\"\n"}};
  return *Pack::make(std::move(parts));
}

/// What holds for test/error-word: its severity, "own" or "off".
std::string in_force(Settings& settings, const std::filesystem::path& folder) {
  REQUIRE(settings.in_folder(folder).config.ok());
  const std::shared_ptr<const RuleSettings> rules = settings.rules_for(folder / "x.txt");
  const auto rule = rules->find("test/error-word");
  if (rule == rules->end()) return "off";
  return rule->second.severity ? std::string(severity_name(*rule->second.severity)) : "own";
}

TEST_CASE("every preset of the binary names rules and options that there are", "[config]") {
  const Result<std::shared_ptr<const Pack>> pack = load_pack();
  REQUIRE(pack.ok());
  CHECK(preset_names(**pack) == std::vector<std::string>{"archive", "recommended", "strict"});
  for (const std::string& name : preset_names(**pack)) {
    const Result<Preset> preset = find_preset(**pack, name, {"test"});
    INFO((preset.ok() ? name : to_string(preset.failure(), Language::zh)));
    REQUIRE(preset.ok());
    CHECK(preset->name == name);
    CHECK_FALSE(preset->title.zh.empty());
    CHECK_FALSE(preset->title.en.empty());
  }
}

TEST_CASE("a preset is the base: the configuration comes after it, --preset instead of the one it names", "[config]") {
  const ScratchFolder folder;
  folder.write("named/gialint.toml", "preset = \"strict\"\n");
  folder.write("both/gialint.toml", "preset = \"strict\"\n[rules]\n\"test/error-word\" = \"info\"\n");
  folder.write("extending/gialint.toml", "extends = [\"../named/gialint.toml\"]\n");
  std::filesystem::create_directories(folder.path() / "none");
  Settings settings(pack_with_presets(), {}, {});
  CHECK(in_force(settings, folder.path() / "none") == "own");
  CHECK(in_force(settings, folder.path() / "named") == "error");
  CHECK(in_force(settings, folder.path() / "extending") == "error");
  CHECK(in_force(settings, folder.path() / "both") == "info");

  Settings quiet(pack_with_presets(), {}, {std::nullopt, false, "quiet"});
  CHECK(in_force(quiet, folder.path() / "none") == "off");
  CHECK(in_force(quiet, folder.path() / "named") == "off");
  CHECK(in_force(quiet, folder.path() / "both") == "info");
}

TEST_CASE("a preset that there is not is told with the place that names it", "[config]") {
  const ScratchFolder folder;
  folder.write("gialint.toml", "lang = \"zh\"\npreset = \"strickt\"\n");
  const auto failure = [&](const ConfigChoice& choice) {
    Settings settings(pack_with_presets(), {}, choice);
    const Result<Config>& config = settings.in_folder(folder.path()).config;
    REQUIRE_FALSE(config.ok());
    return to_string(config.failure(), Language::zh);
  };
  CHECK(failure({}).find("gialint.toml:2:1: 没有预设 \"strickt\"；是否想写 \"strict\"？") != std::string::npos);
  CHECK(failure({std::nullopt, true, "none"}) == "--preset: 没有预设 \"none\"；可以是：quiet、strict");
}

TEST_CASE("what is wrong with a preset is told with its place", "[config]") {
  const auto failure = [](const std::string& text) {
    const Result<Preset> preset = find_preset({{"presets/own.toml", text}}, *sample_pack()->rules, "own", {"test"});
    REQUIRE_FALSE(preset.ok());
    return to_string(preset.failure(), Language::zh);
  };
  const std::string title = "title = { zh = \"自\", en = \"own\" }\n";
  CHECK(failure(title + "[rules]\n\"test/eror-word\" = \"off\"\n") ==
        "rules/presets/own.toml:3:1: 没有规则 \"test/eror-word\"；是否想写 \"test/error-word\"？");
  CHECK(failure(title + "[rules]\n\"test/error-word\" = \"of\"\n").find("rules/presets/own.toml:3:") == 0);
  CHECK(failure("[rules]\n").find("title") != std::string::npos);
  CHECK(failure(title + "rule = 1\n[rules]\n").find("rule") != std::string::npos);
}

TEST_CASE("a pack without presets has the default one, which sets nothing", "[config]") {
  const Result<Preset> preset = find_preset(*sample_pack(), default_preset, {"test"});
  REQUIRE(preset.ok());
  CHECK(preset->rules.empty());
  CHECK_FALSE(find_preset(*sample_pack(), "strict", {"test"}).ok());
}

}  // namespace
}  // namespace gialint
