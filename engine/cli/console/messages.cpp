#include "engine/cli/console/messages.hpp"

#include <cstddef>

namespace gialint {

const std::vector<Bilingual>& all_texts() {
  static const std::vector<Bilingual> texts = {
      // unknown_option
      {"没有选项 {}{}", "there is no option {}{}"},
      // did_you_mean
      {"；是否想写 {}？", "; did you mean {}?"},
      // see_help
      {"用法见 gialint {}--help", "for the usage see gialint {}--help"},
      // option_needs_value
      {"选项 {} 后面要有一个值", "the option {} needs a value"},
      // wrong_usage
      {"用法不对：{}", "wrong usage: {}"},
      // unknown_choice
      {"{} 的值不能是“{}”{}可以是：{}", "{} cannot be '{}'{} It can be: {}"},
      // option_only_with
      {"{} 只能和 {} 一起用", "{} goes with {} only"},
      // option_not_with
      {"{} 不能和 {} 一起用", "{} does not go with {}"},
      // not_a_number
      {"{} 要的是 {} 到 {} 之间的整数，不能是“{}”", "{} takes a whole number from {} to {}, not '{}'"},
      // output_twice
      {"两个 --output 写进同一个文件：{}", "two --output write to the same file: {}"},
      // too_many_paths
      {"多了一个参数：{}", "one argument too many: {}"},
      // missing_argument
      {"缺少参数：{}", "missing argument: {}"},
      // unknown_command
      {"没有命令 {}{}", "there is no command {}{}"},
      // unknown_kind
      {"new 后面要写 rule 或者 plugin，不能是 {}{}", "new takes rule or plugin, not {}{}"},
      // unknown_shell
      {"不会为“{}”写补全{}可以是：{}", "no completion for '{}'{} It can be: {}"},
      // excluded
      {"按 exclude 的设置排除，未读", "not read: excluded"},
      // no_files
      {"没有要读的文件", "no files to read"},
      // progress
      {"{} / {} 个文件（{}%），每秒 {} 个，剩余 {}", "{} of {} files ({}%), {} a second, {} left"},
      // cannot_write
      {"写不进去：{}", "cannot write: {}"},
      // rule_failed
      {"{}: 规则 {} 未能完成：{}", "{}: the rule {} failed: {}"},
      // rule_not_loaded
      {"规则 {} 不能用，已略过：{}", "the rule {} cannot be used and is left out: {}"},
      // failed_elsewhere
      {"规则 {} 的同一失败还见于另外 {} 个文件", "the same failure of the rule {} came up in {} more files"},
      // summary
      {"检查了 {} 个文件：{} 个错误，{} 个警告，{} 个提示", "{} files checked: {} errors, {} warnings, {} infos"},
      // summary_unreadable
      {"；{} 个没能检查", "; {} could not be checked"},
      // summary_known
      {"；基线里已有的 {} 项没有列出", "; {} of the baseline not shown"},
      // summary_suppressed
      {"；按 [[suppress]] 略过 {} 项", "; {} suppressed by [[suppress]]"},
      // summary_interrupted
      {"；没有检查完就中断了", "; interrupted before the end"},
      // baseline_stale
      {"{}: 有 {} 项已不再出现；用 gialint baseline --prune 去掉",
       "{}: {} entries are there no more; take them out with gialint baseline --prune"},
      // baseline_exists
      {"{}: 已经有基线；要把新的加进去用 --update，只去掉没有用的用 --prune",
       "{}: there is a baseline already; --update adds what is new, --prune only takes out what is of no use"},
      // baseline_none
      {"没有找到 gialint-baseline.json；先用 gialint baseline --reason … 写一份",
       "there is no gialint-baseline.json; write one with gialint baseline --reason …"},
      // baseline_needs_reason
      {"新写基线要用 --reason 写明为什么先不改", "a new baseline needs --reason: why these are left as they are"},
      // baseline_written
      {"{}：共 {} 项，新增 {} 项，去掉 {} 项", "{}: {} entries, {} added, {} removed"},
      // baseline_difference
      {"{}：有 {} 项新的，{} 项已不再出现", "{}: {} new, {} there no more"},
      // baseline_not_written
      {"{}: 没有写：有文件读不了或者规则出错，结果不全",
       "{}: not written: with files that cannot be read or rules that failed it would not be complete"},
      // internal_error
      {"程序内部错误：{}", "internal error: {}"},
      // out_of_memory
      {"内存不足", "out of memory"},
      // fixed_file
      {"{}: 改好 {}", "{}: fixed {}"},
      // would_fix_file
      {"{}: 可改 {}", "{}: would fix {}"},
      // fixed_count
      {"改好 {} 处，还剩 {} 处", "Fixed {}, {} left"},
      // would_fix_count
      {"可改 {} 处，还剩 {} 处", "Would fix {}, {} left"},
      // fix_no_document
      {"；fix 只能改文本文件，这个文件没有改动", "; fix changes text files only, this one is left as it was"},
      // fix_changed_meanwhile
      {"读取以后内容变了，没有覆盖；请再运行一次", "changed since it was read and was not overwritten; run fix again"},
      // timing_title
      {"用时（{} 个文件，各线程相加）", "time taken ({} files, all threads added up)"},
      // timing_stage
      {"环节", "stage"},
      // timing_rule
      {"规则", "rule"},
      // timing_calls
      {"次数", "calls"},
      // timing_total
      {"合计 ms", "total ms"},
      // timing_share
      {"占比 %", "share %"},
      // timing_per_file
      {"每文件 µs", "µs per file"},
      // timing_worst
      {"最慢的文件", "slowest file"},
      // plugin_action
      {"plugin 后面要写 list、add、remove 或 verify，不能是“{}”{}",
       "after plugin comes list, add, remove or verify, not '{}'{}"},
      // plugin_no_home
      {"不知道用户的文件夹在哪里：XDG_DATA_HOME 和 HOME 都没有设",
       "the user's folder is not known: neither XDG_DATA_HOME nor HOME is set"},
      // plugin_copied
      {"插件 {} {} 已复制到 {}", "plugin {} {} copied to {}"},
      // plugin_in_place
      {"插件 {} {} 在配置文件所在的文件夹里，不复制：{}",
       "plugin {} {} lies in the configuration's folder and stays there: {}"},
      // plugin_locked
      {"已记入 {}", "noted in {}"},
      // plugin_write_this
      {"要加载它，在 {} 里写上：plugins = [\"{}\"]", "to load it, write in {}: plugins = [\"{}\"]"},
      // plugin_removed
      {"已删去 {}", "removed {}"},
      // plugin_unlocked
      {"已从 {} 里删去 {}", "took out of {}: {}"},
      // plugin_not_installed
      {"用户的插件文件夹和 gialint.lock 里都没有插件 {}",
       "neither the user's plugins nor gialint.lock have a plugin {}"},
      // plugin_no_config
      {"这里没有 gialint.toml：用 gialint init 写一份", "there is no gialint.toml here: gialint init writes one"},
      // plugin_no_lock
      {"没有锁文件；用 gialint plugin add 文件夹 写一份", "no lock file; gialint plugin add DIR writes one"},
      // plugin_changed
      {"与锁定时不同", "differs from when it was locked"},
      // plugin_missing
      {"锁定时有，现在没有", "was there when it was locked and is gone"},
      // plugin_extra
      {"锁定时没有", "was not there when it was locked"},
      // plugin_not_locked
      {"配置加载了这个插件，锁文件里没有", "the configuration loads it, the lock file does not have it"},
      // plugin_not_loaded
      {"锁文件里有这个插件，配置没有加载", "the lock file has it, the configuration does not load it"},
      // plugin_as_locked
      {"{}：与锁文件一致", "{}: as in the lock file"},
      // plugin_loaded
      {"已加载", "loaded"},
      // plugin_installed
      {"已安装", "installed"},
      // plugin_rules
      {"{} 条规则", "{} rules"},
      // plugin_hidden
      {"前面已有同名的", "behind one of that name"},
      // unknown_rule
      {"没有规则 {}{}", "there is no rule {}{}"},
      // label_severity
      {"级别", "severity"},
      // label_basis
      {"依据", "basis"},
      // label_help
      {"怎么办", "what to do"},
      // label_options
      {"选项", "options"},
      // label_messages
      {"报出的话", "messages"},
      // label_since
      {"始于版本", "since"},
      // label_formerly
      {"旧编号", "formerly"},
      // label_deprecated
      {"不再推荐", "deprecated since"},
      // label_precision
      {"把握", "precision"},
      // label_fix
      {"修改", "fix"},
      // label_requires
      {"要有", "requires"},
      // label_preset
      {"预设", "preset"},
      // label_notes
      {"说明", "notes"},
      // label_flagged
      {"报出的例子", "flagged"},
      // label_silent
      {"不报的例子", "passed over"},
      // label_rule
      {"规则", "rule"},
      // label_rules
      {"规则", "Rules"},
      // docs_intro
      {"各条规则和它们的级别。预设没有写的，就是规则自己的级别；`gialint check --preset 名称` 选用一套预设。",
       "The rules and their severities. Where a preset says nothing the rule's own holds; `gialint check --preset "
       "NAME` "
       "chooses one."},
      // option_default
      {"默认 {}", "default {}"},
      // option_values
      {"可取 {}", "one of {}"},
      // option_range
      {"{} 到 {}", "{} to {}"},
      // config_file
      {"配置文件", "configuration"},
      // config_none
      {"没有，用默认值", "none, the defaults hold"},
      // config_default
      {"默认", "default"},
      // init_written
      {"写好了 {}", "wrote {}"},
      // init_exists
      {"{} 已经存在，没有改动；要重写，先把它改名或者移走",
       "{} exists already and was left as it is; to write it anew, move it away first"},
      // not_a_report
      {"没有认出年度报告：找不到标题、部分或者表格", "no annual report was recognised: no title, section or table"},
      // unsupported_year
      {"{} 年度的报告早于所收录的最早格式（{} 年度起施行），未取数",
       "the report for {} comes before the first known form (for {} and later): no figures taken"},
      // undecodable
      {"有 {} 处字节不能解码，那里的数可能不对；可用 --encoding 指明编码",
       "{} places have bytes that no character stands for, figures there may be wrong; --encoding names the encoding"},
      // case_differs
      {"用例“{}”（{}）：报出的和 expect 不同", "case '{}' ({}): what was found is not what is expected"},
      // case_fixed_differs
      {"用例“{}”（{}）：改好的文字和 fixed 不同", "case '{}' ({}): the text after the fixes is not the one expected"},
      // case_no_message
      {"用例“{}”（{}）：有一处报出时没有文字", "case '{}' ({}): a diagnostic has no text"},
      // case_not_run
      {"用例“{}”（{}）不能运行：{}", "case '{}' ({}) cannot be run: {}"},
      // case_to_do_passes
      {"用例“{}”已经通过：去掉标题前的“todo: ”", "case '{}' passes: take 'todo: ' away from its title"},
      // message_not_reached
      {"没有用例报出消息 {}", "no case says the message {}"},
      // rule_untested
      {"没有用例：旁边缺少 {}", "no cases: there is no {} beside it"},
      // file_rewritten
      {"已改写", "rewritten"},
      // tests_summary
      {"{} 个用例文件，{} 个用例：通过 {}，未通过 {}", "{} files, {} cases: {} passed, {} failed"},
      // tests_broken
      {"；不能运行 {}", "; {} could not be run"},
      // tests_not_in_gb18030
      {"；未按 GB18030 运行 {}", "; {} not run in GB18030"},
      // tests_to_do
      {"，待办 {}", ", {} to do"},
      // no_tests
      {"没有找到用例文件（.test）", "no cases were found (.test)"},
      // no_case_matches
      {"没有用例的标题或者规则编号含有“{}”", "no case has '{}' in its title or in its rule's id"},
      // watching
      {"等待改动，按 Ctrl-C 结束", "waiting for changes; Ctrl-C ends"},
      // rules_checked
      {"检查了 {} 条规则：{} 处毛病", "{} rules checked: {} faults"},
      // bad_rule_id
      {"规则编号写作 类别/名字，只用小写字母、数字和连字符，例如 local/my-rule，不能是 {}",
       "a rule's id is CATEGORY/NAME in lower-case letters, digits and hyphens, such as local/my-rule, not {}"},
      // bad_plugin_name
      {"插件名称只用小写字母、数字和连字符，以字母开头，例如 my-city，不能是 {}",
       "a plugin's name is of lower-case letters, digits and hyphens, such as my-city, not {}"},
      // reserved_plugin_name
      {"{} 是自带规则的一个类别，插件要用别的名称",
       "{} is a category of the built-in rules: give the plugin another name"},
      // rule_of_plugin
      {"这里是插件 {}，它的规则编号是 {}/名字，不能是 {}",
       "this is the plugin {}: ids of its rules are {}/NAME, not {}"},
      // rule_needs_category
      {"这里不是插件，编号要写类别：local/{}", "this is no plugin, so the id needs a category: local/{}"},
      // no_folder
      {"没有文件夹 {}", "there is no folder {}"},
      // luarc_exists
      {"{} 已经有了，没有改动；请在它的 workspace.library 里加上 \"{}\"",
       "{} exists and is left as it is; add \"{}\" to its workspace.library"},
      // new_rule_next
      {"接下来：改写这两个文件，再运行 gialint test {}", "next: rewrite both files, and run gialint test {}"},
      // new_plugin_next
      {"接下来：cd {} && gialint test", "next: cd {} && gialint test"},
  };
  return texts;
}

std::string say(Text text, Language language, std::initializer_list<std::string_view> values) {
  const std::string& sentence = all_texts().at(static_cast<std::size_t>(text)).in(language);
  std::string result;
  const auto* value = values.begin();
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (sentence.compare(i, 2, "{}") == 0 && value != values.end()) {
      result += *value++;
      ++i;
    } else {
      result += sentence[i];
    }
  }
  return result;
}

const Bilingual& config_template() {
  static const Bilingual text = {
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
)"};
  return text;
}

}  // namespace gialint
