#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/sentence.hpp"

namespace gialint {

/// What stands under a name in gialint.toml.
enum class FieldShape {
  version,     ///< the number 1
  text,        ///< a string that says something
  texts,       ///< an array of strings
  some_texts,  ///< the same with one of them at least
  words,       ///< one of a few words
  preset,      ///< the name of one
  severity,    ///< the severity of a rule, or "off"
  fix_level,   ///< one of fix_level_names()
  date,
  rules,         ///< a table of rules' settings
  corpus,        ///< the table [corpus]
  organs,        ///< the table [organs]
  lists,         ///< a table of arrays of strings
  overrides,     ///< an array of tables [[override]]
  suppressions,  ///< an array of tables [[suppress]]
};

/// A field of gialint.toml, named here alone: the reader takes it, and the schema tells editors of it.
struct ConfigField {
  std::string_view name;
  FieldShape shape;
  Sentence description;
  bool required = false;
  std::array<std::string_view, 4> words = {};  ///< that it takes, and no other; empty ones do not count
  std::string_view pattern = {};               ///< that a text has, as a regular expression of JSON schemas
};

/// The words that `field` takes.
std::vector<std::string> words_of(const ConfigField& field);

/// What stands at the top of the file.
namespace file_field {

inline constexpr ConfigField schema{
    "schema", FieldShape::version, {"本文件所用写法的版本", "the version of what this file is written in"}};
inline constexpr ConfigField extends{
    "extends",
    FieldShape::texts,
    {"先读这些配置文件（相对于本文件的路径）或者插件的预设（\"plugin:插件/预设\"），本文件的设置在后，以后者为准",
     "configurations to read first (paths relative to this file), or presets of plugins (\"plugin:PLUGIN/PRESET\"); "
     "the settings of this file come later, and later ones win"}};
inline constexpr ConfigField plugins{
    "plugins",
    FieldShape::texts,
    {"加载这些插件：本文件所在文件夹里的路径（\"./…\"），或者已安装的插件的名字",
     "plugins to load: paths inside the folder of this file (\"./…\"), or names of installed plugins"}};
inline constexpr ConfigField preset{
    "preset",
    FieldShape::preset,
    {"以这一套预设为底，本文件的设置在后", "the preset to start from; the settings of this file come later"}};
inline constexpr ConfigField lang{
    "lang", FieldShape::words, {"输出所用的语言", "the language of the output"}, false, {"zh", "en"}};
inline constexpr ConfigField fail_on{
    "fail_on",
    FieldShape::words,
    {"有这一级别或更重的诊断时，退出状态为 1", "exit status 1 when there are diagnostics of this severity or above"},
    false,
    {"error", "warning", "info"}};
inline constexpr ConfigField exclude{
    "exclude",
    FieldShape::texts,
    {"不检查的文件，写法同 .gitignore，相对于本文件所在的文件夹",
     "files to leave out, written as in .gitignore, relative to the folder of this file"}};
inline constexpr ConfigField rules{"rules",
                                   FieldShape::rules,
                                   {"各条规则的严重级别和选项；写得越具体的越优先",
                                    "severities and options of the rules; the more specific entry wins"}};
inline constexpr ConfigField corpus{
    "corpus",
    FieldShape::corpus,
    {"一次检查的全部年报合起来看：规则类别 corpus", "all reports of a run taken together: the rules corpus/*"}};
inline constexpr ConfigField organs{"organs", FieldShape::organs, {"机关：谁是谁", "the bodies: who is whom"}};
inline constexpr ConfigField overrides{
    "override",
    FieldShape::overrides,
    {"只对一部分文件的设置，后面的优先", "settings for some files alone; later ones win"}};
inline constexpr ConfigField suppressions{
    "suppress",
    FieldShape::suppressions,
    {"看过并且决定不改的诊断：不再报告，也不计入结果",
     "diagnostics that were looked at and stay as they are: no longer reported and no longer counted"}};

inline constexpr std::array all{schema,  extends, plugins, preset, lang,      fail_on,
                                exclude, rules,   corpus,  organs, overrides, suppressions};

}  // namespace file_field

/// What stands in [corpus].
namespace corpus_field {

inline constexpr ConfigField regions{
    "regions",
    FieldShape::lists,
    {"哪个地区的年报汇总哪些机关的数据：\"地区的机关名称\" = [\"机关名称\", …]，名称同年报的标题",
     "which bodies' figures a region's report adds up: \"THE REGION'S BODY\" = [\"BODY\", …], named as in the titles "
     "of "
     "their reports"}};

inline constexpr std::array all{regions};

}  // namespace corpus_field

/// What stands in [organs].
namespace organs_field {

inline constexpr ConfigField aliases{
    "aliases",
    FieldShape::lists,
    {"同一机关的几个名称（改过名、合并过）：\"现在的名称\" = [\"以前的名称\", "
     "…]，名称同年报的标题；找上年的年报、合起来看全部年报时当作一个",
     "several names of one body (renamed or merged): \"THE NAME NOW\" = [\"A NAME BEFORE\", …], as in the titles of "
     "the reports; they are one where last year's report is looked for and where all reports are taken together"}};

inline constexpr std::array all{aliases};

}  // namespace organs_field

/// What stands in a table of [rules], besides the rule's own options.
namespace rule_field {

inline constexpr ConfigField severity{"severity",
                                      FieldShape::severity,
                                      {"严重级别；off 表示关闭", "the severity; off switches the rule off"},
                                      false,
                                      {"error", "warning", "info", "off"}};
inline constexpr ConfigField fix{
    "fix",
    FieldShape::fix_level,
    {"gialint fix 怎样对待这条规则的修改：off 一概不做；safe 把要用 --unsafe 的也当作稳妥的（改动数字的除外）；"
     "unsafe 一概要用 --unsafe",
     "what gialint fix does with the fixes of this rule: off makes none; safe takes those that need --unsafe for safe, "
     "but for those that change numbers; unsafe makes them only with --unsafe"}};

}  // namespace rule_field

/// What stands in [[override]].
namespace override_field {

inline constexpr ConfigField files{"files",
                                   FieldShape::some_texts,
                                   {"文件，写法同 .gitignore，相对于配置文件所在的文件夹",
                                    "files, written as in .gitignore, relative to the folder of the configuration"},
                                   true};
inline constexpr ConfigField rules{"rules", FieldShape::rules, file_field::rules.description, true};

inline constexpr std::array all{files, rules};

}  // namespace override_field

/// What stands in [[suppress]].
namespace suppress_field {

inline constexpr ConfigField rule{"rule", FieldShape::text, {"规则的编号", "the id of the rule"}, true,
                                  {},     "^[^/]+/[^*]+$"};
inline constexpr ConfigField file{"file", FieldShape::text, override_field::files.description, true};
inline constexpr ConfigField place{
    "place",
    FieldShape::text,
    {"位置，如 section/other_matters，也包括它下面的；不写就是整个文件",
     "a place such as section/other_matters, with all below it; without one, the whole file"}};
inline constexpr ConfigField fingerprint{
    "fingerprint",
    FieldShape::text,
    {"只略过有这一指纹的诊断；指纹见 --format json",
     "leave out only the diagnostic with this fingerprint; --format json shows fingerprints"},
    false,
    {},
    "^[0-9a-f]{32}$"};
inline constexpr ConfigField reason{
    "reason", FieldShape::text, {"为什么可以不改", "why it may stay as it is"}, true, {}, "\\S"};
inline constexpr ConfigField until{"until",
                                   FieldShape::date,
                                   {"到这一天为止（含），如 2026-06-30；过后这一条不再起作用",
                                    "the last day on which this holds, such as 2026-06-30"}};

inline constexpr std::array all{rule, file, place, fingerprint, reason, until};

}  // namespace suppress_field

}  // namespace gialint
