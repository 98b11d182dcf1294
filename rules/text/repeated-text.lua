-- Chinese shows no ends of words, and doubles characters for good reasons (年年, 工作作为, 人民政府政府信息公开). So the host
-- parts the text around a repetition into words: what both of them explain is lawful. What law and form make everybody
-- write may stand in a report twice.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  fixable   = "safe",
  title     = { zh = "文字重复", en = "text is repeated" },
  help      = { zh = "删去多出的文字", en = "Delete what stands twice" },
  basis     = { "国办公开办函〔2021〕30号：内容应当准确" },
  options   = {
    garbled = { type = "string", default = [[锟|斤拷|\x{FFFD}|烫烫|屯屯]], doc = { zh = "乱码，不算重复", en = "garbled text, which is no repetition" } },
    particles = {
      type = "string", default = "的了在会等为是有对和与及于到上下中后前内外者将要可以些任属归",
      doc = { zh = "可以跟在以它结尾的词后面的单字：目的的", en = "words of one character that may follow a word that ends in them" },
    },
    distributive = {
      type = "string",
      default = "人家户村镇乡县区市省处事件项条次篇期场份批层级步环点面线道天日月年季周时刻岗组班队门科所室站院校类字句个样代段节关",
      doc = { zh = "重叠后表示“每一”的字：件件有着落", en = "characters that doubled mean each of them" },
    },
    leading = { type = "string", default = "又越边再半且或", doc = { zh = "强调时成对重复的字：越快越好", en = "characters of pairs that are repeated for emphasis" } },
    counting = { type = "string", default = "一", doc = { zh = "同上，后一字须为表示“每一”的字：一步一步", en = "the same, if a distributive character follows" } },
    closing = { type = "string", default = "等", doc = { zh = "重叠后列举即告结束的字：等等", en = "characters that doubled end a list" } },
    marks = { type = "string", default = "。，、；：", doc = { zh = "不应连用的标点", en = "punctuation of which one is enough" } },
    min_pasted = {
      type = "integer", default = 14, min = 6,
      doc = { zh = "整句出现两次，除去通用文字至少有多少个字才算", en = "how many characters of its own a sentence must have that stands twice" },
    },
  },
  messages  = {
    doubled = { zh = "“{text}”多了一个“{what}”", en = "'{what}' stands twice in '{text}'" },
    phrase  = { zh = "“{what}”连续出现两次", en = "'{what}' stands twice in a row" },
    pasted  = { zh = "这段文字前面已经写过", en = "this text stands in the report already" },
    first   = { zh = "前一处", en = "the first time" },
    change  = { zh = "删去多出的“{what}”", en = "delete the second '{what}'" },
  },

  check = function(report, ctx)
    local options = ctx.options
    local told = {}
    local organ = report.title and report.title.organ_name or ""
    local year = report.title and report.title.year_node
    -- The digits of a year: 二〇二二.
    local function is_of_year(twice)
      local place = year and year:find(gia.any_of { twice.whole.text })
      return place and place:start().line == twice.whole.line and place:start().column == twice.whole.column
    end
    local function ends_organ(what) return #what < #organ and organ:sub(-#what) == what end
    local function tell(twice, message)
      local what = twice.first.text
      local place = twice.whole.line .. ":" .. twice.whole.column
      -- Garbled text repeats itself; it is text/garbled's to report. And an office may have an office.
      if told[place] or is_of_year(twice) or twice.first:find(options.garbled) or ends_organ(what) and report.paragraphs:find(gia.any_of { organ .. what }) then return end
      told[place] = true
      ctx:emit { at = twice.whole, message = message, data = { text = message == "doubled" and twice.whole.text or nil, what = what },
                 fix = { message = "change", data = { what = what }, edits = { ctx.edit.replace(twice.whole, what) } } }
    end
    local function tell_all(found)
      for _, twice in ipairs(found) do tell(twice, twice.length == 1 and "doubled" or "phrase") end
    end
    local function look(node)
      for _, twice in ipairs(node:doubled()) do tell(twice, "doubled") end
      tell_all(node:repeats(options))
    end
    if report.title then look(report.title) end
    for _, section in ipairs(report.sections) do look(section.title) end
    tell_all(report.paragraphs:repeats(options))
    -- A section that stands twice is structure/duplicate-section's to report, with all that stands in it.
    local headings = {}
    for _, section in ipairs(report.sections) do
      local twice = #section.repeats > 0
      headings[#headings + 1] = { line = section.title.line, twice = twice }
      for _, heading in ipairs(section.repeats) do headings[#headings + 1] = { line = heading.line, twice = true } end
    end
    table.sort(headings, function(a, b) return a.line < b.line end)
    local function in_repeated_section(node)
      local twice = false
      for _, heading in ipairs(headings) do
        if heading.line <= node.line then twice = heading.twice end
      end
      return twice
    end
    for _, pasted in ipairs(report.paragraphs:pasted(options.min_pasted)) do
      local twice_in_a_row = told[pasted.first.line .. ":" .. pasted.first.column]
      if not twice_in_a_row and not in_repeated_section(pasted.second) then
        ctx:emit { at = pasted.second, message = "pasted", related = { { at = pasted.first, message = "first" } } }
      end
    end
  end,
}
