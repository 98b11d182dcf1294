-- Wordings of the Regulation's article 50 are accepted; they are data of the form.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "info",
  precision = "high",
  fixable   = "safe",
  title     = { zh = "部分的标题不是规定的文字", en = "a section's title is not the prescribed wording" },
  help      = { zh = "照格式的文字改写标题", en = "Use the wording of the form" },
  basis     = { "国办公开办函〔2021〕30号，报告格式", "国办公开办函〔2019〕60号，报告格式（试行）" },
  messages  = {
    wording = { zh = "标题“{found}”应为“{want}”", en = "title '{found}' must read '{want}'" },
    line    = { zh = "标题“{found}”没有单独成行", en = "title '{found}' does not stand on a line of its own" },
    stray   = { zh = "标题前多了“{found}”", en = "'{found}' in front of the title does not belong there" },
    change  = { zh = "改为“{want}”", en = "change it to '{want}'" },
  },

  check = function(report, ctx)
    for _, section in ipairs(report.sections) do
      local wrong = section.match == "deviant" or section.match == "altered"
      -- A character printed twice is text/repeated-text's to report.
      if section.stray then
        ctx:emit { at = section.stray, message = "stray", data = { found = section.stray.text }, place = section.place,
                   fix = { message = "change", data = { want = "" }, edits = { ctx.edit.replace(section.stray, "") }, safety = "suggestion" } }
      elseif not wrong and not section.alone then
        ctx:emit { at = section, message = "line", data = { found = section.title.text } }
      end
      if wrong and #section.title:doubled() == 0 then
        local data = { found = section.title.text, want = section.form.title }
        local slip = section.match == "altered" and gia.one_character(section.title.text, section.form.title)
        ctx:emit { at = section.title, message = "wording", data = data,
                   fix = { message = "change", edits = { ctx.edit.replace(section.title, section.form.title) },
                           safety = slip and "safe" or "suggestion" } }
      end
    end
  end,
}
