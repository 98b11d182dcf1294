#include "engine/config/config.hpp"

#include <filesystem>
#include <string>

#include <catch2/catch.hpp>

#include "tests/support/sample_rules.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace gialint;
namespace fs = std::filesystem;

namespace {

/// The failure that gialint.toml with this text gives, without the folder's path; empty when it is right.
std::string failure_of(const std::string& toml) {
  const ScratchFolder folder;
  const Result<Config> config = read_config(folder.write("gialint.toml", toml), sample_rules());
  if (config) {
    return "";
  }
  std::string text = to_string(config.failure(), Language::zh);
  const std::string prefix = folder.path().string() + "/";
  for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) {
    text.erase(at, prefix.size());
  }
  return text;
}

/// Makes `folder` the current one while it lives.
class CurrentFolder {
 public:
  explicit CurrentFolder(const fs::path& folder) : before_(fs::current_path()) { fs::current_path(folder); }
  CurrentFolder(const CurrentFolder&) = delete;
  CurrentFolder& operator=(const CurrentFolder&) = delete;
  ~CurrentFolder() { fs::current_path(before_); }

 private:
  fs::path before_;
};

}  // namespace

TEST_CASE("a configuration is read whole", "[config]") {
  const ScratchFolder folder;
  const fs::path file = folder.write("gialint.toml", R"(schema = 1
lang = "en"
fail_on = "warning"
exclude = ["草稿/", "*.bak"]

[rules]
"alpha/first" = "warning"
"beta/topics" = { severity = "info", least = 5, flag = false, style = "long", text = "字", words = ["甲", "乙"] }
"beta/*" = "off"

[[override]]
files = ["乡镇/**"]
rules = { "alpha/second" = "off" }
)");
  const Result<Config> config = read_config(file, sample_rules());
  REQUIRE(config.ok());
  CHECK(config->file == file);
  CHECK(config->folder == folder.path());
  CHECK(config->language == Language::en);
  CHECK(config->fail_on == Severity::warning);
  CHECK(config->exclude == std::vector<std::string>{"草稿/", "*.bak"});
  REQUIRE(config->rules.size() == 3);
  CHECK(config->rules[0].selector == "beta/*");  // what is said of all comes before what is said of one
  CHECK(config->rules[0].off);
  CHECK_FALSE(config->rules[0].severity);
  CHECK(config->rules[1].selector == "alpha/first");
  CHECK(config->rules[1].severity == Severity::warning);
  const RuleEntry& topics = config->rules[2];
  CHECK(topics.severity == Severity::info);
  CHECK(topics.options.size() == 5);
  CHECK(topics.options.at("least") == OptionValue(std::int64_t{5}));
  CHECK(topics.options.at("flag") == OptionValue(false));
  CHECK(topics.options.at("words") == OptionValue(std::vector<std::string>{"甲", "乙"}));
  REQUIRE(config->overrides.size() == 1);
  CHECK(config->overrides[0].files == std::vector<std::string>{"乡镇/**"});
  CHECK(config->overrides[0].rules.at(0).off);
}

TEST_CASE("regions and their bodies are read, and named again they are replaced", "[config]") {
  const ScratchFolder folder;
  folder.write("base.toml", "[corpus.regions]\n'甲县' = ['乙局']\n'丙县' = ['丁局', '戊局']\n");
  const Result<Config> config = read_config(
      folder.write("gialint.toml", "extends = ['base.toml']\n[corpus.regions]\n'甲县' = ['己局']\n"), sample_rules());
  REQUIRE(config.ok());
  REQUIRE(config->regions.size() == 2);
  CHECK(config->regions[0].name == "丙县");
  CHECK(config->regions[0].bodies == std::vector<std::string>{"丁局", "戊局"});
  CHECK(config->regions[1].bodies == std::vector<std::string>{"己局"});
}

TEST_CASE("bodies of several names are read, and named again they are replaced", "[config]") {
  const ScratchFolder folder;
  folder.write("base.toml", "[organs.aliases]\n'甲局' = ['乙局']\n'丙局' = ['丁局']\n");
  const Result<Config> config = read_config(
      folder.write("gialint.toml", "extends = ['base.toml']\n[organs.aliases]\n'甲局' = ['戊局', '己局']\n"),
      sample_rules());
  REQUIRE(config.ok());
  REQUIRE(config->aliases.size() == 2);
  CHECK(config->aliases[0].name == "丙局");
  CHECK(config->aliases[1].others == std::vector<std::string>{"戊局", "己局"});
}

TEST_CASE("an empty configuration says nothing", "[config]") {
  const ScratchFolder folder;
  const Result<Config> config = read_config(folder.write("gialint.toml", ""), sample_rules());
  REQUIRE(config.ok());
  CHECK(config->rules.empty());
  CHECK_FALSE(config->language);
  CHECK_FALSE(config->fail_on);
}

TEST_CASE("what is wrong in a configuration is named with place and remedy", "[config]") {
  const char* cases[][2] = {
      {"ruels = {}", "gialint.toml:1:1: 未知的键 \"ruels\"；是否想写 \"rules\"？"},
      {"schema = 2", "gialint.toml:1:10: \"schema\" 应在 1 与 1 之间，这里是 2"},
      {"lang = \"fr\"", "gialint.toml:1:8: \"lang\" 不能是 \"fr\"，可用：zh、en"},
      {"fail_on = \"warn\"", "gialint.toml:1:11: \"fail_on\" 不能是 \"warn\"，可用：error、warning、info"},
      {"fail_on = 'off'", "gialint.toml:1:11: \"fail_on\" 不能是 \"off\"，可用：error、warning、info"},
      {"exclude = [\"ok\", \"[a\"]", "gialint.toml:1:18: \"[a\" 不是有效的路径模式（写法同 .gitignore）"},
      {"[corpus]\nregion = {}", "gialint.toml:2:1: 未知的键 \"region\"；是否想写 \"regions\"？"},
      {"[organs]\nalias = {}", "gialint.toml:2:1: 未知的键 \"alias\"；可用的键：aliases"},
      {"[corpus.regions]\n\"甲县\" = \"乙局\"", "gialint.toml:2:8: \"甲县\" 应为字符串数组，这里是字符串"},
      {"plugins = \"./ours\"", "gialint.toml:1:11: \"plugins\" 应为字符串数组，这里是字符串"},
      {"[[suppress]]\nrule = 'alpha/first'\nreason = 'x'", "gialint.toml:1:1: 缺少键 \"file\""},
      {"[[suppress]]\nrule = '*'\nfile = 'a'\nreason = 'x'",
       "gialint.toml:2:1: \"rule\" 要写一条规则的编号，不能写类别或者 \"*\""},
      {"[[suppress]]\nrule = 'alpha/first'\nfile = '[a'\nreason = 'x'",
       "gialint.toml:3:1: \"[a\" 不是有效的路径模式（写法同 .gitignore）"},
      {"[[suppress]]\nrule = 'alpha/first'\nfile = 'a'\nreason = ' '",
       "gialint.toml:4:1: \"reason\" 不能空着：写明为什么可以不改"},
      {"[[suppress]]\nrule = 'alpha/first'\nfile = 'a'\nreason = 'x'\nuntil = '2026-06-30'",
       "gialint.toml:5:9: \"until\" 应为日期，不加引号，如 2026-06-30，这里是字符串"},
      {"[[suppress]]\nrule = 'alpha/first'\nfile = 'a'\nreason = 'x'\nfingerprint = 'ABC'",
       "gialint.toml:5:1: \"fingerprint\" 应为 32 个小写十六进制数字"},
      {"[rules]\n\"alpha/frist\" = \"off\"", "gialint.toml:2:1: 没有规则 \"alpha/frist\"；是否想写 \"alpha/first\"？"},
      {"[rules]\n\"alpa/*\" = \"off\"", "gialint.toml:2:1: 没有规则 \"alpa/*\"；是否想写 \"alpha/*\"？"},
      {"[rules]\nalpha = \"off\"", "gialint.toml:2:1: 没有规则 \"alpha\"；是否想写 \"alpha/*\"？"},
      {"[rules]\ntopics = \"off\"", "gialint.toml:2:1: 没有规则 \"topics\"；是否想写 \"beta/topics\"？"},
      {"[rules]\n\"中文\" = \"off\"", "gialint.toml:2:1: 没有规则 \"中文\"；全部规则见 gialint rules"},
      {"[rules]\n\"internal/rule-error\" = \"off\"",
       "gialint.toml:2:1: 没有规则 \"internal/rule-error\"；全部规则见 gialint rules"},
      {"[rules]\n\"alpha/first\" = \"warn\"",
       "gialint.toml:2:17: \"alpha/first\" 不能是 \"warn\"，可用：error、warning、info、off"},
      {"[rules]\n\"alpha/first\" = true",
       "gialint.toml:2:17: \"alpha/first\" 应为 \"error\"、\"warning\"、\"info\"、\"off\" 之一，或者表 { severity = …, "
       "选项 = … }，这里是布尔值"},
      {"[rules]\n\"alpha/first\" = { severty = \"off\" }",
       "gialint.toml:2:19: 未知的键 \"severty\"；是否想写 \"severity\"？"},
      {"[rules]\n\"beta/topics\" = { leest = 4 }", "gialint.toml:2:19: 未知的键 \"leest\"；是否想写 \"least\"？"},
      {"[rules]\n\"beta/*\" = { least = 4 }", "gialint.toml:2:14: 未知的键 \"least\"；可用的键：fix、severity"},
      {"[rules]\n\"beta/*\" = { fix = \"always\" }",
       "gialint.toml:2:20: \"fix\" 不能是 \"always\"，可用：off、safe、unsafe"},
      {"[rules]\n\"alpha/first\" = { fix = \"off\" }",
       "gialint.toml:2:19: 规则 \"alpha/first\" 不带修改，不能设 \"fix\""},
      {"[rules]\n\"beta/topics\" = { words = [1] }",
       "gialint.toml:2:27: 选项 \"words\" 应为布尔值、整数、字符串或者字符串数组，这里是数组"},
      {"[[override]]\nfiles = [\"a\"]", "gialint.toml:1:1: 缺少键 \"rules\""},
      {"[[override]]\nfiles = []\nrules = {}", "gialint.toml:2:1: \"files\" 至少要有一个路径模式"},
      {"[[override]]\nfiles = [\"a\"]\nrules = { \"beta/topic\" = \"off\" }",
       "gialint.toml:3:11: 没有规则 \"beta/topic\"；是否想写 \"beta/topics\"？"},
      {"[override]\nfiles = [\"a\"]", "gialint.toml:1:1: \"override\" 应为表的数组（[[…]]），这里是表"},
      {"extends = \"base.toml\"", "gialint.toml:1:11: \"extends\" 应为字符串数组，这里是字符串"},
      {"extends = [\"base.toml\"]", "gialint.toml:1:12: 没有文件 \"base.toml\""},
      {"extends = [\"/etc/gialint.toml\"]",
       "gialint.toml:1:12: \"extends\" 里要写相对于本文件的路径，这里是 \"/etc/gialint.toml\""},
      {"extends = [\"plugin:shandong/strict\"]",
       "gialint.toml:1:12: 没有预设 \"plugin:shandong/strict\"：先在 plugins 里写上这个插件；已经写了的，它没有预设"},
      {"extends = [\"gialint.toml\"]", "gialint.toml:1:12: \"extends\" 成了圈：\"gialint.toml\" 又引到自己"},
  };
  for (const auto& [toml, failure] : cases) {
    CAPTURE(toml);
    CHECK(failure_of(toml) == failure);
  }
}

TEST_CASE("an option's value is held against what the rule declares", "[config]") {
  const char* cases[][2] = {
      {"least = 0", "gialint.toml:2:27: 选项 \"least\" "},       {"least = 10", "gialint.toml:2:27: 选项 \"least\" "},
      {"least = \"4\"", "gialint.toml:2:27: 选项 \"least\" "},   {"flag = 1", "gialint.toml:2:26: 选项 \"flag\" "},
      {"style = \"lon\"", "gialint.toml:2:27: 选项 \"style\" "}, {"text = 1", "gialint.toml:2:26: 选项 \"text\" "},
      {"words = \"一\"", "gialint.toml:2:27: 选项 \"words\" "},
  };
  for (const auto& [option, failure] : cases) {
    CAPTURE(option);
    CHECK(failure_of("[rules]\n\"beta/topics\" = { " + std::string(option) + " }").rfind(failure, 0) == 0);
  }
}

TEST_CASE("what a configuration extends comes first, each file once more deeply", "[config]") {
  const ScratchFolder folder;
  folder.write("shared/deep.toml", "exclude = [\"deep\"]\nlang = \"zh\"\n[rules]\n\"*\" = \"info\"\n");
  folder.write("shared/base.toml",
               "extends = [\"deep.toml\"]\nexclude = [\"base\"]\nlang = \"en\"\n[rules]\n\"alpha/first\" = \"off\"\n");
  const fs::path file = folder.write("gialint.toml",
                                     "extends = [\"shared/base.toml\", \"shared/deep.toml\"]\nexclude = "
                                     "[\"own\"]\n[rules]\n\"alpha/*\" = \"error\"\n");
  const Result<Config> config = read_config(file, sample_rules());
  REQUIRE(config.ok());
  CHECK(config->folder == folder.path());
  CHECK(config->exclude == std::vector<std::string>{"deep", "base", "deep", "own"});
  CHECK(config->language == Language::zh);
  REQUIRE(config->rules.size() == 4);
  CHECK(config->rules[0].selector == "*");
  CHECK(config->rules[1].selector == "alpha/first");
  CHECK(config->rules[2].selector == "*");
  CHECK(config->rules[3].selector == "alpha/*");
  CHECK(config->rules[1].origin == FilePlace{(folder.path() / "shared/base.toml").string(), 5, 1});
}

TEST_CASE("files that extend each other in a circle, or without end, are refused", "[config]") {
  const ScratchFolder folder;
  folder.write("a.toml", "extends = [\"sub/b.toml\"]\n");
  folder.write("sub/b.toml", "extends = [\"../a.toml\"]\n");
  const Result<Config> circle = read_config(folder.path() / "a.toml", sample_rules());
  REQUIRE_FALSE(circle.ok());
  CHECK(circle.failure().where == FilePlace{(folder.path() / "sub/b.toml").string(), 1, 12});

  folder.write("0.toml", "");
  for (int i = 1; i < 40; ++i) {
    const std::string before = std::to_string(i - 1) + ".toml";
    folder.write(std::to_string(i) + ".toml", "extends = [\"" + before + "\", \"" + before + "\"]\n");
  }
  const Result<Config> endless = read_config(folder.path() / "39.toml", sample_rules());
  REQUIRE_FALSE(endless.ok());
  CHECK(endless.failure().what.zh == "extends 牵出的文件超过 64 个");
}

TEST_CASE("a mistake in an extended file is named there", "[config]") {
  const ScratchFolder folder;
  folder.write("base.toml", "\n[rulse]\n");
  const Result<Config> config = read_config(folder.write("gialint.toml", "extends = [\"base.toml\"]"), sample_rules());
  REQUIRE_FALSE(config.ok());
  CHECK(to_string(config.failure().where) == (folder.path() / "base.toml:2:2").string());
}

TEST_CASE("a file that cannot be read or is no configuration fails", "[config]") {
  const ScratchFolder folder;
  CHECK_FALSE(read_config(folder.path() / "none.toml", sample_rules()).ok());
  CHECK_FALSE(read_config(folder.path(), sample_rules()).ok());
  CHECK_FALSE(read_config(folder.write("a.toml", std::string("\0\x01\xFF", 3)), sample_rules()).ok());
  const Result<Config> large = read_config(folder.write("b.toml", std::string((1U << 20U) + 1, '#')), sample_rules());
  REQUIRE_FALSE(large.ok());
  CHECK(large.failure().what.zh == "配置文件超过 1 MiB");
}

TEST_CASE("places are named from the current folder", "[config]") {
  const ScratchFolder folder;
  folder.write("gialint.toml", "[rules]\n\"alpha/first\" = \"off\"\n");
  folder.write("sub/deeper/x.txt", "");
  {
    const CurrentFolder here(folder.path());
    CHECK(read_config("gialint.toml", sample_rules())->rules[0].origin == FilePlace{"gialint.toml", 2, 1});
  }
  {
    const CurrentFolder here(folder.path() / "sub");
    CHECK(read_config(folder.path() / "gialint.toml", sample_rules())->rules[0].origin ==
          FilePlace{"../gialint.toml", 2, 1});
  }
}

TEST_CASE("the nearest configuration above a file is found, up to the repository", "[config]") {
  const ScratchFolder folder;
  const fs::path top = folder.write("gialint.toml", "");
  const fs::path hidden = folder.write("a/.gialint.toml", "");
  const fs::path both = folder.write("b/gialint.toml", "");
  folder.write("b/.gialint.toml", "");
  folder.write("repository/.git/HEAD", "");
  folder.write("worktree/.git", "gitdir: elsewhere\n");
  const fs::path own = folder.write("owner/gialint.toml", "");
  folder.write("owner/.git/HEAD", "");
  fs::create_directories(folder.path() / "c/gialint.toml");
  fs::create_directories(folder.path() / "a/x/y");

  CHECK(find_config(folder.path()) == top);
  CHECK(find_config(folder.path() / "x.txt") == top);
  CHECK(find_config(folder.path() / "a/x/y") == hidden);
  CHECK(find_config(folder.path() / "a/x/y/z.txt") == hidden);
  CHECK(find_config(folder.path() / "b/x.txt") == both);
  CHECK(find_config(folder.path() / "c/x.txt") == top);
  CHECK(find_config(folder.path() / "no/such/folder/x.txt") == top);
  CHECK_FALSE(find_config(folder.path() / "repository/x.txt"));
  CHECK_FALSE(find_config(folder.path() / "repository/a/b/x.txt"));
  CHECK_FALSE(find_config(folder.path() / "worktree/x.txt"));
  CHECK(find_config(folder.path() / "owner/a/x.txt") == own);
  const CurrentFolder here(folder.path() / "a/x");
  CHECK(find_config("y/z.txt") == hidden);
  CHECK(find_config("../../b") == both);
}
