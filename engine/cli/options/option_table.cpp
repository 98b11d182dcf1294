#include "engine/cli/options/option_table.hpp"

#include <array>
#include <cstddef>
#include <utility>

#include "engine/readers/reader.hpp"
#include "reporters/reporter.hpp"

namespace gialint {
namespace {

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Format format : {Format::plain, Format::markdown, Format::html, Format::word})
    names.emplace_back(format_name(format));
  return names;
}

}  // namespace

namespace option {

OptionEntry flag(std::string_view name, OptionGroup group, Bilingual help) {
  return {name, "", {}, Expected::nothing, {}, group, std::move(help)};
}

OptionEntry select() {
  return {"--select",
          "",
          {"名单", "LIST"},
          Expected::rules,
          {},
          OptionGroup::rules,
          {"配置之外再打开这些规则：编号、类别或者 *，用逗号隔开，可以多次写",
           "switch on these rules besides: ids, categories or *, comma separated, repeatable"}};
}

OptionEntry ignore() {
  return {"--ignore",
          "",
          {"名单", "LIST"},
          Expected::rules,
          {},
          OptionGroup::rules,
          {"关掉这些规则", "switch off these rules"}};
}

OptionEntry only() {
  return {"--only",
          "",
          {"名单", "LIST"},
          Expected::rules,
          {},
          OptionGroup::rules,
          {"只用这些规则", "use these rules and no others"}};
}

OptionEntry config() {
  return {"--config",
          "",
          {"文件", "FILE"},
          Expected::files,
          {},
          OptionGroup::rules,
          {"所有文件都用这一份配置，不再往上找 gialint.toml",
           "use this configuration for all files instead of the nearest gialint.toml"}};
}

OptionEntry preset() {
  return {"--preset",
          "",
          {"名称", "NAME"},
          Expected::text,
          {},
          OptionGroup::rules,
          {"以这一套预设为底，配置和其他选项在后；代替配置里的 preset，都没有就是 recommended",
           "the preset to build on, before configuration and other options; instead of the one that the configuration "
           "names; recommended without any"}};
}

OptionEntry isolated() {
  return flag("--isolated", OptionGroup::rules,
              {"不看任何配置文件，也不看基线", "read no configuration file, and no baseline"});
}

OptionEntry trust() {
  return flag(
      "--trust", OptionGroup::rules,
      {"文件夹里别的配置点名的插件也用；不加只用当前文件夹往上找到的配置或者 --config 点名的",
       "use also the plugins that other configurations in the folders name, not only those of the configuration "
       "found upwards from the current folder, or of --config"});
}

OptionEntry rules_dir() {
  return {"--rules-dir",
          "",
          {"文件夹", "DIR"},
          Expected::folders,
          {},
          OptionGroup::rules,
          {"不用自带的规则，用这个文件夹里的（编写规则时用）",
           "use the rules in this folder, not the built-in ones (while writing rules)"}};
}

OptionEntry fail_on() {
  return {"--fail-on",
          "",
          {"级别", "LEVEL"},
          Expected::words,
          {"error", "warning", "info", "never"},
          OptionGroup::verdict,
          {"从哪一级起退出状态为 1：error（默认）、warning、info、never",
           "the level from which on the exit status is 1: error (default), warning, info, never"}};
}

OptionEntry max_warnings() {
  return {"--max-warnings",
          "",
          {"数目", "N"},
          Expected::number,
          {},
          OptionGroup::verdict,
          {"警告多于这个数目时退出状态也为 1", "exit status 1 also when there are more warnings than this"}};
}

OptionEntry no_suppress() {
  return flag("--no-suppress", OptionGroup::verdict,
              {"配置里的 [[suppress]] 都不算数", "entries [[suppress]] of the configuration hold nothing back"});
}

OptionEntry baseline() {
  return {"--baseline",
          "",
          {"文件", "FILE"},
          Expected::files,
          {},
          OptionGroup::verdict,
          {"基线文件；默认是往上找到的 gialint-baseline.json",
           "the baseline; the nearest gialint-baseline.json by default"}};
}

OptionEntry no_baseline() { return flag("--no-baseline", OptionGroup::verdict, {"不看基线", "use no baseline"}); }

OptionEntry files_from() {
  return {"--files-from",
          "",
          {"文件", "FILE"},
          Expected::files,
          {},
          OptionGroup::files,
          {"还要读这份名单（- 为标准输入）里的文件，每行一个，或者以 NUL 隔开",
           "also read the files that this one lists (- for the standard input), one a line or divided by NUL"}};
}

OptionEntry exclude() {
  return {"--exclude",
          "",
          {"模式", "GLOB"},
          Expected::text,
          {},
          OptionGroup::files,
          {"不读这些文件，写法同 .gitignore，可以多次写；点名的文件也算",
           "leave out these files, as in .gitignore, repeatable; named files too"}};
}

OptionEntry follow() {
  return flag("--follow", OptionGroup::files,
              {"文件夹里通到文件夹外面的符号链接也跟过去；fix 还是不改那里的文件",
               "follow also the symbolic links that lead out of a folder; fix changes no file there all the same"});
}

OptionEntry max_size() {
  return {"--max-size",
          "",
          {"MiB数", "MIB"},
          Expected::number,
          {},
          OptionGroup::input,
          {"一份年报最多有多少 MiB（1–1024）：默认 16，更大的不读",
           "MiB that a report may have at most (1-1024): 16 by default, a larger one is not read"}};
}

OptionEntry stdin_filename() {
  return {"--stdin-filename",
          "",
          {"文件名", "NAME"},
          Expected::text,
          {},
          OptionGroup::files,
          {"标准输入（-）算作这个文件：用它的配置和排除设置",
           "take the standard input (-) for this file: its configuration and excludes hold"}};
}

OptionEntry previous() {
  return {"--previous",
          "",
          {"文件", "FILE"},
          Expected::files,
          {},
          OptionGroup::files,
          {"和这份上一年的年报比较；只能检查一份年报",
           "compare with this report for the year before; takes one report to check"}};
}

OptionEntry jobs() {
  return {"--jobs",
          "-j",
          {"数目", "N"},
          Expected::number,
          {},
          OptionGroup::files,
          {"同时读多少个文件；默认和处理器核数一样多",
           "files read at the same time; as many as there are cores by default"}};
}

OptionEntry input_format() {
  return {"--input-format",
          "",
          {"格式", "FORMAT"},
          Expected::words,
          format_names(),
          OptionGroup::input,
          {"文本是 plain、markdown 还是 html；默认由内容判断。Word 文档（docx）总是由内容认出",
           "what a text is: plain, markdown or html; by default the content decides. A Word document (docx) is always "
           "known by its content"}};
}

OptionEntry encoding() {
  return {"--encoding",
          "",
          {"编码", "NAME"},
          Expected::words,
          {"utf-8", "gb18030", "gbk", "gb2312", "utf-16le", "utf-16be"},
          OptionGroup::input,
          {"utf-8、gb18030（gbk、gb2312）、utf-16le、utf-16be；默认由内容判断",
           "utf-8, gb18030 (gbk, gb2312), utf-16le, utf-16be; by default the content decides"}};
}

OptionEntry convert_with() {
  return {
      "--convert-with",
      "",
      {"程序", "PROGRAM"},
      Expected::files,
      {},
      OptionGroup::input,
      {"用这个程序（LibreOffice 的 soffice）把 .doc、.wps、.rtf 转成 .docx 再读；一次一份，每份最多 60 秒",
       "make .docx of .doc, .wps and .rtf with this program (soffice of LibreOffice); one at a time, 60 seconds each "
       "at most"}};
}

OptionEntry report_format() {
  return {
      "--format",
      "-f",
      {"格式", "FORMAT"},
      Expected::words,
      reporter_names(),
      OptionGroup::output,
      {"text、pretty、html、summary、json、jsonl、sarif、github、gitlab、rdjson、rdjsonl、checkstyle、junit、csv；默认"
       "在终"
       "端上为 "
       "pretty，否则为 text",
       "text, pretty, html, summary, json, jsonl, sarif, github, gitlab, rdjson, rdjsonl, checkstyle, junit, csv; by "
       "default "
       "pretty on a terminal and text elsewhere"}};
}

OptionEntry report_output() {
  return {"--output",
          "-o",
          {"[格式=]文件", "[FORMAT=]FILE"},
          Expected::outputs,
          {},
          OptionGroup::output,
          {"结果写进这个文件，不写到标准输出，没有 --format "
           "就按文件名的结尾定格式（.html、.csv、.sarif、.json、.jsonl、.txt）；"
           "写明格式时另外写一份，可以多次写：--output sarif=a.sarif --output junit=a.xml",
           "write the results to this file, not to the standard output, without --format in the format of its ending "
           "(.html, .sarif, .json, .jsonl, .txt); with a format write them there besides, repeatable: --output "
           "sarif=a.sarif --output junit=a.xml"}};
}

OptionEntry output() {
  return {"--output",
          "-o",
          {"文件", "FILE"},
          Expected::files,
          {},
          OptionGroup::output,
          {"结果写进这个文件，不写到标准输出", "write the results to this file, not to the standard output"}};
}

OptionEntry quiet() {
  return {
      "--quiet",
      "-q",
      {},
      Expected::nothing,
      {},
      OptionGroup::output,
      {"只显示错误，不显示进度；退出状态不变", "show errors only, and no progress; the exit status stays the same"}};
}

OptionEntry column_unit() {
  return {"--column-unit",
          "",
          {"单位", "UNIT"},
          Expected::words,
          {"code-point", "byte", "utf16", "display"},
          OptionGroup::output,
          {"列数按什么数：code-point（默认，字）、byte、utf16、display（终端格数）",
           "what columns count: code-point (default), byte, utf16, display (terminal cells)"}};
}

OptionEntry ambiguous_width() {
  return {"--ambiguous-width",
          "",
          {"格数", "N"},
          Expected::words,
          {"1", "2"},
          OptionGroup::output,
          {"“ ” — 等字符在终端上占几格：1（默认）或 2", "terminal cells of “ ” — and the like: 1 (default) or 2"}};
}

OptionEntry color() {
  return {"--color",
          "",
          {"何时", "WHEN"},
          Expected::words,
          {"auto", "always", "never"},
          OptionGroup::output,
          {"颜色：auto（默认）、always、never；也看 NO_COLOR、FORCE_COLOR、CLICOLOR_FORCE",
           "colour: auto (default), always, never; NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE hold"}};
}

std::vector<OptionEntry> choosing_rules() {
  return {select(), ignore(), only(), config(), preset(), isolated(), trust(), rules_dir()};
}

std::vector<OptionEntry> failing() { return {fail_on(), max_warnings()}; }

std::vector<OptionEntry> known_diagnostics() { return {no_suppress(), baseline(), no_baseline()}; }

std::vector<OptionEntry> choosing_files() {
  return {files_from(), exclude(),      follow(),   stdin_filename(), previous(),
          jobs(),       input_format(), encoding(), max_size()};
}

}  // namespace option

const std::vector<OptionEntry>& common_options() {
  static const std::vector<OptionEntry> options = {
      {"--lang",
       "",
       {"语言", "LANG"},
       Expected::words,
       {"zh", "en"},
       OptionGroup::general,
       {"zh 或 en；不写就看配置，再看 LC_ALL、LC_MESSAGES、LANG，都没有说就是 zh",
        "zh or en; else as the configuration says, else as LC_ALL, LC_MESSAGES or LANG, else zh"}},
      {"--help", "-h", {}, Expected::nothing, {}, OptionGroup::general, {"显示用法", "show this help"}},
  };
  return options;
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
