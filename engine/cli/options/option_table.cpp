#include "engine/cli/options/option_table.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace gialint {

bool OptionEntry::is_for(Command command) const {
  return commands.empty() || std::find(commands.begin(), commands.end(), command) != commands.end();
}

const std::vector<OptionEntry>& option_table() {
  using C = Command;
  using G = OptionGroup;
  static const std::vector<C> chooses_rules = {C::check, C::fix, C::baseline, C::config};
  static const std::vector<C> finds_config = {C::check,  C::fix,    C::baseline, C::rules, C::explain,
                                              C::config, C::plugin, C::extract,  C::model};
  static const std::vector<C> walks = {C::check, C::fix, C::baseline, C::extract};
  static const std::vector<C> in_parallel = {C::check, C::fix, C::baseline, C::extract, C::test};
  static const std::vector<C> draws = {C::check, C::fix, C::model};
  static const std::vector<C> reads_input = {C::check, C::fix, C::baseline, C::extract, C::model};
  static const std::vector<C> needs_pack = {C::check,   C::fix,    C::baseline, C::rules,
                                            C::explain, C::config, C::extract,  C::model};
  static const std::vector<C> lists = {C::rules};
  static const std::vector<C> lints = {C::check, C::fix};
  static const Bilingual list = {"名单", "LIST"};
  static const Bilingual file = {"文件", "FILE"};
  static const std::vector<OptionEntry> table = {
      {"--select",
       "",
       list,
       G::rules,
       chooses_rules,
       {"配置之外再打开这些规则：编号、类别或者 *，用逗号隔开，可以多次写",
        "switch on these rules besides: ids, categories or *, comma separated, repeatable"}},
      {"--ignore", "", list, G::rules, chooses_rules, {"关掉这些规则", "switch off these rules"}},
      {"--only", "", list, G::rules, chooses_rules, {"只用这些规则", "use these rules and no others"}},
      {"--config",
       "",
       file,
       G::rules,
       finds_config,
       {"所有文件都用这一份配置，不再往上找 gialint.toml",
        "use this configuration for all files instead of the nearest gialint.toml"}},
      {"--preset",
       "",
       {"名称", "NAME"},
       G::rules,
       {C::check, C::fix, C::baseline, C::config, C::rules},
       {"以这一套预设为底，配置和其他选项在后；代替配置里的 preset，都没有就是 recommended",
        "the preset to build on, before configuration and other options; instead of the one that the configuration "
        "names; recommended without any"}},
      {"--isolated",
       "",
       {},
       G::rules,
       finds_config,
       {"不看任何配置文件，也不看基线", "read no configuration file, and no baseline"}},
      {"--rules-dir",
       "",
       {"文件夹", "DIR"},
       G::rules,
       needs_pack,
       {"不用自带的规则，用这个文件夹里的（编写规则时用）",
        "use the rules in this folder, not the built-in ones (while writing rules)"}},

      {"--fail-on",
       "",
       {"级别", "LEVEL"},
       G::verdict,
       lints,
       {"从哪一级起退出状态为 1：error（默认）、warning、info、never",
        "the level from which on the exit status is 1: error (default), warning, info, never"}},
      {"--max-warnings",
       "",
       {"数目", "N"},
       G::verdict,
       lints,
       {"警告多于这个数目时退出状态也为 1", "exit status 1 also when there are more warnings than this"}},

      {"--unsafe",
       "",
       {},
       G::verdict,
       {C::fix},
       {"可能改变报告意思的修改也做，改动数字的都在其中；改后要逐处核对",
        "make also the fixes that may change what the report says, those of numbers among them; look at each of them"}},
      {"--diff",
       "",
       {},
       G::verdict,
       {C::fix},
       {"什么都不写，把会有的改动显示为统一格式的差异（unified diff）",
        "write nothing: show the changes as a unified diff"}},
      {"--no-suppress",
       "",
       {},
       G::verdict,
       {C::check, C::fix, C::baseline},
       {"配置里的 [[suppress]] 都不算数", "entries [[suppress]] of the configuration hold nothing back"}},
      {"--baseline",
       "",
       file,
       G::verdict,
       {C::check, C::fix, C::baseline},
       {"基线文件；默认是往上找到的 gialint-baseline.json",
        "the baseline; the nearest gialint-baseline.json by default"}},
      {"--no-baseline", "", {}, G::verdict, lints, {"不看基线", "use no baseline"}},
      {"--strict-baseline",
       "",
       {},
       G::verdict,
       {C::check},
       {"基线里有已不再出现的诊断时退出状态也为 1",
        "exit status 1 also when the baseline holds diagnostics that are there no more"}},
      {"--update",
       "",
       {},
       G::verdict,
       {C::baseline},
       {"把新出现的诊断加进基线，已不再出现的去掉",
        "add what is new to the baseline, and take out what is there no more"}},
      {"--prune",
       "",
       {},
       G::verdict,
       {C::baseline},
       {"只去掉已不再出现的，新的不加", "only take out what is there no more"}},
      {"--check",
       "",
       {},
       G::verdict,
       {C::fix},
       {"什么都不写；有文件会改动时退出状态也为 1", "write nothing; exit status 1 also when a file would change"}},
      {"--check",
       "",
       {},
       G::verdict,
       {C::baseline},
       {"什么都不写，有新出现的或者已不再出现的时退出状态为 1",
        "write nothing; exit status 1 when something is new or there no more"}},
      {"--reason",
       "",
       {"文字", "TEXT"},
       G::verdict,
       {C::baseline},
       {"为什么先不改这些问题，写进基线；新写一份时必须有",
        "why these are left as they are, for the baseline to say; a new one needs it"}},

      {"--files-from",
       "",
       file,
       G::files,
       walks,
       {"还要读这份名单（- 为标准输入）里的文件，每行一个，或者以 NUL 隔开",
        "also read the files that this one lists (- for the standard input), one a line or divided by NUL"}},
      {"--exclude",
       "",
       {"模式", "GLOB"},
       G::files,
       walks,
       {"不读这些文件，写法同 .gitignore，可以多次写；点名的文件也算",
        "leave out these files, as in .gitignore, repeatable; named files too"}},
      {"--stdin-filename",
       "",
       {"文件名", "NAME"},
       G::files,
       reads_input,
       {"标准输入（-）算作这个文件：用它的配置和排除设置",
        "take the standard input (-) for this file: its configuration and excludes hold"}},
      {"--previous",
       "",
       file,
       G::files,
       lints,
       {"和这份上一年的年报比较；只能检查一份年报",
        "compare with this report for the year before; takes one report to check"}},
      {"--jobs",
       "-j",
       {"数目", "N"},
       G::files,
       in_parallel,
       {"同时读多少个文件；默认和处理器核数一样多",
        "files read at the same time; as many as there are cores by default"}},

      {"--input-format",
       "",
       {"格式", "FORMAT"},
       G::input,
       reads_input,
       {"plain、markdown 或 html；默认由内容判断", "plain, markdown or html; by default the content decides"}},
      {"--encoding",
       "",
       {"编码", "NAME"},
       G::input,
       reads_input,
       {"utf-8、gb18030（gbk、gb2312）、utf-16le、utf-16be；默认由内容判断",
        "utf-8, gb18030 (gbk, gb2312), utf-16le, utf-16be; by default the content decides"}},

      {"--format",
       "-f",
       {"格式", "FORMAT"},
       G::output,
       lints,
       {"text、pretty、html、summary、json、jsonl、sarif、github、gitlab、rdjson、rdjsonl、checkstyle、junit；默认在终"
        "端上为 "
        "pretty，否则为 text",
        "text, pretty, html, summary, json, jsonl, sarif, github, gitlab, rdjson, rdjsonl, checkstyle, junit; by "
        "default "
        "pretty on a terminal and text elsewhere"}},
      {"--format", "-f", {"格式", "FORMAT"}, G::output, lists, {"text（默认）或 json", "text (default) or json"}},
      {"--format",
       "-f",
       {"格式", "FORMAT"},
       G::output,
       {C::extract},
       {"csv（默认）、json（一个数组）、jsonl（每行一个对象）",
        "csv (default), json (one array), jsonl (an object a line)"}},
      {"--format",
       "-f",
       {"格式", "FORMAT"},
       G::output,
       {C::test},
       {"text（默认）、junit（XML，供持续集成）、json",
        "text (default), junit (XML, for continuous integration), json"}},
      {"--format",
       "-f",
       {"格式", "FORMAT"},
       G::output,
       {C::api},
       {"markdown（默认）或 lua", "markdown (default) or lua"}},
      {"--output",
       "-o",
       {"[格式=]文件", "[FORMAT=]FILE"},
       G::output,
       lints,
       {"结果写进这个文件，不写到标准输出；写明格式时另外写一份，可以多次写：--output sarif=a.sarif --output "
        "junit=a.xml",
        "write the results to this file, not to the standard output; with a format write them there besides, "
        "repeatable: --output sarif=a.sarif --output junit=a.xml"}},
      {"--output",
       "-o",
       file,
       G::output,
       {C::extract, C::test},
       {"结果写进这个文件，不写到标准输出", "write the results to this file, not to the standard output"}},
      {"--quiet",
       "-q",
       {},
       G::output,
       lints,
       {"只显示错误，不显示进度；退出状态不变", "show errors only, and no progress; the exit status stays the same"}},
      {"--quiet",
       "-q",
       {},
       G::output,
       {C::extract},
       {"不显示进度，也不提文件夹里不是年报或者年度太早的文件",
        "no progress, and no word on files in a folder that are no report or for too early a year"}},
      {"--timing",
       "",
       {},
       G::output,
       {C::check},
       {"最后在标准错误上列出各环节、各规则用了多少时间",
        "at the end list on the standard error what each stage and each rule took"}},
      {"--bom",
       "",
       {},
       G::output,
       {C::extract},
       {"CSV 以字节顺序标记（BOM）开头：在 Excel 里双击打开不乱码",
        "begin CSV with a byte order mark, so that Excel opens it as UTF-8"}},
      {"--column-unit",
       "",
       {"单位", "UNIT"},
       G::output,
       lints,
       {"列数按什么数：code-point（默认，字）、byte、utf16、display（终端格数）",
        "what columns count: code-point (default), byte, utf16, display (terminal cells)"}},
      {"--ambiguous-width",
       "",
       {"格数", "N"},
       G::output,
       draws,
       {"“ ” — 等字符在终端上占几格：1（默认）或 2", "terminal cells of “ ” — and the like: 1 (default) or 2"}},
      {"--color",
       "",
       {"何时", "WHEN"},
       G::output,
       lints,
       {"颜色：auto（默认）、always、never；也看 NO_COLOR、CLICOLOR_FORCE",
        "colour: auto (default), always, never; NO_COLOR and CLICOLOR_FORCE hold"}},

      {"--tables",
       "",
       {},
       G::output,
       {C::model},
       {"不输出 JSON，把读出的各表画成文本，看不准的地方做上标记",
        "no JSON: draw the tables as text, with doubtful places marked"}},
      {"--full",
       "",
       {},
       G::output,
       {C::model},
       {"和 --tables 一起用：长的行标签不缩短", "with --tables: long row labels are not shortened"}},

      {"--check",
       "",
       {},
       G::verdict,
       {C::docs},
       {"什么都不写，列出不是最新的页", "write nothing, name the pages that are out of date"}},

      {"--check",
       "",
       {},
       G::verdict,
       {C::rules},
       {"不列出，检查路径里的规则，报出全部毛病", "list nothing: check the rules at PATH and tell all that is wrong"}},
      {"--rules-dir",
       "",
       {"文件夹", "DIR"},
       G::rules,
       {C::test},
       {"用例所在的规则包；不写就由用例的位置定",
        "the pack that the cases belong to; where they stand tells by default"}},
      {"--filter",
       "",
       {"文字", "TEXT"},
       G::rules,
       {C::test},
       {"只运行标题或者规则编号含有这段文字的用例", "run only cases with this in their title or in their rule's id"}},
      {"--update",
       "",
       {},
       G::verdict,
       {C::test},
       {"把 expect 和 fixed 改写成实际的结果，别的一个字节不动；改后请像审代码一样审一遍",
        "rewrite expect and fixed to what was found, and no other byte; review that as you review code"}},
      {"--coverage",
       "",
       {},
       G::verdict,
       {C::test},
       {"列出没有用例报出的消息和没有用例的规则；退出状态不变",
        "list messages that no case says, and rules without cases; the exit status stays the same"}},
      {"--strict-coverage",
       "",
       {},
       G::verdict,
       {C::test},
       {"同 --coverage，有这样的消息或者规则时退出状态为 1",
        "as --coverage, with exit status 1 when there is such a message or rule"}},
      {"--watch",
       "",
       {},
       G::general,
       {C::check},
       {"检查后等着，文件或者配置一改就重新检查；按 Ctrl-C 结束",
        "wait after the run, and check again when a file or the configuration changes; Ctrl-C ends it"}},
      {"--watch",
       "",
       {},
       G::general,
       {C::test},
       {"运行后等着，文件一改就重新运行有关的用例；按 Ctrl-C 结束",
        "wait after the run, and run again what a changed file concerns; Ctrl-C ends it"}},
      {"--dir",
       "",
       {"文件夹", "DIR"},
       G::files,
       {C::create},
       {"写在这个规则包里（new rule）或者这个文件夹下（new plugin）",
        "the pack to write to (new rule), or the folder for the plugin's own (new plugin)"}},

      {"--schema",
       "",
       {},
       G::output,
       {C::config},
       {"输出 gialint.toml 的 JSON schema，供编辑器补全",
        "print the JSON schema of gialint.toml, so that editors complete it"}},

      {"--lang", "", {"语言", "LANG"}, G::general, {}, {"zh（默认）或 en", "zh (default) or en"}},
      {"--help", "-h", {}, G::general, {}, {"显示用法", "show this help"}},
  };
  return table;
}

const std::vector<CommandEntry>& command_table() {
  static const std::vector<CommandEntry> table = {
      {Command::check,
       {"[check] [选项] [路径…]", "[check] [OPTION…] [PATH…]"},
       {"检查文件和文件夹；check 可以不写", "check files and folders; the word check may be left out"},
       {"路径可以是文件、文件夹（一直找到底，取 .txt、.md、.html 和 .htm，不看 .gitignore 排除的）或者 "
        "-（标准输入）；\n"
        "不写就是当前文件夹。路径和选项可以混着写，-- 之后都是路径。\n\n"
        "其中有同一机关连续两年的年报的（看标题里的机关和年度，不看文件名），后一年的还与前一年的比较。\n\n"
        "按 [[suppress]] 略过的和基线里已有的不算。退出状态：0 没有达到 --fail-on 的问题；1 有；2 结论不可靠（用法、\n"
        "配置、读不了的文件、出错的规则）；130 按 Ctrl-C 中断。",
        "A path is a file, a folder (all the way down: .txt, .md, .html and .htm, but for what .gitignore leaves out) "
        "or\n"
        "- (the standard input); the current folder when there is none. Paths and options may mix; after -- all are\n"
        "paths.\n\n"
        "Where they hold the same body's reports for two years on end (by organ and year of the titles, not by file\n"
        "name), the later one is also compared with the earlier.\n\n"
        "What [[suppress]] leaves out and what the baseline knows does not count. Exit status: 0 nothing at or above\n"
        "--fail-on; 1 something; 130 interrupted by Ctrl-C; 2 the verdict cannot be trusted (usage,\n"
        "configuration, a file that cannot be read, a rule that failed)."}},
      {Command::fix,
       {"fix [选项] [路径…]", "fix [OPTION…] [PATH…]"},
       {"改好能稳妥改好的问题，再报出剩下的", "fix what can be fixed safely, and report what is left"},
       {"路径同 check。稳妥的修改只动文字、全半角、空白和序号，从不动数字；--unsafe "
        "另做可能改变意思的；只供参考的建议\n"
        "从来不做。每次改后重新检查，直到没有可改的为止。编码、字节顺序标记、换行和别处的字节都保持原样。\n"
        "配置里 [rules] 的 fix = \"off\"、\"safe\"、\"unsafe\" "
        "说明怎样对待一条规则的修改；略过的和基线里的问题不改。\n\n"
        "- 读标准输入，改好的文字写到标准输出，诊断写到标准错误。读取以后又被别人改过的文件不覆盖。.docx 和 .pdf "
        "不能改。\n\n"
        "退出状态：0 改后没有达到 --fail-on 的问题；1 还有，或者有 --check 时会有改动；2 "
        "用法或者配置不对，有文件读不了或者\n"
        "写不进去，规则出错，两条规则的修改互相抵触。",
        "A path is as for check. Safe fixes change wording, width, blanks and ordinals, never a number; --unsafe makes "
        "also\n"
        "those that may change the meaning; suggestions are never applied. After each round the file is checked "
        "again,\n"
        "until nothing is left to fix. Encoding, byte order mark, line ends and all other bytes stay as they are. In "
        "the\n"
        "configuration, fix = \"off\", \"safe\" or \"unsafe\" under [rules] says what becomes of a rule's fixes; what "
        "is\n"
        "suppressed or in the baseline is not fixed.\n\n"
        "- reads the standard input; the fixed text goes to the standard output, diagnostics to the standard error. A "
        "file\n"
        "that somebody changed since it was read is not overwritten. .docx and .pdf cannot be fixed.\n\n"
        "Exit status: 0 nothing at or above --fail-on is left; 1 something is, or with --check a file would change; 2 "
        "wrong\n"
        "usage or configuration, a file that cannot be read or written, a rule that failed, fixes that undo each "
        "other."}},
      {Command::baseline,
       {"baseline [选项] [路径…]", "baseline [OPTION…] [PATH…]"},
       {"把现有的诊断记进基线，以后检查只报新的",
        "put what is found on record, so that later runs tell only what is new"},
       {"路径同 check。基线是 gialint-baseline.json：往上找到的那一份；没有就写在配置文件旁边，没有配置就写在当前\n"
        "文件夹。诊断凭指纹认，不看行号和数字：重新排行、换编码、移动文件都还认得，别处又出的同样错误是新的。\n"
        "已有的基线要用 --update 或者 --prune 改写；只动这次读了的文件和已经没有了的文件。\n\n"
        "退出状态：0 写好了，--check 没有差别；1 --check 有差别；2 用法不对，有文件读不了或者规则出错（那就不写）。",
        "A path is as for check. The baseline is the nearest gialint-baseline.json; without any it is written beside "
        "the\n"
        "configuration, else to the current folder. Diagnostics are known by their fingerprints, not by lines or\n"
        "numbers: re-wrapping a report, converting its encoding or moving it makes nothing new, and an equal mistake\n"
        "elsewhere is new. --update or --prune change a baseline that exists, for the files that were read and those\n"
        "that are gone.\n\n"
        "Exit status: 0 written, --check found no difference; 1 --check found one; 2 wrong usage, a file that cannot "
        "be\n"
        "read or a rule that failed (then nothing is written)."}},
      {Command::rules,
       {"rules [选项] [--check 路径…]", "rules [OPTION…] [--check PATH…]"},
       {"列出全部规则和它们的级别，也列当前文件夹的配置所加载插件的；--check 检查自己写的规则",
        "list all rules and their severities, those of the plugins that the configuration here loads among them; "
        "--check validates rule files"},
       {"级别是预设（--preset）里的，不看 gialint.toml；对一个文件生效的，见 gialint config。\n\n"
        "--check 的路径是规则包、插件或者规则文件（不写就是当前文件夹）。查：规则表的每个字段，中英两种\n"
        "文字和它们的占位符，requires 提到的表和部分，插件的 plugin.toml，词表、格式、预设，以及每条规则的\n"
        "用例：有报的，有不报的，都能通过。\n\n"
        "--check 的退出状态：0 没有毛病；1 有；2 用法不对，路径读不了，或者那里没有规则。",
        "The severities are the preset's (--preset), whatever gialint.toml says; gialint config shows what is in\n"
        "force for a file.\n\n"
        "A PATH for --check is a pack, a plugin or a rule file (the current folder when there is none). Checked\n"
        "are every field of the rule's table, both languages and their placeholders, the tables and sections\n"
        "that it requires, a plugin's plugin.toml, phrases, forms, presets, and each rule's cases: one that it\n"
        "flags, one that it passes over, and all of them pass.\n\n"
        "Exit status of --check: 0 nothing is wrong; 1 something is; 2 wrong usage, a path that cannot be read\n"
        "or holds no rule."}},
      {Command::explain,
       {"explain [选项] 规则…", "explain [OPTION…] RULE…"},
       {"说明一条规则：查什么、依据、怎么办、选项",
        "explain a rule: what it checks, its basis, what to do, its options"},
       {}},
      {Command::docs,
       {"docs [选项] 文件夹", "docs [OPTION…] DIR"},
       {"为一个规则文件夹或者插件写说明页：总表 README.md 和每条规则的一页",
        "write the pages of a folder of rules or a plugin: README.md with all of them, and a page for each"},
       {"每页用中英两种文字，写在规则旁边：规则声明的一切，以及它的例子（同名的 .test）和 gialint 对它们的真实输出。\n"
        "列出有变动的页；不再有规则的页会删去。\n\n"
        "退出状态：0 都是最新的了；1 有 --check 时，有不是最新的；2 用法不对，规则或者例子读不了，页写不进去。",
        "Each page is in Chinese and English and lies beside its rule: all that the rule declares, and its cases (the\n"
        ".test of the same name) with what gialint prints of them. Names the pages that changed; one whose rule is "
        "gone\n"
        "is removed.\n\n"
        "Exit status: 0 all are up to date now; 1 with --check, some are not; 2 wrong usage, a rule or case that "
        "cannot\n"
        "be read, a page that cannot be written."}},
      {Command::config,
       {"config [选项] [路径]", "config [OPTION…] [PATH]"},
       {"显示对一个路径生效的设置，以及每一项从哪里来",
        "show the settings in force for a path, and where each comes from"},
       {}},
      {Command::plugin,
       {"plugin list|add|remove|verify [选项]", "plugin list|add|remove|verify [OPTION…]"},
       {"插件：列出、安装、卸载、核对", "plugins: list, install, remove, verify them"},
       {"plugin list           配置加载的插件和已安装的插件\n"
        "plugin add 文件夹     复制到用户的插件文件夹（~/.local/share/gialint/plugins），配置里写名字就能加载；\n"
        "                      已经在配置文件所在的文件夹里的，不复制。有 gialint.toml 的，在它旁边的 gialint.lock 里\n"
        "                      记下插件每个文件的 SHA-256\n"
        "plugin remove 名称    从用户的插件文件夹和 gialint.lock 里删去\n"
        "plugin verify         列出与 gialint.lock 不同的文件\n\n"
        "有 gialint.lock 的，加载与它不符的插件是错误。不用网络。插件按名字依次在这些地方找：环境变量\n"
        "GIALINT_PLUGIN_PATH 里的文件夹、用户的插件文件夹、程序旁边的 ../share/gialint/plugins、\n"
        "/usr/local/share/gialint/plugins、/usr/share/gialint/plugins。\n\n"
        "退出状态：0 完成，verify 没有不同；1 verify 有不同；2 用法不对，插件或者配置不能用。",
        "plugin list           the plugins that the configuration loads, and those that are installed\n"
        "plugin add DIR        copy one to the user's plugins (~/.local/share/gialint/plugins), where its name loads "
        "it; "
        "one\n"
        "                      inside the configuration's folder stays there. Beside a gialint.toml, gialint.lock gets "
        "the\n"
        "                      SHA-256 of each of its files\n"
        "plugin remove NAME    take it out of the user's plugins and of gialint.lock\n"
        "plugin verify         list the files that differ from gialint.lock\n\n"
        "Where there is a gialint.lock, loading a plugin that differs from it is an error. No network is used. A name "
        "is\n"
        "looked for in the folders of GIALINT_PLUGIN_PATH, the user's plugins, ../share/gialint/plugins beside the\n"
        "program, /usr/local/share/gialint/plugins, /usr/share/gialint/plugins.\n\n"
        "Exit status: 0 done, verify found no difference; 1 verify found one; 2 wrong usage, a plugin or "
        "configuration\n"
        "that cannot be used."}},
      {Command::extract,
       {"extract [选项] [路径…]", "extract [OPTION…] [PATH…]"},
       {"取出各表的全部数值，每格一行，供统计用", "take all figures out of the tables, one row per cell"},
       {"路径同 check。每行的各列：file organ year edition table row column value state line char unit certainty。\n"
        "value 是读出的准确数值；state 为 number、dash（“-”“无”等，算作 0）、blank（空着）、text（不是单纯的数）或者\n"
        "absent（表里缺这一格，没有 line 和 char）；char 按字从 1 数起；certainty 为 ambiguous 的，分不清属于哪一格。\n"
        "整张没有找到的表没有行。CSV 里，表格软件会当成公式的文件名前加 ./，机关名称前加 '。不运行任何规则。\n\n"
        "退出状态：0 都读了；1 点名的文件不是年报，或者有字节不能解码；2 用法或者配置不对，有文件读不了。",
        "A path is as for check. The columns: file organ year edition table row column value state line char unit\n"
        "certainty. The value is exact; the state is number, dash (\"-\" and the like, taken for 0), blank, text (no\n"
        "plain number) or absent (the table lacks the cell; no line, no char); char counts characters from 1; when\n"
        "certainty is ambiguous the row's cells cannot be told apart. A table that was not found has no rows. In CSV "
        "a\n"
        "file name that a spreadsheet would calculate gets ./ before it, an organ's name an apostrophe. No rule "
        "runs.\n\n"
        "Exit status: 0 all was read; 1 a file that was named is no report, or has bytes that no character stands "
        "for;\n"
        "2 wrong usage or configuration, a file that cannot be read."}},
      {Command::model,
       {"model [选项] 文件", "model [OPTION…] FILE"},
       {"把读出的报告内容输出为 JSON，或者把各表画出来",
        "print what was read from a report as JSON, or draw its tables"},
       {"退出状态：0 认出了年度报告；1 没有认出；2 读不了文件。",
        "Exit status: 0 an annual report was recognised; 1 none; 2 the file cannot be read."}},
      {Command::init,
       {"init [选项]", "init [OPTION…]"},
       {"在当前文件夹写一份带说明的 gialint.toml；已有的不动",
        "write a commented gialint.toml to the current folder, never over an existing one"},
       {}},
      {Command::test,
       {"test [选项] [路径…]", "test [OPTION…] [PATH…]"},
       {"运行规则的用例（.test）", "run the cases of rules (.test)"},
       {"路径是用例文件、规则文件或者文件夹（不看 .gitignore 排除的）；不写就是当前文件夹。\n"
        "规则取自用例所在的规则包（类别/名字.lua）或者插件（plugin.toml）。每个用例用中文、英文、\n"
        "CRLF 换行和 GB18030 编码各运行一遍，结果必须相同；GB18030 不能如实表示的文字不按该编码\n"
        "运行，另计。没有通过的，报出用例的位置和差别：- 是应有而没有的，+ 是多出来的，⟦⟧ 里是标出的文字。\n\n"
        "退出状态：0 全部通过；1 有用例没有通过；2 用法不对，用例读不了，规则不能用或者出错，\n"
        "没有可运行的用例。",
        "A path is a .test file, a rule file or a folder (but for what .gitignore leaves out); the current folder\n"
        "when there is none. Rules come from the pack (CATEGORY/NAME.lua) or the plugin (plugin.toml) that the\n"
        ".test stands in. Each case runs in Chinese, in English, with CRLF line ends and in GB18030, and must say\n"
        "the same each time; a text that cannot be told in GB18030 is not run in it, and counted. A case that\n"
        "fails is shown with its difference: - is missing, + is too much, and the marked text stands in brackets.\n\n"
        "Exit status: 0 all pass; 1 a case fails; 2 wrong usage, cases that cannot be read, a rule that cannot be\n"
        "used or fails, no case to run."}},
      {Command::create,
       {"new rule|plugin [选项] 名称", "new rule|plugin [OPTION…] NAME"},
       {"写一条新规则和它的用例，或者一个新插件，写好就能通过 gialint test",
        "write a rule with its cases, or a plugin, that pass gialint test at once"},
       {"规则的名称是它的编号：类别/名字（在插件里可以只写名字），只用小写字母、数字和连字符。规则写进\n"
        "--dir 的规则包，不写 --dir 就是当前文件夹所在的规则包或者插件，都没有就是 ./rules。插件写成\n"
        "一个新文件夹。已有的文件不动。说明文字是 --lang 的语言。\n\n"
        "退出状态：0 写好了；2 用法不对，文件已经存在，写不进去。",
        "A rule is named by its id: CATEGORY/NAME (in a plugin NAME will do), of lower-case letters, digits and\n"
        "hyphens. It goes to the pack at --dir, else to the pack or plugin that the current folder is in, else to\n"
        "./rules. A plugin is a new folder. What exists is left as it is. Comments are in the language of --lang.\n\n"
        "Exit status: 0 written; 2 wrong usage, a file that exists already or cannot be written."}},
      {Command::api,
       {"api [文件夹]", "api [DIR]"},
       {"编写规则时能用的全部对象和函数；写进文件夹，供编辑器补全和检查",
        "all that rules can use; written to a folder, what editors complete and check rules by"},
       {"不写文件夹，打印参考页（--format lua 打印 LuaCATS 定义）。写了文件夹，就在那里写下 .luarc.json 和\n"
        ".gialint/gialint.lua，lua-language-server 由此补全和检查规则；已有的 .luarc.json 不动。\n\n"
        "退出状态：0 写好了；2 用法不对，写不进去。",
        "Without a folder, prints the reference page (--format lua: the LuaCATS definitions). With one, writes\n"
        ".luarc.json and .gialint/gialint.lua there, by which lua-language-server completes and checks rules; an\n"
        "existing .luarc.json is left as it is.\n\n"
        "Exit status: 0 written; 2 wrong usage, a file that cannot be written."}},
      {Command::completion,
       {"completion bash|zsh|fish", "completion bash|zsh|fish"},
       {"输出命令行补全的脚本，供 bash、zsh 或者 fish 读入", "print the script by which bash, zsh or fish completes"},
       {"bash    source <(gialint completion bash)，写进 ~/.bashrc\n"
        "zsh     gialint completion zsh > 文件夹/_gialint，文件夹要在 $fpath 里\n"
        "fish    gialint completion fish > ~/.config/fish/completions/gialint.fish\n\n"
        "规则的编号在补全时向 gialint 查问，当前文件夹的配置所加载插件的也在内。",
        "bash    source <(gialint completion bash), in ~/.bashrc\n"
        "zsh     gialint completion zsh > DIR/_gialint, with DIR in $fpath\n"
        "fish    gialint completion fish > ~/.config/fish/completions/gialint.fish\n\n"
        "Ids of rules are asked for when they are needed, those of the plugins that the configuration here loads\n"
        "among them."}},
      {Command::man,
       {"man", "man"},
       {"输出手册页（roff），包括全部命令和选项", "print the manual page (roff) with all commands and options"},
       {"当场查看：gialint man | man -l -", "To read it at once: gialint man --lang en | man -l -"}},
      {Command::version, {"version", "version"}, {"显示版本", "show the version"}, {}},
      {Command::help, {"help [命令]", "help [COMMAND]"}, {"显示用法", "show the usage"}, {}},
  };
  return table;
}

const std::string& group_title(OptionGroup group, Language language) {
  static const std::array<Bilingual, 6> titles = {{{"规则和配置", "Rules and configuration"},
                                                   {"结论", "Verdict"},
                                                   {"文件", "Files"},
                                                   {"输入", "Input"},
                                                   {"输出", "Output"},
                                                   {"其他", "General"}}};
  return titles.at(static_cast<std::size_t>(group)).in(language);
}

}  // namespace gialint
