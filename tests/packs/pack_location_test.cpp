#include "engine/packs/pack_location.hpp"

#include <catch2/catch.hpp>

#include "engine/packs/plugin.hpp"
#include "tests/support/scratch_folder.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

const char* const plugin_toml =
    "schema = 1\nname = \"province\"\nversion = \"0.1.0\"\ngialint = \">=0.1\"\n"
    "description = { zh = \"说明\", en = \"description\" }\n";

std::string small_rule(const std::string& more = "") {
  return "return {\n  api = 1, since = \"0.1.0\", severity = \"error\", precision = \"high\",\n"
         "  title = { zh = \"标题\", en = \"title\" }, help = { zh = \"做法\", en = \"help\" },\n"
         "  basis = { \"依据\" }, messages = { wrong = { zh = \"错\", en = \"wrong\" } },\n" +
         more + "  check = function(report, ctx) end,\n}\n";
}

TEST_CASE("a rule of a pack is called after the two folders above it", "[packs]") {
  const ScratchFolder folder;
  const fs::path file = folder.write("rules/local/x.lua", small_rule());
  const Result<RuleLocation> found = place_of_rule(file);
  REQUIRE(found.ok());
  CHECK(found->id == "local/x");
  CHECK(found->place.plugin.empty());
  CHECK(found->place.folder == folder.path() / "rules");
  CHECK(found->place.file_of("local/x") == file);

  const Result<RuleLocation> relative = place_of_rule("tests/x.lua");
  REQUIRE(relative.ok());
  CHECK(relative->place.folder == ".");
  CHECK(relative->place.file_of("tests/x") == "tests/x.lua");
}

TEST_CASE("a rule of a plugin is called after the plugin", "[packs]") {
  const ScratchFolder folder;
  folder.write("any-folder/plugin.toml", plugin_toml);
  const fs::path file = folder.write("any-folder/rules/x.lua", small_rule());
  const Result<RuleLocation> found = place_of_rule(file);
  REQUIRE(found.ok());
  CHECK(found->id == "province/x");
  CHECK(found->place.plugin == "province");
  CHECK(found->place.file_of("province/x") == file);
  CHECK(plugin_above(folder.path() / "any-folder/rules") == folder.path() / "any-folder");
  CHECK_FALSE(place_of_rule(folder.write("any-folder/rules/deeper/y.lua", small_rule())).ok());

  std::string named_wrongly = plugin_toml;
  named_wrongly.replace(named_wrongly.find("province"), 8, "No Name");
  folder.write("any-folder/plugin.toml", named_wrongly);
  const Result<RuleLocation> broken = place_of_rule(file);
  REQUIRE_FALSE(broken.ok());
  CHECK(broken.failure().where.path.ends_with("any-folder/plugin.toml"));
  CHECK(broken.failure().where.line == 2);
}

TEST_CASE("plugin.toml says name, version, gialint and description, and no more", "[packs]") {
  const Result<PluginHead> head = read_plugin_head(plugin_toml, "plugin.toml");
  REQUIRE(head.ok());
  CHECK(head->name == "province");
  CHECK(head->version == "0.1.0");
  CHECK(head->description.en == "description");
  CHECK_FALSE(read_plugin_head(std::string(plugin_toml) + "nmae = 1\n", "plugin.toml").ok());
}

TEST_CASE("a failure in a pack names the file as it is called outside", "[packs]") {
  const Bilingual what = {"坏", "broken"};
  const PackLocation pack = {"a/rules", ""};
  CHECK(pack.as_printed({{"rules/local/x.lua", 3}, what}) == Failure{{"a/rules/local/x.lua", 3}, what});
  CHECK(pack.as_printed({{"rules/presets/x.toml", 3, 1}, what}) == Failure{{"a/rules/presets/x.toml", 3, 1}, what});
  CHECK(pack.as_printed({{"lexicon/x.toml", 3, 1}, what}) == Failure{{"a/rules/lexicon/x.toml", 3, 1}, what});
  CHECK(pack.as_printed({{}, what}) == Failure{{}, what});
  const PackLocation plugin = {"p", "province"};
  CHECK(plugin.as_printed({{"rules/province/x.lua", 3}, what}) == Failure{{"p/rules/x.lua", 3}, what});
}

TEST_CASE("the pack that a folder stands in is found going up", "[packs]") {
  const ScratchFolder folder;
  fs::create_directories(folder.path() / ".git");
  folder.write("work/notes.txt", "");
  const auto found = [&](const char* below) {
    const Result<std::optional<PackLocation>> place = pack_above(folder.path() / below);
    REQUIRE(place.ok());
    return *place ? fs::weakly_canonical((*place)->folder).lexically_relative(folder.path()).string() : "none";
  };
  CHECK(found("work") == "none");
  folder.write("rules/local/x.lua", small_rule());
  CHECK(found("work") == "none");  // any program may use Lua
  folder.write("rules/local/x.test", "");
  CHECK(found("work") == "rules");
  CHECK(found("rules/local") == "rules");
  folder.write("work/plugin.toml", plugin_toml);
  CHECK(found("work") == "work");
}

TEST_CASE("of a pack the rules that were asked for are loaded, on its forms and phrases or the national ones",
          "[packs]") {
  const ScratchFolder folder;
  const PackLocation place = {folder.path(), ""};
  Result<std::shared_ptr<const Pack>> pack =
      load_pack_at(place, {{"local/x.lua", small_rule()}, {"local/y.lua", small_rule("  wrong = 1,\n")}});
  REQUIRE(pack.ok());
  CHECK((*pack)->rules->ids() == std::vector<std::string>{"local/x"});
  REQUIRE((*pack)->broken.size() == 1);
  CHECK((*pack)->broken[0].failure.where == FilePlace{(folder.path() / "local/y.lua").string(), 5});
  CHECK((*pack)->forms().editions.size() >= 2);

  folder.write("lexicon/words.toml", "no = 1\n");
  pack = load_pack_at(place, {});
  REQUIRE_FALSE(pack.ok());
  CHECK(to_string(pack.failure().where).find("lexicon/words.toml:1") != std::string::npos);
}

TEST_CASE("the phrases of a plugin stand on top of the national ones", "[packs]") {
  const ScratchFolder folder;
  folder.write("lexicon/words.toml", "schema = \"gialint-lexicon/1\"\ncommon_text = [\"本省通用的一句话\"]\n");
  folder.write("plugin.toml", plugin_toml);
  const PackLocation place = {folder.path(), "province"};
  const Result<std::shared_ptr<const Pack>> pack = load_pack_at(place, {{"province/x.lua", small_rule()}});
  REQUIRE(pack.ok());
  CHECK_FALSE((*pack)->forms().lexicon.measures.empty());
  CHECK(data_files_of(place) ==
        std::vector<fs::path>{folder.path() / "lexicon/words.toml", folder.path() / "plugin.toml"});
}

}  // namespace
}  // namespace gialint
