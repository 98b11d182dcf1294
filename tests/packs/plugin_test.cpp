#include "engine/packs/plugin.hpp"

#include <filesystem>

#include <catch2/catch.hpp>

#include "tests/support/plugin_folder.hpp"
#include "tests/support/sample_pack.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

/// A folder "p" whose plugin.toml says `head`, with one rule.
std::string head_failure(const std::string& head) {
  const ScratchFolder scratch;
  scratch.write("p/plugin.toml", head);
  scratch.write("p/rules/word.lua", word_rule("丙"));
  const Result<Plugin> plugin = read_plugin(scratch.path() / "p");
  return plugin ? "" : without_path(to_string(plugin.failure(), Language::zh), scratch);
}

TEST_CASE("a plugin is read with all of its files", "[packs]") {
  const ScratchFolder scratch;
  write_plugin(scratch, "p", "ours");
  scratch.write("p/lexicon/words.toml", "schema = \"gialint-lexicon/1\"\n");
  scratch.write("p/editions/2021.toml", "schema = \"gialint-edition/1\"\noverlay = \"2021\"\n");
  scratch.write("p/presets/strict.toml", "");
  scratch.write("p/README.md", "读我");
  scratch.write("p/rules/word.test", "");
  scratch.write("p/.git/config", "");
  const Result<Plugin> plugin = read_plugin(scratch.path() / "p");
  if (!plugin) FAIL(to_string(plugin.failure(), Language::zh));
  CHECK(plugin->name == "ours");
  CHECK(plugin->version == "1.2.3");
  CHECK(plugin->description.en == "a trial");
  CHECK(plugin->folder == scratch.path() / "p");
  REQUIRE(plugin->rules.size() == 1);
  CHECK(plugin->rules[0].path == "ours/word.lua");
  CHECK(plugin->lexicon.at(0).path == "lexicon/words.toml");
  CHECK(plugin->editions.at(0).path == "editions/2021.toml");
  CHECK(plugin->presets.at(0).path == "ours/presets/strict.toml");
  std::vector<std::string> files;
  for (const auto& [path, digest] : plugin->digests) {
    files.push_back(path);
    CHECK(digest.size() == 64);
  }
  CHECK(files == std::vector<std::string>{"README.md", "editions/2021.toml", "lexicon/words.toml", "plugin.toml",
                                          "presets/strict.toml", "rules/word.lua", "rules/word.test"});
}

TEST_CASE("what is wrong in plugin.toml is named with place and remedy", "[packs]") {
  CHECK(head_failure(plugin_head("ours")).empty());
  CHECK(head_failure(plugin_head("ours", "descripton = 1\n")) ==
        "p/plugin.toml:6:1: 未知的键 \"descripton\"；是否想写 \"description\"？");
  CHECK(head_failure("schema = 1\nname = \"ours\"\n") ==
        "p/plugin.toml:1:1: 缺少键 \"version\"、\"gialint\"、\"description\"");
  CHECK(head_failure(plugin_head("Our City")) ==
        "p/plugin.toml:2:1: 插件名 \"Our City\" 只能用小写字母、数字和连字符，以字母开头，例如 \"our-city\"");
  std::string of_later = plugin_head("ours");
  of_later.replace(of_later.find('1'), 1, "2");
  CHECK(head_failure(of_later) == "p/plugin.toml:1:10: \"schema\" 应在 1 与 1 之间，这里是 2");
  const auto with = [](const std::string& version, const std::string& range) {
    return "schema = 1\nname = \"ours\"\nversion = \"" + version + "\"\ngialint = \"" + range +
           "\"\ndescription = { zh = \"试\", en = \"try\" }\n";
  };
  CHECK(head_failure(with("1.0", ">=0.1")) == "p/plugin.toml:3:1: 版本号 \"1.0\" 应写成三个数，例如 \"1.0.0\"");
  CHECK(head_failure(with("1.0.0", "0.1")) ==
        "p/plugin.toml:4:1: \"gialint\" 应写适用的版本范围，例如 \">=0.1, <2\"，这里是 \"0.1\"");
  const std::string too_new = head_failure(with("1.0.0", ">=99"));
  CHECK(too_new.rfind("p/plugin.toml:4:1: 插件适用于 gialint >=99，而本程序是 ", 0) == 0);
}

TEST_CASE("files that cannot be used where they lie are named", "[packs]") {
  const auto failure_with = [](const std::string& file, const std::string& text) {
    const ScratchFolder scratch;
    write_plugin(scratch, "p", "ours");
    scratch.write("p/" + file, text);
    const Result<Plugin> plugin = read_plugin(scratch.path() / "p");
    return plugin ? "" : without_path(to_string(plugin.failure(), Language::zh), scratch);
  };
  CHECK(failure_with("word.lua", "") == "p/word.lua: 规则要直接放在插件的 rules/ 里：rules/名称.lua");
  CHECK(failure_with("rules/totals/word.lua", "") ==
        "p/rules/totals/word.lua: 规则要直接放在插件的 rules/ 里：rules/名称.lua");
  CHECK(failure_with("lexicon/more/words.toml", "") == "p/lexicon/more/words.toml: 要直接放在插件的 lexicon/ 里");
  CHECK(failure_with("tests/sample.toml", "").empty());

  const ScratchFolder scratch;
  CHECK(read_plugin(scratch.path() / "none").failure().what.zh == "没有这个插件文件夹");
  scratch.write("p/README.md", "");
  CHECK(read_plugin(scratch.path() / "p").failure().what.zh == "文件夹里没有 plugin.toml，不是插件");
  scratch.write("p/plugin.toml", plugin_head("ours"));
  CHECK(read_plugin(scratch.path() / "p").failure().what.zh.rfind("插件里没有规则", 0) == 0);
}

TEST_CASE("a link that leads out of a plugin is refused", "[packs]") {
  const ScratchFolder scratch;
  write_plugin(scratch, "p", "ours");
  scratch.write("secret.lua", "");
  fs::create_symlink("word.lua", scratch.path() / "p/rules/same.lua");
  CHECK(read_plugin(scratch.path() / "p").ok());
  fs::create_symlink("../../secret.lua", scratch.path() / "p/rules/other.lua");
  CHECK(without_path(to_string(read_plugin(scratch.path() / "p").failure(), Language::zh), scratch) ==
        "p/rules/other.lua: 符号链接指到插件的文件夹外面，不能用；把文件本身放进来");
}

/// The pack of the binary with the plugin in `folder`.
Result<std::shared_ptr<const Pack>> pack_with(const ScratchFolder& scratch, const std::string& folder) {
  const Result<Plugin> plugin = read_plugin(scratch.path() / folder);
  if (!plugin) return plugin.failure();
  return with_plugins(sample_pack(), {*plugin});
}

TEST_CASE("a pack with a plugin has its rules, phrases, forms and presets besides its own", "[packs]") {
  const ScratchFolder scratch;
  write_plugin(scratch, "p", "ours");
  scratch.write("p/lexicon/words.toml", R"(schema = "gialint-lexicon/1"
[[measures]]
id = "ours.motions"
title = { zh = "提案", en = "motions" }
)");
  scratch.write("p/editions/2021.toml", R"(schema = "gialint-edition/1"
overlay = "2021"
[[tables]]
id = "art20_8"
[[tables.columns]]
id = "fee_amount"
decimals = 4
)");
  scratch.write("p/presets/strict.toml",
                "title = { zh = \"严\", en = \"strict\" }\n[rules]\n\"ours/word\" = \"error\"\n");
  const std::shared_ptr<const Pack> base = sample_pack();
  const Result<std::shared_ptr<const Pack>> pack = pack_with(scratch, "p");
  if (!pack) FAIL(to_string(pack.failure(), Language::zh));
  CHECK((*pack)->rules->ids() ==
        std::vector<std::string>{"ours/word", "test/error-word", "test/info-word", "test/warning-word"});
  CHECK((*pack)->forms().lexicon.measure("ours.motions") != nullptr);
  CHECK(base->forms().lexicon.measure("ours.motions") == nullptr);
  CHECK((*pack)->forms().editions.size() == base->forms().editions.size());
  CHECK((*pack)->forms().editions.back().table("art20_8")->columns.front().decimals == 4);
  CHECK(base->forms().editions.back().table("art20_8")->columns.front().decimals == 0);
  CHECK((*pack)->presets.back().path == "ours/presets/strict.toml");
}

TEST_CASE("a plugin with something that cannot be used is refused, with file and line", "[packs]") {
  const ScratchFolder scratch;
  const auto failure = [&](const std::string& folder) {
    const Result<std::shared_ptr<const Pack>> pack = pack_with(scratch, folder);
    return pack ? "" : without_path(to_string(pack.failure(), Language::zh), scratch);
  };
  write_plugin(scratch, "a", "ours");
  scratch.write("a/rules/broken.lua", "return {\n  api = 2,\n}\n");
  CHECK(failure("a") == "a/rules/broken.lua:2: 字段 api 应为 1：本程序只懂第 1 版规则接口");
  scratch.write("a/rules/broken.lua", "return {\n  api = = 1,\n}\n");
  CHECK(failure("a").rfind("a/rules/broken.lua:2: 语法错误", 0) == 0);
  scratch.write("a/rules/broken.lua", "error('no')\n");
  CHECK(failure("a").rfind("a/rules/broken.lua:1: ", 0) == 0);
  write_plugin(scratch, "b", "ours");
  scratch.write("b/lexicon/words.toml",
                "schema = \"gialint-lexicon/1\"\n[[phrases]]\nfamily = \"none\"\npatterns = []\n");
  CHECK(failure("b").rfind("b/lexicon/words.toml:3:1: 没有叫 \"none\" 的 family", 0) == 0);
  write_plugin(scratch, "c", "ours");
  scratch.write("c/editions/x.toml", "schema = \"gialint-edition/1\"\noverlay = \"2012\"\n");
  CHECK(failure("c") == "c/editions/x.toml:2:11: \"overlay\" 所指的格式 \"2012\" 没有；是否想写 \"2019\"？");
  write_plugin(scratch, "d", "test");
  CHECK(failure("d") == "d/plugin.toml: \"test\" 是自带规则的一个类别，插件要换个名字");
  write_plugin(scratch, "e", "input");
  CHECK(failure("e") == "e/plugin.toml: \"input\" 是自带规则的一个类别，插件要换个名字");
}

}  // namespace
}  // namespace gialint
