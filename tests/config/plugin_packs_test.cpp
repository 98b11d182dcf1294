#include "engine/config/plugin_packs.hpp"

#include "engine/packs/plugin_lock.hpp"
#include "engine/run/file_walk.hpp"
#include "engine/run/run.hpp"
#include "tests/support/plugin_folder.hpp"
#include "tests/support/sample_pack.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

Result<std::shared_ptr<const Pack>> for_config(PluginPacks& packs, const fs::path& file) {
  ConfigFiles files(file);
  return packs.for_config(files);
}

TEST_CASE("each set of plugins is put together once", "[config]") {
  const ScratchFolder scratch;
  write_plugin(scratch, "places/ours", "ours");
  write_plugin(scratch, "a/theirs", "theirs");
  PluginPacks packs(sample_pack(), {scratch.path() / "places"});
  const auto pack_of = [&](const std::string& folder, const std::string& toml) {
    const Result<std::shared_ptr<const Pack>> pack = for_config(packs, scratch.write(folder + "/gialint.toml", toml));
    if (!pack) FAIL(to_string(pack.failure(), Language::zh));
    return *pack;
  };
  const auto plain = pack_of("x", "");
  const auto ours = pack_of("y", "plugins = [\"ours\"]\n");
  CHECK(plain->rules->find("ours/word") == nullptr);
  CHECK(ours->rules->find("ours/word") != nullptr);
  CHECK(pack_of("z", "plugins = [\"ours\", \"ours\"]\n") == ours);
  const auto both = pack_of("a", "plugins = [\"ours\", \"./theirs\"]\n");
  CHECK(both->rules->find("theirs/word") != nullptr);
  CHECK(packs.all().size() == 3);
}

TEST_CASE("two plugins of one name are refused", "[config]") {
  const ScratchFolder scratch;
  write_plugin(scratch, "places/ours", "ours");
  write_plugin(scratch, "places/renamed", "ours");
  write_plugin(scratch, "a/local", "ours");
  PluginPacks packs(sample_pack(), {scratch.path() / "places"});
  const auto failure = [&](const std::string& toml) {
    const Result<std::shared_ptr<const Pack>> pack = for_config(packs, scratch.write("a/gialint.toml", toml));
    return pack ? "" : without_path(to_string(pack.failure(), Language::zh), scratch);
  };
  CHECK(failure("plugins = [\"./local\", \"ours\"]\n") ==
        "a/gialint.toml:1:23: 两个插件都叫 \"ours\"：a/local 和 places/ours；只能加载一个，或者给其中一个改名");
  CHECK(failure("plugins = [\"renamed\"]\n") ==
        "a/gialint.toml:1:12: 装在 places/renamed 里的插件叫 \"ours\"，不叫 "
        "\"renamed\"：文件夹和 plugin.toml 里的 name 要一致");
}

TEST_CASE("a plugin that differs from the lock file beside the configuration is refused", "[config]") {
  const ScratchFolder scratch;
  write_plugin(scratch, "ours", "ours");
  const fs::path file = scratch.write("gialint.toml", "plugins = [\"./ours\"]\n");
  const auto failure = [&] {
    PluginPacks packs(sample_pack(), {});
    const Result<std::shared_ptr<const Pack>> pack = for_config(packs, file);
    return pack ? "" : without_path(to_string(pack.failure(), Language::zh), scratch);
  };
  CHECK(failure().empty());
  PluginLock lock;
  scratch.write("gialint.lock", to_toml(lock));
  CHECK(failure().empty());  // a plugin of which it says nothing
  lock.put(*read_plugin(scratch.path() / "ours"));
  scratch.write("gialint.lock", to_toml(lock));
  CHECK(failure().empty());
  scratch.write("ours/rules/word.lua", word_rule("甲"));
  CHECK(failure() ==
        "ours/rules/word.lua: 插件 ours 的这个文件与锁定时不同（见 gialint.lock）；用 gialint plugin verify "
        "核对，确认无误后用 gialint plugin add ours 重新锁定");
  fs::remove(scratch.path() / "ours/rules/word.lua");
  scratch.write("ours/rules/two.lua", word_rule("甲"));
  CHECK(failure().rfind("ours/rules/two.lua: 插件 ours 的这个文件锁定时没有", 0) == 0);
}

/// What rules said of which file: "a/1.txt ours/word".
std::vector<std::string> said(const ScratchFolder& scratch, unsigned jobs) {
  Settings settings(sample_pack(), {}, {});
  const Walk walk = find_files({scratch.path().string()}, {}, settings);
  RunOptions options;
  options.jobs = jobs;
  std::vector<std::string> lines;
  lint_files(walk.files, settings, sample_pack(), options, [&](FinishedFile file) {
    if (file.result.unreadable) lines.push_back(to_string(*file.result.unreadable, Language::zh));
    for (const Diagnostic& diagnostic : file.result.diagnostics) {
      lines.push_back(without_path(file.result.path, scratch) + " " + diagnostic.rule);
    }
    return true;
  });
  return lines;
}

TEST_CASE("each file is linted with the plugins of its own configuration", "[config]") {
  const ScratchFolder scratch;
  for (const char* folder : {"a", "b", "c"}) {
    for (const char* file : {"1.txt", "2.txt"}) scratch.write(std::string(folder) + "/" + file, sample_report);
    if (*folder == 'c') continue;
    write_plugin(scratch, std::string(folder) + "/ours", "ours-" + std::string(folder));
    scratch.write(std::string(folder) + "/gialint.toml", "plugins = [\"./ours\"]\n[rules]\n\"test/*\" = \"off\"\n");
  }
  const std::vector<std::string> wanted = {
      "a/1.txt ours-a/word",     "a/2.txt ours-a/word",      "b/1.txt ours-b/word",       "b/2.txt ours-b/word",
      "c/1.txt test/info-word",  "c/1.txt test/error-word",  "c/1.txt test/warning-word", "c/2.txt test/info-word",
      "c/2.txt test/error-word", "c/2.txt test/warning-word"};
  CHECK(said(scratch, 1) == wanted);
  CHECK(said(scratch, 3) == wanted);
}

TEST_CASE("severities, options and presets of plugins are set like any other", "[config]") {
  const ScratchFolder scratch;
  write_plugin(scratch, "ours", "ours");
  scratch.write("ours/rules/early.lua", word_rule("甲", "  stability = \"preview\",\n"));
  scratch.write(
      "ours/presets/strict.toml",
      "title = { zh = \"严\", en = \"strict\" }\n[rules]\n\"ours/*\" = \"error\"\n\"ours/early\" = \"info\"\n");
  const auto settings_of = [&](const std::string& toml) {
    scratch.write("gialint.toml", toml);
    Settings settings(sample_pack(), {}, {});
    const FolderSettings& folder = settings.in_folder(scratch.path());
    if (!folder.config.ok()) FAIL(to_string(folder.config.failure(), Language::zh));
    return *settings.rules_for(scratch.path() / "x.txt");
  };
  const std::string loaded = "plugins = [\"./ours\"]\n";
  const RuleSettings plain = settings_of(loaded);
  CHECK(plain.count("ours/word") == 1);
  CHECK(plain.count("ours/early") == 0);
  CHECK(settings_of(loaded + "[rules]\n\"ours/*\" = \"warning\"\n\"*\" = \"error\"\n").count("ours/early") == 0);
  CHECK(settings_of(loaded + "[rules]\n\"ours/early\" = \"warning\"\n").count("ours/early") == 1);
  CHECK(settings_of(loaded + "[rules]\n\"ours/early\" = {}\n").count("ours/early") == 1);
  CHECK(settings_of(loaded + "[rules]\n\"ours/*\" = \"off\"\n").count("ours/word") == 0);
  const RuleSettings strict = settings_of("extends = [\"plugin:ours/strict\"]\n" + loaded);
  CHECK(strict.at("ours/word").severity == Severity::error);
  CHECK(strict.at("ours/early").severity == Severity::info);
  // What stands in the file itself comes after what it extends.
  CHECK(settings_of("extends = [\"plugin:ours/strict\"]\n" + loaded + "[rules]\n\"ours/word\" = \"info\"\n")
            .at("ours/word")
            .severity == Severity::info);

  // On the command line, too, a rule in preview has to be named in full.
  const auto selected = [&](const Selection& selection) {
    scratch.write("gialint.toml", loaded);
    Settings settings(sample_pack(), selection, {});
    return settings.rules_for(scratch.path() / "x.txt")->count("ours/early");
  };
  CHECK(selected({{"ours/*", "*"}, {}, {}}) == 0);
  CHECK(selected({{"ours/early"}, {}, {}}) == 1);
  CHECK(selected({{}, {}, {"ours"}}) == 0);
  CHECK(selected({{}, {}, {"ours/early"}}) == 1);
  CHECK(selected({{"ours/early"}, {"ours/early"}, {}}) == 0);

  scratch.write("gialint.toml", "extends = [\"plugin:ours/stric\"]\n" + loaded);
  Settings wrong(sample_pack(), {}, {});
  CHECK(without_path(to_string(wrong.in_folder(scratch.path()).config.failure(), Language::zh), scratch)
            .find("gialint.toml:1:12: 没有预设 \"plugin:ours/stric\"；是否想写 \"plugin:ours/strict\"？") == 0);
}

}  // namespace
}  // namespace gialint
