#include "engine/cli/authoring/templates.hpp"

#include <cstddef>

namespace gialint {
namespace {

const RuleTemplate& usual() {
  static const RuleTemplate text = {
      {R"lua(-- 正文里不应留下起草时的字样。
--
-- 文件开头的注释说明这条规则为什么是这样、放过了什么；gialint docs 把它写进规则的说明页。
---@type gialint.Rule
return {
  api       = 1,          -- 规则接口的版本
  since     = "@since@",    -- 从哪个版本起有这条规则
  severity  = "warning",  -- error、warning、info；error 只给没有争议的错误
  precision = "medium",   -- very-high、high、medium、low：报出来的有多大把握
  title     = { zh = "正文里留有起草时的字样",
                en = "words of the draft were left in the text" },
  help      = { zh = "删去这些字样，或者写上它们代替的内容",
                en = "Take them out, or write what they stand for" },
  basis     = { "（在这里写依据：文号和条款）" },
  messages  = {           -- 说看到了什么；中英两种文字都要有，花括号里的名字相同，值由 emit 的 data 给出
    found = { zh = "正文里有“{word}”",
              en = "the text says '{word}'" },
  },
  options   = {           -- 使用者可以在 gialint.toml 里改的；用不着就删去
    words = { type = "list", default = { "待定", "待补" },
              doc = { zh = "不应留下的字样", en = "words that must not be left" } },
  },

  -- report 是读出来的年报，ctx 用来报出问题；它们有什么，gialint api 会打印出来。
  check = function(report, ctx)
    local pattern = gia.any_of(ctx.options.words)
    for _, paragraph in ipairs(report.paragraphs:with(pattern)) do
      for _, word in ipairs(paragraph:find_all(pattern)) do
        ctx:emit { at = word, message = "found", data = { word = word.text } }
      end
    end
  end,
}
)lua",
       R"lua(-- Words of the draft must not be left in the text.
--
-- The comment at the head says why the rule is as it is and what it lets pass; gialint docs puts it on the rule's page.
---@type gialint.Rule
return {
  api       = 1,          -- version of the interface for rules
  since     = "@since@",    -- the version that brought this rule
  severity  = "warning",  -- error, warning, info; error only where nobody would object
  precision = "medium",   -- very-high, high, medium, low: how often it is right when it speaks
  title     = { zh = "正文里留有起草时的字样",
                en = "words of the draft were left in the text" },
  help      = { zh = "删去这些字样，或者写上它们代替的内容",
                en = "Take them out, or write what they stand for" },
  basis     = { "(the basis: document number and article)" },
  messages  = {           -- what was seen; in both languages, with the same names in braces: emit gives them in data
    found = { zh = "正文里有“{word}”",
              en = "the text says '{word}'" },
  },
  options   = {           -- what users may set in gialint.toml; take it out when there is nothing to set
    words = { type = "list", default = { "待定", "待补" },
              doc = { zh = "不应留下的字样", en = "words that must not be left" } },
  },

  -- report is the report as it was read, ctx is for speaking up: `gialint api` prints what they have.
  check = function(report, ctx)
    local pattern = gia.any_of(ctx.options.words)
    for _, paragraph in ipairs(report.paragraphs:with(pattern)) do
      for _, word in ipairs(paragraph:find_all(pattern)) do
        ctx:emit { at = word, message = "found", data = { word = word.text } }
      end
    end
  end,
}
)lua"},
      {R"test(# 规则 @id@ 的用例，由 gialint test 运行。每个用例以“=== 标题”开头；年报可以只写有关的几行。
# ⟦1:…⟧ 标出要报的地方，1 是自己起的标签。expect 里每处一行：标签 级别 消息编号 名称=值；空着就是什么都不该报。
# 规则改了以后，gialint test --update 按实际结果改写 expect。

=== 正文里留着要补的字样
--- report
一、总体情况
本年度主动公开信息⟦1:待定⟧条。
--- expect
1 warning found word=待定

=== 写全了的不报
--- report
一、总体情况
本年度主动公开信息12条，均按规定期限公开。
--- expect

=== 要找的字样由选项决定
--- options
words = ["初稿"]
--- report
一、总体情况
本文为⟦1:初稿⟧，条数待定。
--- expect
1 warning found word=初稿
)test",
       R"test(# The cases of the rule @id@; gialint test runs them. A case begins with "=== title"; a few lines of a report will do.
# ⟦1:…⟧ marks a place that is reported, 1 being a label of one's own. In expect each place has a line: label, severity,
# id of the message, name=value; no line means that nothing is to be said.
# When the rule has changed, gialint test --update rewrites expect to what is found.

=== a word that was to be replaced
--- report
一、总体情况
本年度主动公开信息⟦1:待定⟧条。
--- expect
1 warning found word=待定

=== what is complete passes
--- report
一、总体情况
本年度主动公开信息12条，均按规定期限公开。
--- expect

=== the words are an option
--- options
words = ["初稿"]
--- report
一、总体情况
本文为⟦1:初稿⟧，条数待定。
--- expect
1 warning found word=初稿
)test"}};
  return text;
}

const RuleTemplate& across_years() {
  static const RuleTemplate text = {
      {R"lua(-- 机关名称与上年年报的不同：可能改了名，也可能抄错了。
--
-- 类别 history 的规则只在找到同一机关上一年的年报时运行（--previous，或者同一次检查的文件里有）。
---@type gialint.Rule
return {
  api       = 1,          -- 规则接口的版本
  since     = "@since@",    -- 从哪个版本起有这条规则
  severity  = "info",     -- error、warning、info；error 只给没有争议的错误
  precision = "medium",   -- very-high、high、medium、low：报出来的有多大把握
  title     = { zh = "机关名称与上年年报不同",
                en = "the organ's name is not that of last year's report" },
  help      = { zh = "确认机关是否改了名",
                en = "Check whether the organ changed its name" },
  basis     = { "（在这里写依据：文号和条款）" },
  messages  = {           -- 说看到了什么；中英两种文字都要有，花括号里的名字相同，值由 emit 的 data 给出
    renamed = { zh = "机关名称为“{now}”，上年为“{before}”",
                en = "the organ is called '{now}', last year '{before}'" },
    before  = { zh = "上年的标题", en = "last year's title" },
  },

  -- report.previous 是上一年的年报，和 report 一样完整；related 里可以指它的位置。
  check = function(report, ctx)
    local now, before = ctx:need(report.title), ctx:need(report.previous.title)
    if ctx:need(now.organ) and ctx:need(before.organ) and now.organ_name ~= before.organ_name then
      ctx:emit { at = now.organ, message = "renamed",
                 data = { now = now.organ_name, before = before.organ_name },
                 related = { { at = before.organ, message = "before" } } }
    end
  end,
}
)lua",
       R"lua(-- The organ is not called as in last year's report: it may have been renamed, or copied wrongly.
--
-- Rules of category history run only when the same body's report for the year before is there (--previous, or among the
-- files of the run).
---@type gialint.Rule
return {
  api       = 1,          -- version of the interface for rules
  since     = "@since@",    -- the version that brought this rule
  severity  = "info",     -- error, warning, info; error only where nobody would object
  precision = "medium",   -- very-high, high, medium, low: how often it is right when it speaks
  title     = { zh = "机关名称与上年年报不同",
                en = "the organ's name is not that of last year's report" },
  help      = { zh = "确认机关是否改了名",
                en = "Check whether the organ changed its name" },
  basis     = { "(the basis: document number and article)" },
  messages  = {           -- what was seen; in both languages, with the same names in braces: emit gives them in data
    renamed = { zh = "机关名称为“{now}”，上年为“{before}”",
                en = "the organ is called '{now}', last year '{before}'" },
    before  = { zh = "上年的标题", en = "last year's title" },
  },

  -- report.previous is last year's report, as whole as report itself; related places may be in it.
  check = function(report, ctx)
    local now, before = ctx:need(report.title), ctx:need(report.previous.title)
    if ctx:need(now.organ) and ctx:need(before.organ) and now.organ_name ~= before.organ_name then
      ctx:emit { at = now.organ, message = "renamed",
                 data = { now = now.organ_name, before = before.organ_name },
                 related = { { at = before.organ, message = "before" } } }
    end
  end,
}
)lua"},
      {R"test(# 规则 @id@ 的用例，由 gialint test 运行。previous 是上一年的年报，其中的标签写作 previous:p。
# ⟦1:…⟧ 标出要报的地方，1 是自己起的标签。expect 里每处一行：标签 级别 消息编号 名称=值；空着就是什么都不该报。
# 规则改了以后，gialint test --update 按实际结果改写 expect。

=== 名称与上年不同
--- report
⟦1:青石县民政局⟧2023年政府信息公开工作年度报告
一、总体情况
--- previous
⟦p:民政局⟧2022年政府信息公开工作年度报告
一、总体情况
--- expect
1 info renamed before=民政局 now=青石县民政局 related=previous:p

=== 名称相同的不报
--- report
青石县民政局2023年政府信息公开工作年度报告
一、总体情况
--- previous
青石县民政局2022年政府信息公开工作年度报告
一、总体情况
--- expect
)test",
       R"test(# The cases of the rule @id@; gialint test runs them. previous is last year's report; its labels are previous:p and so on.
# ⟦1:…⟧ marks a place that is reported, 1 being a label of one's own. In expect each place has a line: label, severity,
# id of the message, name=value; no line means that nothing is to be said.
# When the rule has changed, gialint test --update rewrites expect to what is found.

=== another name than last year
--- report
⟦1:青石县民政局⟧2023年政府信息公开工作年度报告
一、总体情况
--- previous
⟦p:民政局⟧2022年政府信息公开工作年度报告
一、总体情况
--- expect
1 info renamed before=民政局 now=青石县民政局 related=previous:p

=== the same name passes
--- report
青石县民政局2023年政府信息公开工作年度报告
一、总体情况
--- previous
青石县民政局2022年政府信息公开工作年度报告
一、总体情况
--- expect
)test"}};
  return text;
}

const RuleTemplate& over_all_reports() {
  static const RuleTemplate text = {
      {R"lua(-- 同一次检查里有别的年度的年报：可能放错了文件夹。
--
-- 类别 corpus 的规则在全部文件之后运行一次，看到的是每份年报的摘要。
---@type gialint.Rule
return {
  api       = 1,          -- 规则接口的版本
  since     = "@since@",    -- 从哪个版本起有这条规则
  severity  = "info",     -- error、warning、info；error 只给没有争议的错误
  precision = "medium",   -- very-high、high、medium、low：报出来的有多大把握
  title     = { zh = "年报的年度与第一份不同",
                en = "the report is for another year than the first one" },
  help      = { zh = "确认这份年报是否放错了地方",
                en = "Check whether the report lies in the wrong place" },
  basis     = { "（在这里写依据：文号和条款）" },
  messages  = {           -- 说看到了什么；中英两种文字都要有，花括号里的名字相同，值由 emit 的 data 给出
    other_year = { zh = "这是 {year} 年度的年报，“{path}”是 {first} 年度的",
                   en = "this report is for '{year}', '{path}' for '{first}'" },
  },

  -- corpus.reports 是各份年报的摘要，按路径排列；at 用摘要就指它的标题。
  check = function(corpus, ctx)
    local first = corpus.reports[1]
    for _, digest in ipairs(corpus.reports) do
      if digest.year and first.year and digest.year ~= first.year then
        ctx:emit { at = digest, message = "other_year",
                   data = { year = digest.year, first = first.year, path = first.path } }
      end
    end
  end,
}
)lua",
       R"lua(-- A report for another year in the same run: it may lie in the wrong folder.
--
-- Rules of category corpus run once, after all files, and see a digest of each report.
---@type gialint.Rule
return {
  api       = 1,          -- version of the interface for rules
  since     = "@since@",    -- the version that brought this rule
  severity  = "info",     -- error, warning, info; error only where nobody would object
  precision = "medium",   -- very-high, high, medium, low: how often it is right when it speaks
  title     = { zh = "年报的年度与第一份不同",
                en = "the report is for another year than the first one" },
  help      = { zh = "确认这份年报是否放错了地方",
                en = "Check whether the report lies in the wrong place" },
  basis     = { "(the basis: document number and article)" },
  messages  = {           -- what was seen; in both languages, with the same names in braces: emit gives them in data
    other_year = { zh = "这是 {year} 年度的年报，“{path}”是 {first} 年度的",
                   en = "this report is for '{year}', '{path}' for '{first}'" },
  },

  -- corpus.reports holds a digest of each report, in the order of the paths; one as `at` means its title.
  check = function(corpus, ctx)
    local first = corpus.reports[1]
    for _, digest in ipairs(corpus.reports) do
      if digest.year and first.year and digest.year ~= first.year then
        ctx:emit { at = digest, message = "other_year",
                   data = { year = digest.year, first = first.year, path = first.path } }
      end
    end
  end,
}
)lua"},
      {R"test(# 规则 @id@ 的用例，由 gialint test 运行。一个用例里有几份年报，各有文件名；其中的标签写作 b.txt:1。
# expect 里每处一行：标签 级别 消息编号 名称=值；空着就是什么都不该报。
# 规则改了以后，gialint test --update 按实际结果改写 expect。

=== 一份是别的年度的
--- report a.txt
青石县民政局2023年政府信息公开工作年度报告
一、总体情况
--- report b.txt
⟦1:青石县财政局2022年政府信息公开工作年度报告⟧
一、总体情况
--- expect
b.txt:1 info other_year first=2023 path=a.txt year=2022

=== 年度相同的不报
--- report a.txt
青石县民政局2023年政府信息公开工作年度报告
一、总体情况
--- report b.txt
青石县财政局2023年政府信息公开工作年度报告
一、总体情况
--- expect
)test",
       R"test(# The cases of the rule @id@; gialint test runs them. A case has several reports, each with a file name; labels are b.txt:1.
# In expect each place has a line: label, severity, id of the message, name=value; no line means that nothing is to be said.
# When the rule has changed, gialint test --update rewrites expect to what is found.

=== one is for another year
--- report a.txt
青石县民政局2023年政府信息公开工作年度报告
一、总体情况
--- report b.txt
⟦1:青石县财政局2022年政府信息公开工作年度报告⟧
一、总体情况
--- expect
b.txt:1 info other_year first=2023 path=a.txt year=2022

=== one year for all passes
--- report a.txt
青石县民政局2023年政府信息公开工作年度报告
一、总体情况
--- report b.txt
青石县财政局2023年政府信息公开工作年度报告
一、总体情况
--- expect
)test"}};
  return text;
}

}  // namespace

const RuleTemplate& rule_template(std::string_view category) {
  if (category == "history") return across_years();
  return category == "corpus" ? over_all_reports() : usual();
}

const PluginTemplate& plugin_template() {
  static const PluginTemplate text = {{R"toml(# 一个 gialint 插件。rules/名字.lua 的编号是 @name@/名字。
schema      = 1
name        = "@name@"
version     = "@version@"
gialint     = ">=@gialint@"  # 需要的 gialint 版本
description = { zh = "@name@ 的规则", en = "rules of @name@" }
)toml",
                                       R"toml(# A plugin for gialint. rules/NAME.lua has the id @name@/NAME.
schema      = 1
name        = "@name@"
version     = "@version@"
gialint     = ">=@gialint@"  # the versions of gialint that it is for
description = { zh = "@name@ 的规则", en = "rules of @name@" }
)toml"},
                                      R"md(# @name@

gialint 的一个插件：只在本地有效的规则、词语和格式。

| | |
|---|---|
| `plugin.toml` | 名称、版本、需要的 gialint 版本、说明 |
| `rules/名字.lua` | 规则，编号是 `@name@/名字`；旁边的 `名字.test` 是它的用例 |
| `lexicon/*.toml` | 加在全国词表上的词语 |
| `editions/*.toml` | 本地的报告格式 |
| `presets/*.toml` | 预设 |

```sh
gialint new rule 名字          # 再写一条规则和它的用例
gialint test                   # 运行全部用例；--watch 在文件改动后自动重新运行
gialint rules --check          # 检查规则、文字和用例是否完备
```

使用：在 `gialint.toml` 里写 `plugins = ["./@name@"]`。

---

A plugin for gialint: rules, phrases and forms that hold in one place.

| | |
|---|---|
| `plugin.toml` | name, version, the gialint that it is for, description |
| `rules/NAME.lua` | a rule, with the id `@name@/NAME`; `NAME.test` beside it holds its cases |
| `lexicon/*.toml` | phrases on top of the national ones |
| `editions/*.toml` | forms that hold here |
| `presets/*.toml` | presets |

```sh
gialint new rule NAME          # one more rule with its cases
gialint test                   # run all cases; --watch runs them again when a file changes
gialint rules --check          # are rules, texts and cases complete?
```

To use it, write `plugins = ["./@name@"]` in `gialint.toml`.
)md"};
  return text;
}

std::string filled(std::string text, const std::map<std::string, std::string>& values) {
  for (const auto& [key, value] : values) {
    const std::string sign = "@" + key + "@";
    for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at + value.size()))
      text.replace(at, sign.size(), value);
  }
  return text;
}

}  // namespace gialint
