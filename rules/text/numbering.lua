-- A list that starts again at its first number is a new list, and 1. 2. 3. under each （一） are lists of their own. A list
-- whose start is not there proves nothing: extraction may have lost it.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "info",
  precision = "high",
  title     = { zh = "小标题的序号跳号或者重号", en = "numbers of sub-headings skip or repeat" },
  help      = { zh = "依次编号；漏了一项的，补上", en = "Number them one after the other; add what was left out" },
  basis     = { "国办公开办函〔2021〕30号（四）：内容不准确、不完整的，依照《条例》第四十七条追究责任" },
  options   = {
    outer = {
      type = "string",
      default = [[^\s*[*#]*\s*[（(]\s*([一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})\s*(?:）|\))]],
      doc = { zh = "上级小标题的序号", en = "number of an outer sub-heading" },
    },
    inner = {
      type = "string",
      default = [[^\s*[*#\-]*\s*([0-9０-９]{1,2})\s*(?:[、．]|\.(?:[^0-9]|$))]],
      doc = { zh = "下级小标题的序号", en = "number of an inner sub-heading" },
    },
    running = {
      type = "string",
      default = [[(?:^|[。；：，;:,、]|\*\*)\s*([一二三四五六七八九])是]],
      doc = { zh = "行文中的序号：一是、二是", en = "numbers in running text: 一是, 二是" },
    },
    runs = { type = "string", default = [[[二三四五六七八九]是]], doc = { zh = "有没有行文中的序号", en = "whether there are numbers in running text" } },
    numerals = { type = "string", default = "一二三四五六七八九十", doc = { zh = "数字，从一起", en = "the numerals, from one" } },
  },
  messages  = {
    skipped  = { zh = "“{before}”之后是“{found}”，跳过了 {missing}", en = "'{found}' follows '{before}': '{missing}' is skipped" },
    repeated = { zh = "“{found}”出现了两次", en = "'{found}' stands twice" },
    before   = { zh = "前一个序号", en = "the number before it" },
  },

  check = function(report, ctx)
    local values, ten = {}, 0
    local function value_of(node)
      local plain = tonumber(node.folded)
      if plain then return plain end
      for _, code in utf8.codes(ten == 0 and ctx.options.numerals or "") do
        ten = ten + 1
        values[utf8.char(code)] = ten
      end
      -- 十二 is 10 + 2, 二十 is 2 * 10.
      local sum, last = 0, 0
      for _, code in utf8.codes(node.folded) do
        local digit = values[utf8.char(code)]
        if not digit then return nil end
        if digit == ten then
          sum = sum + (last > 0 and last or 1) * ten
          last = 0
        else
          last = digit
        end
      end
      return sum + last
    end

    -- A topic that was left out with its number is structure/overview-topics' finding.
    local function lacks_topic(section)
      local form = report.expected_form:section(section.id)
      if not form then return false end
      for _, topic in ipairs(form.topics) do
        if topic.required and not section.paragraphs:find(topic.pattern) then return true end
      end
      return false
    end

    local function step(list, node, section)
      local value = value_of(node)
      if not value then return end
      local before = list.value
      local repeated = value == before
      if before and (repeated or value > before + 1) and value > 1 and value - before < 10 and (repeated or not lacks_topic(section)) then
        ctx:emit { at = node, message = repeated and "repeated" or "skipped",
                   data = repeated and { found = node.text } or
                     { found = node.text, before = list.node.text, missing = value - before == 2 and tostring(before + 1) or (before + 1) .. "–" .. (value - 1) },
                   related = { { at = list.node, message = "before", data = {} } } }
      end
      if before or value == 1 then list.value, list.node = value, node end
    end

    local either = ctx.options.outer .. "|" .. ctx.options.inner
    for _, section in ipairs(report.sections) do
      local outer, inner = {}, {}
      for _, paragraph in ipairs(section.paragraphs:with(either .. "|" .. ctx.options.runs)) do
        local number = paragraph:find(either)
        if number and number.groups[1] then
          step(outer, number.groups[1], section)
          inner = {}
        elseif number then
          step(inner, number.groups[2], section)
        end
        if paragraph:find(ctx.options.runs) then
          local running = {}
          for _, match in ipairs(paragraph:find_all(ctx.options.running)) do step(running, match.groups[1], section) end
        end
      end
    end
  end,
}
