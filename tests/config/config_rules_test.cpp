#include "engine/config/config_rules.hpp"

#include <filesystem>
#include <string>
#include <variant>

#include <catch2/catch.hpp>

#include "engine/config/config.hpp"
#include "tests/support/sample_rules.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace gialint;

namespace {

/// A configuration on disk and what holds under it, a line a rule: "alpha/first error rules/alpha/first.lua".
class Scene {
 public:
  explicit Scene(const std::string& toml) : rules_(sample_rules()) {
    Result<Config> config = read_config(folder_.write("gialint.toml", toml), rules_);
    if (!config) {
      FAIL(to_string(config.failure(), Language::zh));
    }
    config_ = std::move(*config);
  }

  [[nodiscard]] std::vector<EffectiveRule> rules_for(const std::string& file, const Selection& selection) const {
    return effective_rules(config_, rules_, selection, folder_.path() / file);
  }

  [[nodiscard]] std::string state(const std::string& id, const std::string& file = "x.txt",
                                  const Selection& selection = {}) const {
    for (const EffectiveRule& rule : rules_for(file, selection)) {
      if (rule.id == id) {
        std::string origin = to_string(rule.origin);
        const std::string prefix = folder_.path().string() + "/";
        if (origin.rfind(prefix, 0) == 0) {
          origin.erase(0, prefix.size());
        }
        return (rule.on ? std::string(severity_name(rule.severity)) : "off") + " " + origin;
      }
    }
    return "none";
  }

  /// The ids of the pack's rules that run.
  [[nodiscard]] std::string running(const Selection& selection) const {
    std::string ids;
    for (const EffectiveRule& rule : rules_for("x.txt", selection)) {
      if (rule.on && rule.id.rfind("input/", 0) != 0 && rule.id.rfind("config/", 0) != 0) {
        ids += (ids.empty() ? "" : " ") + rule.id;
      }
    }
    return ids;
  }

  [[nodiscard]] const RulePack& pack() const { return rules_; }
  [[nodiscard]] const Config& config() const { return config_; }

 private:
  ScratchFolder folder_;
  RulePack rules_;
  Config config_;
};

Selection selection(std::vector<std::string> select, std::vector<std::string> ignore, std::vector<std::string> only) {
  Selection result;
  result.select = std::move(select);
  result.ignore = std::move(ignore);
  result.only = std::move(only);
  return result;
}

}  // namespace

TEST_CASE("a rule answers to the name it had, and who uses it is told", "[config]") {
  const Scene scene("schema = 1\n[rules]\n\"beta/subjects\" = { severity = \"error\", least = 5 }\n");
  CHECK(scene.state("beta/topics").rfind("error ", 0) == 0);
  for (const EffectiveRule& rule : scene.rules_for("x.txt", {})) {
    if (rule.id != "beta/topics") continue;
    CHECK(std::get<std::int64_t>(rule.options[1].value) == 5);
  }
  Selection selection;
  selection.only = {"alpha/second", "beta/subjects"};
  CHECK(scene.running(selection) == "alpha/second beta/topics");
  std::vector<std::string> lines;
  for (const Failure& remark : outdated_names(scene.config(), selection, scene.pack()))
    lines.push_back(to_string(remark, Language::en));
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].find("gialint.toml:3") != std::string::npos);
  CHECK(lines[0].find(": rule beta/subjects is now called beta/topics") != std::string::npos);
  CHECK(lines[1] == "--only: rule alpha/second is deprecated since 0.2.0; use beta/first instead");
  CHECK(lines[2] == "--only: rule beta/subjects is now called beta/topics");
  CHECK(outdated_names(scene.config(), {}, scene.pack()).size() == 1);
}

TEST_CASE("without a word about it a rule stands as its file says", "[config]") {
  const Scene scene("");
  CHECK(scene.state("alpha/first") == "error rules/alpha/first.lua");
  CHECK(scene.state("beta/first") == "info rules/beta/first.lua");
  CHECK(scene.state("input/undecodable") == "error gialint");
  CHECK(scene.state("internal/rule-error") == "none");
}

TEST_CASE("what names a rule more closely holds, whatever the order in the table", "[config]") {
  const Scene scene("[rules]\n\"alpha/first\" = \"info\"\n\"alpha/*\" = \"off\"\n\"*\" = \"error\"\n");
  CHECK(scene.state("alpha/first") == "info gialint.toml:2:1");
  CHECK(scene.state("alpha/second") == "off gialint.toml:3:1");
  CHECK(scene.state("beta/first") == "error gialint.toml:4:1");
}

TEST_CASE("the rules on the input itself have to be named", "[config]") {
  CHECK(Scene("[rules]\n\"*\" = \"off\"\n").state("input/undecodable") == "error gialint");
  CHECK(Scene("[rules]\n\"input/*\" = \"off\"\n").state("input/undecodable") == "off gialint.toml:2:1");
  CHECK(Scene("[rules]\n\"input/undecodable\" = \"info\"\n").state("input/undecodable") == "info gialint.toml:2:1");
  const Scene scene("");
  CHECK(scene.state("input/undecodable", "x.txt", selection({}, {}, {"alpha"})) == "error gialint");
  CHECK(scene.state("input/undecodable", "x.txt", selection({}, {"*"}, {})) == "error gialint");
  CHECK(scene.state("input/undecodable", "x.txt", selection({}, {"input"}, {})) == "off --ignore");
}

TEST_CASE("an override holds for its files alone, and the later one wins", "[config]") {
  const Scene scene(R"([rules]
"alpha/first" = "warning"
[[override]]
files = ["乡镇/*", "!乡镇/甲/"]
rules = { "alpha/first" = "off", "beta/topics" = { least = 7 } }
[[override]]
files = ["*.md"]
rules = { "alpha/*" = "info" }
)");
  CHECK(scene.state("alpha/first", "x.txt") == "warning gialint.toml:2:1");
  CHECK(scene.state("alpha/first", "乡镇/x.txt") == "off gialint.toml:5:11");
  CHECK(scene.state("alpha/first", "乡镇/甲/x.txt") == "warning gialint.toml:2:1");
  CHECK(scene.state("alpha/first", "区/乡镇/x.txt") == "warning gialint.toml:2:1");
  CHECK(scene.state("alpha/first", "乡镇/乙/x.md") == "info gialint.toml:8:11");
  CHECK(scene.state("alpha/first", "../乡镇/x.md") == "warning gialint.toml:2:1");
  CHECK(scene.state("beta/topics", "乡镇/x.txt") == "warning rules/beta/topics.lua");
  for (const EffectiveRule& rule : scene.rules_for("乡镇/x.txt", {})) {
    if (rule.id == "beta/topics") {
      CHECK(rule.options[1].name == "least");
      CHECK(rule.options[1].value == OptionValue(std::int64_t{7}));
      CHECK(rule.options[1].origin.line == 5);
      CHECK(rule.options[0].origin == FilePlace{"rules/beta/topics.lua"});
    }
  }
}

TEST_CASE("the command line has the last word, and there too the closest name holds", "[config]") {
  const Scene scene("[rules]\n\"alpha/*\" = \"off\"\n");
  CHECK(scene.running({}) == "beta/first beta/topics");
  CHECK(scene.running(selection({"alpha"}, {}, {})) == "alpha/first alpha/second beta/first beta/topics");
  CHECK(scene.running(selection({"*"}, {"beta/*"}, {})) == "alpha/first alpha/second");
  CHECK(scene.running(selection({"alpha/first"}, {"*"}, {})) == "alpha/first");
  CHECK(scene.running(selection({"alpha/*"}, {"alpha/first"}, {})) == "alpha/second beta/first beta/topics");
  CHECK(scene.running(selection({"alpha/first"}, {"alpha/first"}, {})) == "beta/first beta/topics");
  CHECK(scene.running(selection({}, {}, {"alpha/second"})) == "alpha/second");
  CHECK(scene.running(selection({}, {"beta/first"}, {"beta"})) == "beta/topics");
  CHECK(scene.running(selection({"beta"}, {}, {"alpha/second"})) == "alpha/second");
  CHECK(scene.state("alpha/first", "x.txt", selection({"alpha"}, {}, {})) == "error --select");
  CHECK(scene.state("beta/first", "x.txt", selection({}, {"beta"}, {})) == "off --ignore");
  CHECK(scene.state("beta/first", "x.txt", selection({}, {}, {"alpha"})) == "off --only");
}

TEST_CASE("a rule that is switched on again keeps the severity that was set", "[config]") {
  const Scene scene(
      "[rules]\n\"alpha/first\" = \"info\"\n[[override]]\nfiles = [\"*\"]\nrules = { \"*\" = \"off\" }\n");
  CHECK(scene.state("alpha/first", "x.txt", selection({"alpha"}, {}, {})) == "info --select");
}

TEST_CASE("a name to switch off that no rule bears is told, and the run goes on", "[config]") {
  const RulePack rules = sample_rules();
  CHECK_FALSE(check_selection(selection({}, {"beta/topic"}, {}), rules));
  const std::vector<Failure> remarks = outdated_names({}, selection({}, {"beta/topic", "alpha"}, {}), rules);
  REQUIRE(remarks.size() == 1);
  CHECK(with_place(remarks[0]) == Bilingual{"--ignore: 没有规则或类别 \"beta/topic\"；是否想写 \"beta/topics\"？",
                                            "--ignore: there is no rule or category \"beta/topic\"; did you mean "
                                            "\"beta/topics\"?"});
}

TEST_CASE("a name to switch on that no rule bears is refused on the command line", "[config]") {
  const RulePack rules = sample_rules();
  CHECK_FALSE(check_selection(selection({"alpha"}, {"beta/*", "*"}, {"input/undecodable"}), rules));
  const auto failure = [&](const Selection& wrong) {
    return to_string(check_selection(wrong, rules).value(), Language::zh);
  };
  CHECK(failure(selection({"alhpa"}, {}, {})) == "--select: 没有规则或类别 \"alhpa\"；是否想写 \"alpha\"？");
  CHECK(failure(selection({}, {}, {"alpha", ""})) == "--only: 没有规则或类别 \"\"；全部规则见 gialint rules");
  CHECK(failure(selection({}, {}, {"second"})) == "--only: 没有规则或类别 \"second\"；是否想写 \"alpha/second\"？");
}

TEST_CASE("the runner gets the rules that are on, and only what differs from their files", "[config]") {
  const Scene scene(R"([rules]
"alpha/first" = "off"
"alpha/second" = "warning"
"beta/topics" = { least = 5, style = "short" }
)");
  const RuleSettings settings = to_settings(scene.rules_for("x.txt", {}), scene.pack());
  CHECK(settings.count("alpha/first") == 0);
  CHECK(settings.at("alpha/second").severity == Severity::warning);  // set, though the same as the rule's own
  CHECK_FALSE(settings.at("beta/first").severity);
  CHECK_FALSE(settings.at("beta/topics").severity);
  REQUIRE(settings.at("beta/topics").options.size() == 1);
  CHECK(settings.at("beta/topics").options.at("least") == OptionValue(std::int64_t{5}));
  CHECK(settings.count("input/undecodable") == 1);
}

TEST_CASE("overrides hold for a file that is reached through a symbolic link", "[config]") {
  const ScratchFolder folder;
  const RulePack rules = sample_rules();
  folder.write("real/gialint.toml", "[[override]]\nfiles = [\"/x.txt\"]\nrules = { \"alpha/first\" = \"off\" }\n");
  folder.write("real/x.txt", "");
  std::filesystem::create_directory_symlink(folder.path() / "real", folder.path() / "link");
  const Result<Config> config = read_config(folder.path() / "link/gialint.toml", rules);
  REQUIRE(config.ok());
  CHECK_FALSE(effective_rules(*config, rules, {}, folder.path() / "real/x.txt")[0].on);
  CHECK_FALSE(effective_rules(*config, rules, {}, folder.path() / "link/x.txt")[0].on);
  CHECK(effective_rules(*config, rules, {}, folder.path() / "x.txt")[0].on);
}
