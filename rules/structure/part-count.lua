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
      doc = { zh = "先列举后说数目的句子；各组为列举、“等”、数目", en = "a sentence that lists the parts before it counts them; groups: the list, 等, the count" },
    },
    count_first = {
      type = "string",
      default = [[(?:报告|全文|内容)?(?:由|共分?|共计|共有|分为|分|包括|包含)\s*([一二三四五六七八九十0-9０-９]{1,2})\s*(?:个)?(?:大)?(?:部分|方面|章|节)(?:组成|构成|内容)?\s*(?:[（(][^）)]{0,12}[）)])?\s*[，,：:]?\s*(?:分别[为是]|即|包括|为|有)?\s*[：:]?\s*([^。]*)]],
      doc = { zh = "先说数目后列举的句子；各组为数目、列举", en = "a sentence that counts the parts before it lists them; groups: the count, the list" },
    },
    all = {
      type = "string",
      default = [[(?:报告|全文)[^。，；]{0,12}(?:由|共分?|共计|共有|分为|分|包括|包含)\s*([一二三四五六七八九十0-9０-９]{1,2})\s*(?:个)?(?:大)?(?:部分|章)]],
      doc = { zh = "全文的部分数；第一组是数目", en = "how many parts the whole has; group 1 is the count" },
    },
    beyond = {
      type = "string",
      default = [[(?:^|[；;，、\s])\s*([七八九十]、[^；;，。、]{2,20}|[（(][七八九十][）)][^；;，。、]{2,20})]],
      doc = { zh = "列举中六个部分之外的", en = "what a list has beyond the six parts" },
    },
    joint = {
      type = "string",
      default = [[[、，；;和及与]|以及]],
      doc = { zh = "列举的各部分之间", en = "what stands between the parts of a list" },
    },
    numerals = { type = "string", default = "一二三四五六七八九十", doc = { zh = "数字，从一起", en = "the numerals, from one" } },
    joints = {
      type = "string",
      default = [[以及|及其|和|及|与|等|的|共|情况|其中|本]],
      doc = { zh = "部分名称之外可以有的字", en = "words that may stand between the titles" },
    },
  },
  messages  = {
    topics  = { zh = "“{count}部分”列举的是总体情况的几个方面，报告的部分是：{want}", en = "the '{count}' parts listed are topics of the overview; the report's parts are: {want}" },
    form    = { zh = "写的是“{count}部分”，格式规定的是 {want} 个部分", en = "'{count}' parts are said, the form has '{want}'" },
    beyond  = { zh = "“{found}”不是格式规定的部分", en = "'{found}' is no part of the form" },
    differs = { zh = "写的是“{count}部分”，列举了 {listed} 个", en = "'{count}' parts are said, '{listed}' are listed" },
    change  = { zh = "改为“{want}”", en = "change it to '{want}'" },
  },

  check = function(report, ctx)
    local options = ctx.options
    local longest_joint = 2 -- titles are longer
    local numerals, value = {}, 0
    for _, code in utf8.codes(options.numerals) do
      value = value + 1
      numerals[utf8.char(code)] = value
    end
    local function count_of(node) return numerals[node.text] or tonumber(node.folded) end
    local form = report.expected_form
    local owed = #form.sections
    local wordings, topics = {}, {}
    for _, section in ipairs(form.sections) do
      for _, group in ipairs { { section.title }, section.accepted, section.deviant } do
        for _, wording in ipairs(group) do wordings[#wordings + 1] = wording end
      end
      for _, topic in ipairs(section.topics) do
        if topic.required then topics[#topics + 1] = topic.pattern end
      end
    end
    local function titles()
      local all = {}
      for _, section in ipairs(form.sections) do all[#all + 1] = section.title end
      return table.concat(all, "、")
    end
    -- How many parts a list names that is made of titles alone; nil when it has anything else.
    local function titles_in(names)
      local listed, rest = 0, utf8.len(names.folded)
      for _, piece in ipairs(names:find_all(gia.any_of(wordings) .. "|" .. options.joints)) do
        local length = utf8.len(piece.folded)
        if length > longest_joint then listed = listed + 1 end
        rest = rest - length
      end
      return rest <= 0 and listed or nil
    end
    local function differs(printed, listed)
      local want = tostring(listed)
      for numeral, each in pairs(numerals) do
        if numerals[printed.text] and each == listed then want = numeral end
      end
      ctx:emit { at = printed, message = "differs", data = { count = printed.text, listed = listed }, place = "preface",
                 fix = { message = "change", data = { want = want }, edits = { ctx.edit.replace(printed, want) } } }
    end

    -- 五个部分 of which each is a topic of the overview.
    local function are_topics(names, count)
      if count ~= #topics or #topics == 0 then return false end
      for _, pattern in ipairs(topics) do
        if not names:find(pattern) then return false end
      end
      return not names:find(gia.any_of(wordings))
    end

    local list = report.preface:find(options.list)
    local has_others = false -- something that is no part of the form: 附件
    if list then
      local names, open, printed = list.groups[1], list.groups[2], list.groups[3]
      local count, listed = count_of(printed), titles_in(names)
      has_others = not open and not listed
      local breaks_off = open and count and listed and listed < count - 1
      if count and listed and listed ~= count and listed >= 3 and not breaks_off then
        differs(printed, listed)
        return
      elseif count and not list:find("方面$") and are_topics(names, count) then
        ctx:emit { at = printed, message = "topics", data = { count = printed.text, want = titles() }, place = "preface" }
        return
      end
    end
    local first = report.preface:find(options.count_first)
    if first then
      local printed, names = first.groups[1], first.groups[2]
      local count, listed = count_of(printed), titles_in(names)
      if count and listed and listed >= 3 and listed ~= count and not names:find("等") then
        differs(printed, listed)
        return
      end
    end
    local all = report.preface:find(options.all)
    if all and not has_others then
      local count = count_of(all.groups[1])
      if count and count ~= owed and count >= 3 and count <= 9 then
        ctx:emit { at = all.groups[1], message = "form", data = { count = all.groups[1].text, want = owed }, place = "preface" }
        return
      end
    end
    for _, paragraph in ipairs(report.preface:with(gia.any_of(wordings))) do
      local beyond = paragraph:find(options.beyond)
      if beyond then
        ctx:emit { at = beyond.groups[1], message = "beyond", data = { found = beyond.groups[1].text }, place = "preface" }
        return
      end
    end
  end,
}
