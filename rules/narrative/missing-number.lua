-- An error, so only where no other reading is left. The unit has to be a word by itself at the end of a clause: the host
-- parts the text into words, so that it is no part of 条例, 头条, 文件, 件件 or 名单. What counts has to say so: 共, a verb of
-- counting, or numbers beside it. "依申请公开件" is a noun too, so it counts behind 共 alone.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "error",
  precision = "very-high",
  title     = { zh = "单位前缺少数字", en = "a number is missing before its unit" },
  help      = { zh = "补上数字；没有的写 0", en = "Fill in the number; write 0 where there was none" },
  basis     = { "国办公开办函〔2021〕30号（四）：内容不准确、不完整的，依照《条例》第四十七条追究责任" },
  options   = {
    units = { type = "string", default = "条次场名篇期份部户起批宗件项个例", doc = { zh = "单位", en = "units" } },
    noun_units = { type = "string", default = [[^[件项个例部户]$]], doc = { zh = "又可作名词后缀的单位：办结件", en = "units that nouns end in as well" } },
    adverb = {
      type = "string",
      default = [[(?:总共|共计|累计|总计|合计|先后)|(?:^|[^公])共]],
      doc = { zh = "计数的副词", en = "adverbs of counting" },
    },
    whole = {
      type = "string",
      default = [[全年|年内|本年度?]],
      doc = { zh = "表示整个年度的词：单位是名词后缀时不算", en = "words for the whole year, which prove nothing where the unit may end a noun" },
    },
    verb = {
      type = "string",
      default = [[(?:公开|发布|受理|收到|接到|接收|收取|办理|办结|答复|回复|回应|制发|印发|制定|修订|修改|废止|转发|转载|刊登|刊发|推送|更新|编发|录入|上传|解读|开展|举办|举行|召开|组织|参加|承办|处理|发出|发放|配备|确定|设置|设立|新增|聘请|抽查|检查|巡查|培训|征集|采纳|公示|撰写|制作|转办|整改|其中|包括|涉及|含)]],
      doc = { zh = "带数量的动词", en = "verbs that take a number" },
    },
    number = {
      type = "string",
      default = [[(?:[0-9０-９一二三四五六七八九十百千万亿两零〇半余多数几每各逐首末此该上下本同全单双某第等要来团]|[0-9０-９万亿余多]\s*[人件条个批车班架场户台辆]|若干|[无没未零][^，。；]{0,40})\s*$]],
      doc = { zh = "单位之前有这些就不缺数字", en = "what before the unit is a number, or makes it a noun" },
    },
    since = {
      type = "string",
      default = [[[年月日时刻初中末底度]\s*$]],
      doc = { zh = "“起”之前有这些，是“从什么时候起”", en = "what before 起 makes it say since when" },
    },
    noun = {
      type = "string",
      default = [[(?:依申请公开|办结|转办|交办|督办|办理|回复|信访|投诉|热线|来信|来访|收文|发文|申请|的[^，。；]{0,12})$]],
      doc = { zh = "这些词后面的“件”可以是名词", en = "words that 件 makes a noun of" },
    },
    beside = {
      type = "string",
      default = [[[0-9０-９]+\s*(?:余|多)?(?:件|条|次|场|名|篇|期|份|部|户|起|批|宗|项|个|例|人次)]],
      doc = { zh = "同一句里的数量", en = "numbers in the same sentence" },
    },
    nouns_listed = {
      type = "string",
      default = [=[^、(?:[^，。；、]*、)*[^，。；、]*[件项个例部户][一-龥]]=],
      doc = { zh = "“废止件、修改件分别标注”之类", en = "a list of nouns that a predicate follows" },
    },
    listed = {
      type = "string",
      default = [[^[，；][^，。；]{0,16}[件项个例部户](?:[，。；]|$)]],
      doc = { zh = "“废止件，修改件，”之类", en = "clauses of the same sort that follow" },
    },
    gap = {
      type = "string",
      default = [[(?:先后|累计|总共|共计)\s*([次场期])[^序数日要，。；]|(?:受理|收到|接到|办理|办结|答复|回复|制发|印发|公开|发布)(?:了)?(?:各类|有关|相关|政府|政务|信息|公开|依|申请|的|行政|规范性文件)*[ \t\x{3000}\x{00A0}]+([件宗条])\s*(?:[，。；、,;])]],
      doc = { zh = "其他缺数字的写法；分组是单位", en = "other ways in which a number is missing; a group is the unit" },
    },
  },
  messages  = {
    missing = { zh = "“{found}”：“{unit}”前缺少数字", en = "'{found}': the number before '{unit}' is missing" },
  },

  check = function(report, ctx)
    local options = ctx.options
    local told = {}
    local function tell(unit, found)
      local place = unit.line .. ":" .. unit.column
      if not told[place] then ctx:emit { at = unit, message = "missing", data = { found = found, unit = unit.text } } end
      told[place] = true
    end
    for _, lone in ipairs(report.paragraphs:lone(options.units)) do
      local before, after, unit = lone.before, lone.after, lone.at
      if not before:find(options.number) and not (unit:matches("起") and before:find(options.since)) then
        local counted = before:find(options.adverb)
        local beside = after:find("^[^。！？]*?" .. options.beside)
        local may_be_noun = unit:matches(options.noun_units)
        local noun = may_be_noun and (before:find(options.noun) or after:find(options.nouns_listed))
        counted = counted or not noun and before:find(options.whole)
        local verb = before:find(options.verb)
        if counted or not noun and (beside or verb and (not may_be_noun or after:find(options.listed))) then
          tell(unit, before.text .. unit.text)
        end
      end
    end
    for _, paragraph in ipairs(report.paragraphs:with(options.gap)) do
      for _, match in ipairs(paragraph:find_all(options.gap)) do
        for _, unit in ipairs(match.groups) do
          if unit then tell(unit, match.text) end
        end
      end
    end
  end,
}
