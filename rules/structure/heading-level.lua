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
    first  = { zh = "第一个部分", en = "the first section" },
    change = { zh = "改为 {want} 级标题", en = "make it a level '{want}' heading" },
  },

  check = function(report, ctx)
    local first = ctx:need(report.sections[1])
    if first.level == 0 then return end
    for _, section in ipairs(report.sections) do
      if section.level == 0 then
        ctx:emit { at = section, message = "none", data = { heading = section.form.heading, want = first.level },
                   related = { { at = first, message = "first", data = {} } } }
      elseif section.level ~= first.level then
        local data = { heading = section.form.heading, found = section.level, want = first.level }
        local mark = section.mark
        ctx:emit { at = mark, message = "level", data = data, place = section.place,
                   related = { { at = first, message = "first", data = {} } },
                   fix = mark.text ~= "" and { message = "change", edits = { ctx.edit.replace(mark, first.mark.text) } } or nil }
      end
    end
  end,
}
