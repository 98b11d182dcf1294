-- A table whose caption or header is there lacks its rows, not itself: missing-row speaks of it.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "error",
  precision = "high",
  title     = { zh = "缺少规定的表格", en = "a prescribed table is missing" },
  help      = { zh = "按规定格式填列表格；数字为零也要列出", en = "Fill in the table of the form; zeros are printed too" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第二、三、四部分", "国办公开办函〔2019〕60号，报告格式（试行）" },
  options   = {
    elsewhere = {
      type = "string",
      default = [[!\[|<img|\x{FFFC}|附件|附表|见下图|点击查看|\.(?:png|jpe?g|gif|xlsx?|docx?|pdf)\b]],
      doc = { zh = "说明表格是图片或附件的文字", en = "what shows that the table is an image or an attachment" },
    },
  },
  messages  = {
    none  = { zh = "“{heading}”下没有表格", en = "there is no table under '{heading}'" },
    one   = { zh = "“{heading}”缺少表格“{table}”", en = "table '{table}' is missing under '{heading}'" },
    image = { zh = "“{heading}”下的文字里没有表格（可能是图片或附件，无法检查）",
              en = "no table found in the text under '{heading}' (an image or an attachment cannot be checked)" },
  },

  check = function(report, ctx)
    for _, section in ipairs(report.sections) do
      local form = section.form
      local missing, count = {}, 0
      for _, table in ipairs(form.kind == "table" and report.tables or {}) do
        if table.section == form.id then
          count = count + 1
          if not table.found and not table.headed then missing[#missing + 1] = table end
        end
      end
      if #missing > 0 and #missing == count then
        local elsewhere = section.body:find(ctx.options.elsewhere)
        ctx:emit { at = section, message = elsewhere and "image" or "none", severity = elsewhere and "warning" or nil,
                   data = { heading = form.heading }, place = missing[1].id }
      else
        for _, table in ipairs(missing) do
          ctx:emit { at = table, message = "one", data = { heading = form.heading, table = table.form.caption } }
        end
      end
    end
  end,
}
