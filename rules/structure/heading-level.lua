-- One level is a habit of whoever wrote the report, or of a program: it is told once.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "info",
  precision = "high",
  fixable   = "safe",
  title     = { zh = "同级标题的层级不一致", en = "sections stand at different heading levels" },
  help      = { zh = "六个部分用同一级标题", en = "Give all six sections the same heading level" },
  basis     = { "国办公开办函〔2021〕30号，报告格式：六个部分并列" },
  messages  = {
    level  = { zh = "“{heading}”是 {found} 级标题，而第一个部分是 {want} 级", en = "'{heading}' is a level '{found}' heading, the first section is level '{want}'" },
    none   = { zh = "“{heading}”没有标为标题，而第一个部分是 {want} 级标题", en = "'{heading}' is not marked as a heading, the first section is level '{want}'" },
    also   = { zh = "这里也不一致", en = "this one differs as well" },
    first  = { zh = "第一个部分", en = "the first section" },
    change = { zh = "改为 {want} 级标题", en = "make it a level '{want}' heading" },
  },

  check = function(report, ctx)
    local first = ctx:need(report.sections[1])
    if first.level == 0 then return end
    local wrong, edits = {}, {}
    for _, section in ipairs(report.sections) do
      if section.level ~= first.level then
        wrong[#wrong + 1] = section
        if section.level > 0 and section.mark.text ~= "" then edits[#edits + 1] = ctx.edit.replace(section.mark, first.mark.text) end
      end
    end
    local one = wrong[1]
    if not one then return end
    -- What a program or a writer does throughout is one habit.
    local related = { { at = first, message = "first" } }
    for i = 2, #wrong do related[#related + 1] = { at = wrong[i], message = "also" } end
    local data = { heading = one.form.heading, want = first.level }
    if one.level == 0 then
      ctx:emit { at = one, message = "none", data = data, related = related }
    else
      data.found = one.level
      ctx:emit { at = one.mark, message = "level", data = data, place = one.place, related = related,
                 fix = #edits > 0 and { message = "change", data = { want = first.level }, edits = edits } or nil }
    end
  end,
}
