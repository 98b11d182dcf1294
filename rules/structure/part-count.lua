-- Parts are known by their titles, not by 、, which stands inside a title too. What else the list names keeps the rule
-- silent: it cannot be counted. Behind "等" a list may break off, but not one short of the end.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "info",
  precision = "high",
  fixable   = "suggestion",
  title     = { zh = "前言说的部分数与列举的不一致", en = "the preface counts other parts than it lists" },
  help      = { zh = "把六个部分列全，并核对数目", en = "List all six parts, and count them" },
  basis     = { "国办公开办函〔2021〕30号，报告格式：六个部分" },
  options   = {
    list = {
      type = "string",
      default = [[(?:由|包括了?|包含|分为|涵盖|内容(?:为|有|是))([^。由包涵]+?)(等)?(?:共|共计|总计)?\s*([一二三四五六七八九十0-9０-９]{1,2})\s*(?:个)?(?:大)?(?:部分|方面)]],
      doc = { zh = "列举各部分的句子；各组为列举、“等”、数目", en = "a sentence that lists the parts; groups: the list, 等, the count" },
    },
    numerals = { type = "string", default = "一二三四五六七八九十", doc = { zh = "数字，从一起", en = "the numerals, from one" } },
    joints = {
      type = "string",
      default = [[以及|及其|和|及|与|等|的|共|情况|其中|本]],
      doc = { zh = "部分名称之外可以有的字", en = "words that may stand between the titles" },
    },
  },
  messages  = {
    differs = { zh = "写的是“{count}部分”，列举了 {listed} 个", en = "'{count}' parts are said, '{listed}' are listed" },
    change  = { zh = "改为“{want}”", en = "change it to '{want}'" },
  },

  check = function(report, ctx)
    local longest_joint = 2 -- titles are longer
    local list = report.preface:find(ctx.options.list)
    if not list then return end

    local wordings, numerals, value = {}, {}, 0
    for _, code in utf8.codes(ctx.options.numerals) do
      value = value + 1
      numerals[utf8.char(code)] = value
    end
    for _, section in ipairs(report.expected_form.sections) do
      for _, group in ipairs { { section.title }, section.accepted, section.deviant } do
        for _, wording in ipairs(group) do wordings[#wordings + 1] = wording end
      end
    end

    local names, open, printed = list.groups[1], list.groups[2], list.groups[3]
    local count = numerals[printed.text] or tonumber(printed.folded)
    local listed, rest = 0, utf8.len(names.folded)
    for _, piece in ipairs(names:find_all(gia.any_of(wordings) .. "|" .. ctx.options.joints)) do
      local length = utf8.len(piece.folded)
      if length > longest_joint then listed = listed + 1 end
      rest = rest - length
    end
    local breaks_off = open and count and listed < count - 1
    if count and listed ~= count and listed >= 3 and rest <= 0 and not breaks_off then
      local want = tostring(listed)
      for numeral, each in pairs(numerals) do
        if numerals[printed.text] and each == listed then want = numeral end
      end
      ctx:emit { at = printed, message = "differs", data = { count = printed.text, listed = listed }, place = "preface",
                 fix = { message = "change", data = { want = want }, edits = { ctx.edit.replace(printed, want) } } }
    end
  end,
}
