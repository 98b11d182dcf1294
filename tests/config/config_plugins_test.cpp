#include "engine/config/config_plugins.hpp"

#include <filesystem>

#include <catch2/catch.hpp>

#include "tests/support/plugin_folder.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

/// Where the plugin called `name` in conf/gialint.toml is found, or why it is not.
std::string found(const ScratchFolder& scratch, const std::string& name, const std::vector<fs::path>& places = {}) {
  const PluginRequest request{name, scratch.path() / "conf", {"gialint.toml:1:12"}};
  const Result<fs::path> folder = find_plugin(request, places);
  if (folder) return folder->lexically_relative(scratch.path()).string();
  return without_path(to_string(folder.failure(), Language::zh), scratch);
}

TEST_CASE("a path with a NUL is no plugin's", "[config]") {
  const ScratchFolder folder;
  folder.write("p/plugin.toml", "");
  const PluginRequest request{std::string("./p\0q", 5), folder.path(), {}};
  const Result<std::filesystem::path> found = find_plugin(request, {});
  REQUIRE_FALSE(found.ok());
  CHECK(found.failure().what.en == "there is a NUL character in the plugin's path");
}

TEST_CASE("a path stays within the folder of the configuration", "[config]") {
  const ScratchFolder scratch;
  write_plugin(scratch, "conf/a", "a");
  write_plugin(scratch, "conf/deep/b", "b");
  write_plugin(scratch, "out", "out");
  write_plugin(scratch, "conf2/c", "c");
  fs::create_directory_symlink(scratch.path() / "out", scratch.path() / "conf/link");
  fs::create_directory_symlink("deep/b", scratch.path() / "conf/inside");
  CHECK(found(scratch, "./a") == "conf/a");
  CHECK(found(scratch, "deep/b") == "conf/deep/b");
  CHECK(found(scratch, "./deep/../a/") == "conf/a");
  CHECK(found(scratch, "./inside") == "conf/deep/b");
  const std::string outside = " 指到配置文件所在的文件夹外面，不能用；别处的插件用 gialint plugin add 安装后写名字";
  for (const char* path : {"../out", "./a/../../out", "..", "../conf2/c", "./link", "a/../../conf2/c"}) {
    CHECK(found(scratch, path) == "gialint.toml:1:12: 插件的路径 \"" + std::string(path) + "\"" + outside);
  }
  CHECK(found(scratch, (scratch.path() / "conf/a").string()).find("是绝对路径；要写相对于本文件的路径") !=
        std::string::npos);
  CHECK(found(scratch, "./none") == "gialint.toml:1:12: 没有插件文件夹 \"conf/none\"");
}

TEST_CASE("a name is looked for where plugins are installed, and nowhere else", "[config]") {
  const ScratchFolder scratch;
  write_plugin(scratch, "conf/near", "near");
  write_plugin(scratch, "one/ours", "ours");
  write_plugin(scratch, "two/ours", "ours");
  write_plugin(scratch, "two/other", "other");
  const std::vector<fs::path> places = {scratch.path() / "none", scratch.path() / "one", scratch.path() / "two"};
  CHECK(found(scratch, "ours", places) == "one/ours");
  CHECK(found(scratch, "other", places) == "two/other");
  CHECK(found(scratch, "near", places) ==
        "gialint.toml:1:12: 没有安装插件 \"near\"；是否想写 \"./near\"（本文件旁边的文件夹）？");
  CHECK(found(scratch, "othre", places) == "gialint.toml:1:12: 没有安装插件 \"othre\"；是否想写 \"other\"？");
  CHECK(found(scratch, "", places) ==
        "gialint.toml:1:12: 没有安装插件 \"\"；用 gialint plugin add 文件夹 安装，用 gialint plugin list 查看");
}

TEST_CASE("plugins are asked for by a configuration and by all that it extends", "[config]") {
  const ScratchFolder scratch;
  const fs::path file = scratch.write(
      "gialint.toml", "extends = [\"base/base.toml\", \"plugin:ours/strict\", \"none.toml\"]\nplugins = [\"ours\"]\n");
  scratch.write("base/base.toml", "extends = [\"../gialint.toml\"]\nplugins = [\"./theirs\"]\n");
  const auto requests_of = [&] {
    ConfigFiles files(file);
    return plugin_requests(files);
  };
  const Result<std::vector<PluginRequest>> requests = requests_of();
  REQUIRE(requests.ok());
  REQUIRE(requests->size() == 2);
  CHECK((*requests)[0].name == "./theirs");
  CHECK((*requests)[0].folder == scratch.path() / "base");
  CHECK(without_path(to_string((*requests)[0].origin), scratch) == "base/base.toml:2:12");
  CHECK((*requests)[1].name == "ours");

  scratch.write("gialint.toml", "plugins = [1]\n");
  CHECK_FALSE(requests_of().ok());
  scratch.write("gialint.toml", "not = toml =\n");
  CHECK(requests_of()->empty());  // read_config() says what is wrong
}

}  // namespace
}  // namespace gialint
