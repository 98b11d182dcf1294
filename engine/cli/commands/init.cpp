#include <optional>

#include <sys/stat.h>

#include "engine/cli/console/messages.hpp"
#include "engine/cli/console/new_file.hpp"
#include "engine/cli/options/command.hpp"
#include "engine/cli/options/option_table.hpp"
#include "engine/cli/runs/loading.hpp"

namespace gialint {
namespace {

const Bilingual config_template = {
    R"(# gialint 的配置。写法见 gialint explain、gialint rules；眼下生效的设置见 gialint config。
schema = 1

# 先读别的配置，再读这一份；路径相对于本文件。
# extends = ["base.toml"]

# 加载插件：本文件所在的文件夹里的路径，或者已安装的插件的名字（gialint plugin list）。
# plugins = ["./rules-of-our-city"]

# 以一套预设为底：recommended（默认）、strict（从严）、archive（已经公布的年报，只查数据）。
# preset = "strict"

# 消息的语言：zh 或 en。
# lang = "zh"

# 从哪一级起算不通过（退出状态 1）：error、warning、info。
# fail_on = "error"

# 不检查的文件，写法同 .gitignore。
# exclude = ["归档/", "*-草稿.txt"]

# 规则的级别：error、warning、info、off；可以用 "类别/*" 或者 "*"。选项和级别写在一起。
[rules]
# "类别/名称" = "warning"
# "类别/*" = "off"
# "类别/名称" = { severity = "info", 选项 = 5 }
# "类别/名称" = { fix = "off" }    # gialint fix 不改它报出的问题

# 只对一部分文件有效的设置，后写的优先。
# [[override]]
# files = ["乡镇/**"]
# rules = { "类别/名称" = "off" }

# 看过并且决定不改的诊断；place 和 until（到这一天为止）可以不写。
# [[suppress]]
# rule = "类别/名称"
# file = "民政局-2023.txt"
# place = "section/other_matters"
# reason = "已另行公布"
# until = 2099-12-31

# 哪个地区的年报汇总哪些机关的数据；名称同年报的标题。
# [corpus.regions]
# "地区的机关名称" = ["机关名称", "另一个机关名称"]

# 改过名的机关，找上年的年报时当作一个；名称同年报的标题。
# [organs.aliases]
# "现在的名称" = ["以前的名称"]
)",
    R"(# Configuration of gialint. See gialint rules and gialint explain; what is in force: gialint config.
schema = 1

# Read these first, then this file; paths are relative to this file.
# extends = ["base.toml"]

# Load plugins: a path within this file's folder, or the name of one that is installed (gialint plugin list).
# plugins = ["./rules-of-our-city"]

# The preset to build on: recommended (default), strict, archive (published reports: their data alone).
# preset = "strict"

# The language of messages: zh or en.
# lang = "zh"

# The level from which on a run fails (exit status 1): error, warning, info.
# fail_on = "error"

# Files that are not checked; patterns as in .gitignore.
# exclude = ["archive/", "*-draft.txt"]

# Severities of rules: error, warning, info, off; "category/*" and "*" may be used. Options stand beside the severity.
[rules]
# "category/name" = "warning"
# "category/*" = "off"
# "category/name" = { severity = "info", option = 5 }
# "category/name" = { fix = "off" }    # gialint fix leaves alone what it finds

# Settings for some of the files; later ones win.
# [[override]]
# files = ["towns/**"]
# rules = { "category/name" = "off" }

# Diagnostics that were looked at and stay; place and until (the last day) may be left out.
# [[suppress]]
# rule = "category/name"
# file = "a-bureau-2023.txt"
# place = "section/other_matters"
# reason = "published elsewhere"
# until = 2099-12-31

# Which bodies' figures a region's report adds up; names as in the titles.
# [corpus.regions]
# "name of the region's organ" = ["name of a body", "name of another"]

# Bodies that were renamed are one where last year's report is looked for; names as in the titles.
# [organs.aliases]
# "its name now" = ["a name before"]
)"};

Status run_init(const Options& options) {
  constexpr const char* file_name = "gialint.toml";
  constexpr const char* other_name = ".gialint.toml";
  const Language language = language_of(options);
  struct stat status {};
  const std::optional<Failure> failure = ::lstat(other_name, &status) == 0
                                             ? Failure{{}, messages::init_exists.with(other_name)}
                                             : write_new_file(file_name, config_template.in(language));
  if (failure) {
    complain(*failure, language);
    return Status::failed;
  }
  return print(say(messages::init_written, language, file_name) + "\n", language);
}

}  // namespace

const Command& init_command() {
  static const Command command = {
      .name = "init",
      .usage = {"init [选项]", "init [OPTION…]"},
      .summary = {"在当前文件夹写一份带说明的 gialint.toml；已有的不动",
                  "write a commented gialint.toml to the current folder, never over an existing one"},
      .detail = {},
      .arguments = {.least = 0, .most = 0, .names = {}, .kind = Expected::nothing, .words = {}},
      .run = run_init,
  };
  return command;
}

}  // namespace gialint
