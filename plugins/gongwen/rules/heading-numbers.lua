-- The standards give each level its own mark: 一、（一）1.（1）. What a number says, and whether one is skipped, is
-- text/numbering's; the width of a bracket is gongwen/punctuation's. Levels may be left out, so only their order counts:
-- （一） under a 1. that goes on with 2. is the wrong way round.
---@type gialint.Rule
return {
  api       = 1,
  since     = "1.0.0",
  severity  = "info",
  precision = "high",
  fixable   = "safe",
  title     = { zh = "小标题的序号写法不合规范", en = "numbers of sub-headings are not written as they ought to be" },
  help      = { zh = "结构层次依次用“一、”“（一）”“1.”“（1）”标注", en = "Number the levels 一、（一）1.（1）, in this order" },
  basis     = { "GB/T 9704-2012《党政机关公文格式》7.3.3：结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注",
                "GB/T 15834-2011《标点符号用法》：带括号的序次语后不用标点，不带括号的阿拉伯数字后用下脚点" },
  options   = {
    bracket = {
      type = "string", default = [==[^\s*[*#]*\s*([（(]\s*(?:([一二三四五六七八九十]{1,3})|[0-9０-９]{1,2})\s*[）)])([、.．，,])?]==],
      doc = { zh = "带括号的序号，和它后面的标点", en = "a number in brackets, and a mark behind it" },
    },
    digit = {
      type = "string", default = [==[^\s*[*#]*\s*([0-9]{1,2})(?:(、)\s*[^0-9０-９\s]|[.．](?:[^0-9]|$)|、)]==],
      doc = { zh = "阿拉伯数字的序号，和多用的顿号", en = "a number in digits, and the comma behind it" },
    },
    numeral = {
      type = "string", default = [==[^\s*[*#]*\s*[一二三四五六七八九十]{1,3}([.．])\s*\p{Han}]==],
      doc = { zh = "汉字数字的序号后用了下脚点", en = "a point behind a Chinese numeral" },
    },
    first = { type = "string", default = "一", doc = { zh = "第一个序号", en = "the first number" } },
    comma = { type = "string", default = "、", doc = { zh = "汉字数字后的标点", en = "the mark behind a Chinese numeral" } },
  },
  messages  = {
    bracket  = { zh = "“{number}”后不用“{found}”", en = "no '{found}' belongs behind '{number}'" },
    digit    = { zh = "序号“{number}、”应写作“{number}.”", en = "number '{number}、' ought to be '{number}.'" },
    numeral  = { zh = "汉字数字的序号后应为“、”，不是“{found}”", en = "behind a Chinese numeral stands 、 and not '{found}'" },
    reversed = { zh = "“{inner}”排在“{outer}”之下，层次颠倒：依次为“（一）”“1.”", en = "'{inner}' stands under '{outer}': the levels are the wrong way round" },
    outer    = { zh = "上一层", en = "the level above" },
    also     = { zh = "这里也是", en = "here, too" },
    delete   = { zh = "删去“{found}”", en = "delete '{found}'" },
    point    = { zh = "改为下脚点", en = "use a point" },
    change   = { zh = "改为“、”", en = "use 、" },
  },

  check = function(report, ctx)
    local either = ctx.options.bracket .. "|" .. ctx.options.digit .. "|" .. ctx.options.numeral
    for _, section in ipairs(report.sections) do
      local commas, numbers, edits = {}, {}, {}
      local above, inner -- the last number in digits, and a （一） that follows it at once or with its like in between
      for _, paragraph in ipairs(section.paragraphs:with(either)) do
        local bracket, digit, numeral = paragraph:find(ctx.options.bracket), paragraph:find(ctx.options.digit), paragraph:find(ctx.options.numeral)
        if bracket then
          local mark = bracket.groups[3]
          if mark then
            local data = { number = bracket.groups[1].text, found = mark.text }
            ctx:emit { at = mark, message = "bracket", data = data, fix = { message = "delete", edits = { ctx.edit.delete(mark) } } }
          end
          if bracket.groups[2] then
            if bracket.groups[2].text == ctx.options.first then
              inner = above and bracket.groups[1] or nil
            elseif not inner then
              above = nil
            end
          end
        elseif digit then
          local value = tonumber(digit.groups[1].text)
          if inner and above and value == tonumber(above.text) + 1 then
            ctx:emit { at = inner, message = "reversed", data = { inner = inner.text, outer = above.text .. "." },
                       related = { { at = above, message = "outer", data = {} } } }
          end
          above, inner = digit.groups[1], nil
          if digit.groups[2] then
            commas[#commas + 1], numbers[#numbers + 1] = digit.groups[2], digit.groups[1].text
            edits[#edits + 1] = ctx.edit.replace(digit.groups[2], ".")
          end
        elseif numeral then
          local mark = numeral.groups[1]
          ctx:emit { at = mark, message = "numeral", data = { found = mark.text },
                     fix = { message = "change", edits = { ctx.edit.replace(mark, ctx.options.comma) } } }
        end
      end
      if #commas > 0 then
        gia.emit_at_first(ctx, commas, { message = "digit", data = { number = numbers[1] }, fix = { message = "point", edits = edits } })
      end
    end
  end,
}
