-- A half-width mark is wrong only between Chinese: in numbers, times, addresses and Latin text it is right. The full stop
-- is left alone, since a point has too many other uses. One paragraph is put right as a whole, so it is one diagnostic.
---@type gialint.Rule
return {
  api       = 1,
  since     = "1.0.0",
  severity  = "warning",
  precision = "very-high",
  fixable   = "safe",
  title     = { zh = "中文里夹着半角标点", en = "half-width punctuation inside Chinese text" },
  help      = { zh = "中文里的标点用全角", en = "Use full-width marks inside Chinese text" },
  basis     = { "GB/T 15834-2011《标点符号用法》5.1：横排文稿标点符号占一个字的位置", "GB/T 9704-2012《党政机关公文格式》7.3.3" },
  options   = {
    marks = {
      type = "string", default = [==[[\p{Han}”’》）]([,;:?!])[\p{Han}“‘《（]]==],
      doc = { zh = "夹在中文里的半角标点", en = "a half-width mark inside Chinese" },
    },
    brackets = {
      type = "string", default = [[(\()[^()（）]*\p{Han}[^()（）]*(\))|（[^()（）]*(\))|(\()[^()（）]*）]],
      doc = { zh = "括着中文的半角括号，半边是半角的括号", en = "half-width brackets around Chinese, a pair of two widths" },
    },
    half = { type = "string", default = ",;:?!()", doc = { zh = "半角标点", en = "the half-width marks" } },
    full = { type = "string", default = "，；：？！（）", doc = { zh = "对应的全角标点", en = "the full-width mark of each" } },
  },
  messages  = {
    half   = { zh = "半角“{found}”夹在中文里，应为全角“{want}”", en = "half-width '{found}' inside Chinese ought to be '{want}'" },
    also   = { zh = "这里也是", en = "here, too" },
    change = { zh = "改为全角", en = "use full-width marks" },
  },

  check = function(report, ctx)
    local full, halves = {}, {}
    for _, code in utf8.codes(ctx.options.half) do halves[#halves + 1] = utf8.char(code) end
    for _, code in utf8.codes(ctx.options.full) do full[halves[#full + 1]], full[#full + 1] = utf8.char(code), true end

    local either = ctx.options.marks .. "|" .. ctx.options.brackets
    for _, paragraph in ipairs(report.paragraphs:with(either)) do
      local places = {}
      local function take(pattern)
        for _, match in ipairs(paragraph:find_all(pattern)) do
          for _, mark in ipairs(match.groups) do
            if mark and full[mark.text] then places[#places + 1] = mark end
          end
        end
      end
      take(ctx.options.marks)
      take(ctx.options.brackets)
      table.sort(places, function(a, b) return a.line < b.line or a.line == b.line and a.column < b.column end)
      if #places > 0 then
        local edits = {}
        for _, mark in ipairs(places) do edits[#edits + 1] = ctx.edit.replace(mark, full[mark.text]) end
        gia.emit_at_first(ctx, places, {
          message = "half", data = { found = places[1].text, want = full[places[1].text] }, fix = { message = "change", edits = edits },
        })
      end
    end
  end,
}
