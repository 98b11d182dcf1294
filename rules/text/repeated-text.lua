-- Chinese doubles characters for good reasons (年年, 工作作为), so one doubled character counts only inside a phrase of
-- the form; four characters and more repeat themselves by a slip alone.
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
  },
  messages  = {
    doubled = { zh = "“{text}”多了一个“{what}”", en = "'{what}' stands twice in '{text}'" },
    phrase  = { zh = "“{what}”连续出现两次", en = "'{what}' stands twice in a row" },
    change  = { zh = "删去多出的“{what}”", en = "delete the second '{what}'" },
  },

  check = function(report, ctx)
    local function look(node)
      for _, twice in ipairs(node:doubled()) do
        local what = twice.first.text
        ctx:emit { at = twice.whole, message = "doubled", data = { text = twice.whole.text, what = what },
                   fix = { message = "change", data = { what = what }, edits = { ctx.edit.replace(twice.whole, what) } } }
      end
      for _, twice in ipairs(node:repeats(4)) do
        -- Garbled text repeats itself; it is text/garbled's to report.
        if not twice.blank and not twice.first:find(ctx.options.garbled) then
          local what = twice.first.text
          ctx:emit { at = twice.whole, message = "phrase", data = { what = what },
                     fix = { message = "change", edits = { ctx.edit.replace(twice.whole, what) } } }
        end
      end
    end
    if report.title then look(report.title) end
    for _, paragraph in ipairs(report.preface) do look(paragraph) end
    for _, section in ipairs(report.sections) do
      look(section.title)
      for _, paragraph in ipairs(section.paragraphs) do look(paragraph) end
    end
  end,
}
