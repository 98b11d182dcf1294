-- No official sentence prescribes the title; the form's convention is {organ}{year}年政府信息公开工作年度报告. So a
-- missing organ or a known other wording is worth no more than an info.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  fixable   = "safe",
  title     = { zh = "报告的标题不完整或不规范", en = "the report's title is incomplete or irregular" },
  help      = { zh = "标题写作“机关全称＋年份＋年政府信息公开工作年度报告”", en = "Write the title as {organ}{year}年政府信息公开工作年度报告" },
  basis     = { "国办公开办函〔2021〕30号，报告格式（标题为通行写法）" },
  messages  = {
    none    = { zh = "没有找到标题：应写作“某某机关某某年{core}”", en = "no title was found: it should end in '{core}'" },
    organ   = { zh = "标题“{found}”没有写机关名称", en = "the title '{found}' names no organ" },
    wording = { zh = "标题中的“{found}”应为“{want}”", en = "'{found}' in the title should read '{want}'" },
    change  = { zh = "改为“{want}”", en = "change it to '{want}'" },
  },

  check = function(report, ctx)
    local title = report.title
    local core = report.form.title_core
    if not title then
      ctx:emit { at = report:start(), message = "none", data = { core = core }, place = "title" }
      return
    end
    -- A character printed twice is text/repeated-text's to report.
    local doubled = #title:doubled() > 0
    if title.match == "altered" and not doubled then
      ctx:emit { at = title.core, message = "wording", data = { found = title.core.text, want = core }, place = "title",
                 fix = { message = "change", edits = { ctx.edit.replace(title.core, core) },
                         safety = gia.one_character(title.core.text, core) and "safe" or "suggestion" } }
    elseif title.match == "deviant" then
      ctx:emit { at = title.core, message = "wording", data = { found = title.core.text, want = core }, place = "title", severity = "info",
                 fix = { message = "change", edits = { ctx.edit.replace(title.core, core) }, safety = "suggestion" } }
    end
    if not title.organ then
      ctx:emit { at = title, message = "organ", data = { found = title.text }, severity = "info" }
    end
  end,
}
