-- No official sentence prescribes the title; the form's convention is {organ}{year}年政府信息公开工作年度报告. So a
-- missing organ or a known other wording is worth no more than an info. What is no title at all, or a draft's, is a warning.
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
  options   = {
    draft = {
      type = "string",
      default = [[征求意见稿|送审稿|讨论稿|审核稿|修改稿|草稿|初稿|未定稿|模板|样本|样稿|范本]],
      doc = { zh = "标题里表明还不是定稿的词", en = "words of a title that is not final" },
    },
    other = {
      type = "string",
      default = [[^[^，。；：:！？]{0,40}[0-9０-９]{4}\s*年度?[^，。；：:！？]{0,30}(?:报告|年报|指南|总结|目录|要点)\s*$]],
      doc = { zh = "别的文件的标题", en = "another document's title" },
    },
  },
  messages  = {
    none    = { zh = "没有找到标题：应写作“某某机关某某年{core}”", en = "no title was found: it should end in '{core}'" },
    other   = { zh = "标题“{found}”应写作“某某机关某某年{core}”", en = "the title '{found}' should end in '{core}'" },
    organ   = { zh = "标题“{found}”没有写机关名称", en = "the title '{found}' names no organ" },
    wording = { zh = "标题中的“{found}”应为“{want}”", en = "'{found}' in the title should read '{want}'" },
    order   = { zh = "标题“{found}”应为“{want}”", en = "the title '{found}' should read '{want}'" },
    extra   = { zh = "标题中的“{found}”多余", en = "'{found}' does not belong in the title" },
    draft   = { zh = "标题里的“{found}”表明还不是定稿", en = "'{found}' in the title says that it is not final" },
    change  = { zh = "改为“{want}”", en = "change it to '{want}'" },
  },

  check = function(report, ctx)
    local title = report.title
    local core = report.form.title_core
    if not title then
      for _, paragraph in ipairs(report.preface:with(ctx.options.other)) do
        ctx:emit { at = paragraph, message = "other", data = { found = paragraph.text, core = core }, place = "title" }
        return
      end
      ctx:emit { at = report:start(), message = "none", data = { core = core }, place = "title" }
      return
    end
    local function change(node, want, safe)
      return { message = "change", data = { want = want }, edits = { ctx.edit.replace(node, want) }, safety = safe and "safe" or "suggestion" }
    end
    -- A character printed twice is text/repeated-text's to report.
    local doubled = #title:doubled() > 0
    local year = title.year_node
    local within = year and title.core:find(gia.any_of { year.text })
    if title.extra then
      ctx:emit { at = title.extra, message = "extra", data = { found = title.extra.text }, place = "title" }
    elseif title.match == "altered" and not doubled then
      ctx:emit { at = title.core, message = "wording", data = { found = title.core.text, want = core }, place = "title",
                 fix = change(title.core, core, gia.one_character(title.core.text, core)) }
    elseif title.match == "deviant" then
      ctx:emit { at = title.core, message = "wording", data = { found = title.core.text, want = core }, place = "title", severity = "info",
                 fix = not within and change(title.core, core) or nil }
    elseif within and title.organ then
      local want = title.organ_name .. title.year .. "年" .. core
      ctx:emit { at = title, message = "order", data = { found = title.text, want = want }, place = "title", fix = change(title, want) }
    end
    local draft = title:find(ctx.options.draft)
    if draft then ctx:emit { at = draft, message = "draft", data = { found = draft.text }, place = "title" } end
    if not title.organ then
      ctx:emit { at = title, message = "organ", data = { found = title.text }, severity = "info" }
    end
  end,
}
