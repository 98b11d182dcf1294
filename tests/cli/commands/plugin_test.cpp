#include <filesystem>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

const std::string report =
    "青山县水务局2023年政府信息公开工作年度报告\n一、总体情况\n我局全年主动公开信息,按时答复申请。\n";

/// A user with a home, a plugin somewhere, and a project with a report.
class Project {
 public:
  Project() {
    folder_.write("project/report.txt", report);
    folder_.write("project/gialint.toml", "schema = 1\n");
    fs::copy(std::string(GIALINT_SOURCE_DIR) + "/plugins/gongwen", folder_ / "theirs", fs::copy_options::recursive);
  }
  [[nodiscard]] Outcome run(const std::vector<std::string>& arguments, const std::string& below = "project") const {
    return gialint(arguments, {folder_ / below, "", {{"HOME", folder_ / "home"}}});
  }
  void configure(const std::string& toml) const { folder_.write("project/gialint.toml", toml); }
  [[nodiscard]] std::string installed(const std::string& file) const {
    return folder_ / ("home/.local/share/gialint/plugins/gongwen/" + file);
  }
  [[nodiscard]] const Folder& folder() const { return folder_; }
  /// `text` with the path of the folder taken out.
  [[nodiscard]] std::string shortened(std::string text) const {
    const std::string prefix = folder_.path() + "/";
    for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) {
      text.erase(at, prefix.size());
    }
    return text;
  }

 private:
  Folder folder_;
};

TEST_CASE("a plugin is installed, loaded by its name, held against its lock, and removed", "[cli]") {
  const Project project;
  const Outcome added = project.run({"plugin", "add", "../theirs"});
  CHECK(added.status == 0);
  CHECK(project.shortened(added.out) ==
        "插件 gongwen 1.0.0 已复制到 home/.local/share/gialint/plugins/gongwen\n已记入 gialint.lock\n"
        "要加载它，在 gialint.toml 里写上：plugins = [\"gongwen\"]\n");
  CHECK(bytes_of(project.installed("plugin.toml")) == bytes_of(project.folder() / "theirs/plugin.toml"));
  CHECK(bytes_of(project.folder() / "project/gialint.lock").find("name = \"gongwen\"") != std::string::npos);

  project.configure("plugins = [\"gongwen\"]\n");
  const Outcome found = project.run({"--only", "gongwen/*", "report.txt"});
  CHECK(found.out == "report.txt:3:11: warning: 半角“,”夹在中文里，应为全角“，” [gongwen/punctuation]\n");
  CHECK(found.status == 0);
  const Outcome verified = project.run({"plugin", "verify"});
  CHECK(verified.out == "gongwen：与锁文件一致\n");
  CHECK(verified.status == 0);

  project.folder().write("home/.local/share/gialint/plugins/gongwen/rules/spaces.lua", "return {}\n");
  fs::remove(project.installed("rules/spaces.test"));
  project.folder().write("home/.local/share/gialint/plugins/gongwen/rules/more.lua", "");
  const Outcome differs = project.run({"plugin", "verify"});
  CHECK(differs.status == 1);
  CHECK(differs.out.find("gongwen/rules/more.lua: 锁定时没有\n") != std::string::npos);
  CHECK(differs.out.find("gongwen/rules/spaces.lua: 与锁定时不同\n") != std::string::npos);
  CHECK(differs.out.find("gongwen/rules/spaces.test: 锁定时有，现在没有\n") != std::string::npos);
  const Outcome refused = project.run({"report.txt"});
  CHECK(refused.status == 2);
  CHECK(refused.out.empty());
  CHECK(refused.err.find("gongwen/rules/more.lua: 插件 gongwen 的这个文件锁定时没有") != std::string::npos);
  CHECK(refused.err.find("gialint plugin verify") != std::string::npos);

  CHECK(project.run({"plugin", "add", "../theirs"}).out.find("要加载它") == std::string::npos);
  CHECK(project.run({"plugin", "verify"}).status == 0);
  CHECK_FALSE(fs::exists(project.installed("rules/more.lua")));

  const Outcome removed = project.run({"plugin", "remove", "gongwen"});
  CHECK(removed.status == 0);
  CHECK_FALSE(fs::exists(project.installed("")));
  CHECK(bytes_of(project.folder() / "project/gialint.lock").find("gongwen") == std::string::npos);
  CHECK(project.run({"plugin", "remove", "gongwen"}).status == 2);
  CHECK(
      project.run({"report.txt"}).err ==
      "gialint: gialint.toml:1:12: 没有安装插件 \"gongwen\"；用 gialint plugin add 文件夹 安装，用 gialint plugin list "
      "查看\n");
  // Nothing half done is left behind.
  CHECK(fs::is_empty(project.folder() / "home/.local/share/gialint/plugins"));
}

TEST_CASE("a plugin in the configuration's folder stays there and is locked", "[cli]") {
  const Project project;
  fs::rename(project.folder() / "theirs", project.folder() / "project/rules-of-our-city");
  const Outcome added = project.run({"plugin", "add", "rules-of-our-city"});
  CHECK(added.out ==
        "插件 gongwen 1.0.0 在配置文件所在的文件夹里，不复制：rules-of-our-city\n已记入 gialint.lock\n"
        "要加载它，在 gialint.toml 里写上：plugins = [\"./rules-of-our-city\"]\n");
  CHECK_FALSE(fs::exists(project.folder() / "home"));
  project.configure("plugins = [\"./rules-of-our-city\"]\n");
  CHECK(project.run({"plugin", "verify"}).status == 0);
  const Outcome listed = project.run({"plugin", "list", "--lang", "en"});
  CHECK(listed.out ==
        "gongwen  1.0.0  4 rules  loaded  rules-of-our-city  punctuation, numbering and blanks of official documents "
        "(GB/T 15834-2011, GB/T 9704-2012)\n");
}

TEST_CASE("plugin says what it cannot do", "[cli]") {
  const Project project;
  const auto complaint = [&](const std::vector<std::string>& arguments) {
    const Outcome run = project.run(arguments);
    CHECK(run.status == 2);
    CHECK(run.out.empty());
    return project.shortened(run.err);
  };
  CHECK(complaint({"plugin"}).find("缺少参数：list、add、remove 或者 verify") != std::string::npos);
  CHECK(complaint({"plugin", "ad"}).find("不能是“ad”") != std::string::npos);
  CHECK(complaint({"plugin", "verfy"}).find("是否想写 verify") != std::string::npos);
  CHECK(complaint({"plugin", "add"}) == "gialint: 缺少参数：文件夹\n");
  CHECK(complaint({"plugin", "list", "x"}) == "gialint: 多了一个参数：x\n");
  CHECK(complaint({"plugin", "add", "none"}) == "gialint: none: 没有这个插件文件夹\n");
  CHECK(complaint({"plugin", "add", "."}) == "gialint: .: 文件夹里没有 plugin.toml，不是插件\n");
  CHECK(complaint({"plugin", "verify"}) == "gialint: gialint.lock: 没有锁文件；用 gialint plugin add 文件夹 写一份\n");
  for (const char* name : {"../theirs", "..", ".", "/etc"}) {
    CHECK(complaint({"plugin", "remove", name}).find("都没有插件") != std::string::npos);
  }
  project.folder().write("theirs/rules/bad.lua", "return 1\n");
  CHECK(complaint({"plugin", "add", "../theirs"}).find("theirs/rules/bad.lua:1: 规则文件应返回一个表") !=
        std::string::npos);
  CHECK_FALSE(fs::exists(project.folder() / "home"));
}

TEST_CASE("rules, explain, config and model know the plugins of the configuration at hand", "[cli]") {
  const Project project;
  fs::rename(project.folder() / "theirs", project.folder() / "project/gw");
  fs::copy(std::string(GIALINT_SOURCE_DIR) + "/plugins/shandong", project.folder() / "project/sd",
           fs::copy_options::recursive);
  project.configure("plugins = [\"./gw\", \"./sd\"]\nextends = [\"plugin:gongwen/strict\"]\n");
  project.folder().write("project/report.txt",
                         report + "六、其他需要报告的事项\n共收到代表建议2条，共收到政协提案3件。\n");
  CHECK(project.run({"rules"}).out.find("gongwen/list-comma") != std::string::npos);
  CHECK(project.run({"rules", "--isolated"}).out.find("gongwen/list-comma") == std::string::npos);
  CHECK(project.run({"rules"}, ".").out.find("gongwen/list-comma") == std::string::npos);
  CHECK(project.run({"rules", "--config", "project/gialint.toml"}, ".").out.find("gongwen/") != std::string::npos);
  CHECK(project.run({"explain", "gongwen/spaces"}).out.rfind("gongwen/spaces\n", 0) == 0);
  const Outcome config = project.run({"config", "report.txt"});
  CHECK(config.out.find("gw/presets/strict.toml:5:1") != std::string::npos);
  CHECK(config.out.find("plugins  [\"./gw\", \"./sd\"]") != std::string::npos);
  CHECK(project.run({"config", "--schema"}).out.find("\"gongwen/list-comma\"") != std::string::npos);
  CHECK(project.run({"config", "--schema"}).out.find("\"plugin:shandong/strict\"") != std::string::npos);
  CHECK(project.run({"model", "report.txt"}).out.find("\"shandong.motions\"") != std::string::npos);
  const Outcome sarif = project.run({"--format", "sarif", "report.txt"});
  CHECK(sarif.out.find("\"id\": \"gongwen/punctuation\"") != std::string::npos);
  CHECK(sarif.out.find("rules/gongwen/") == std::string::npos);  // no page that nobody has
  project.configure("plugins = [\"./none\"]\n");
  const Outcome broken = project.run({"rules"});
  CHECK(broken.status == 2);
  CHECK(broken.err == "gialint: gialint.toml:1:12: 没有插件文件夹 \"none\"\n");
}

TEST_CASE("a run uses the plugins of the configuration that it was started with, and of no other unless told",
          "[cli]") {
  const Project project;
  fs::copy(project.folder() / "theirs", project.folder() / "project/own", fs::copy_options::recursive);
  project.configure(
      "extends = [\"plugin:gongwen/strict\"]\nplugins = [\"./own\"]\n[rules]\n\"gongwen/punctuation\" = \"error\"\n"
      "\"structure/*\" = \"off\"\n[[suppress]]\nrule = \"gongwen/spaces\"\nfile = \"report.txt\"\nreason = \"x\"\n");
  const auto finds = [](const Outcome& run) { return run.out.find("[gongwen/punctuation]") != std::string::npos; };
  CHECK(finds(project.run({"report.txt"})));
  const Outcome below = project.run({"project"}, ".");
  CHECK_FALSE(finds(below));
  CHECK(below.err.find("project/gialint.toml: 这份配置点名的插件没有用") != std::string::npos);
  CHECK(below.err.find('\n') == below.err.size() - 1);
  CHECK(below.out.find("structure/") == std::string::npos);  // what else it says holds
  CHECK(below.status != 2);
  CHECK(finds(project.run({"project", "--trust"}, ".")));
  CHECK(finds(project.run({"project", "--config", "project/gialint.toml"}, ".")));
  project.folder().write("home/.config/gialint/trust.toml", "folders = [\"" + (project.folder() / "project") + "\"]\n");
  const Outcome listed = project.run({"project"}, ".");
  CHECK(finds(listed));
  CHECK(listed.err.empty());
}

TEST_CASE("no plugin is loaded from a folder unless its configuration says so", "[cli]") {
  const Project project;
  fs::rename(project.folder() / "theirs", project.folder() / "project/plugins");
  CHECK(project.run({"report.txt"}).out.find("gongwen/") == std::string::npos);
}

TEST_CASE("the pages of the project's plugins are up to date (gialint docs plugins/NAME writes them)", "[cli]") {
  for (const char* name : {"fee-decimals", "gongwen", "shandong"}) {
    const Outcome run = gialint({"docs", "--check", std::string(GIALINT_SOURCE_DIR) + "/plugins/" + name});
    CHECK(run.out.empty());
    CHECK(run.err.empty());
    CHECK(run.status == 0);
  }
}

}  // namespace
}  // namespace gialint
