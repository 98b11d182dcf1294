---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  title     = { zh = "同一部分出现两次", en = "a section stands twice" },
  help      = { zh = "删去重复的部分，或者改正写错的标题", en = "Delete the second one, or correct its heading" },
  basis     = { "国办公开办函〔2021〕30号，报告格式：六个部分", "国办公开办函〔2019〕60号，报告格式（试行）" },
  messages  = {
    again = { zh = "“{heading}”在第 {line} 行已经有了", en = "'{heading}' stands on line '{line}' already" },
    first = { zh = "另一处", en = "the other one" },
    also  = { zh = "这里也重复", en = "this one stands twice too" },
  },

  check = function(report, ctx)
    local function before(a, b) return a.line < b.line or (a.line == b.line and a.column < b.column) end
    local again = {}
    for _, section in ipairs(report.sections) do
      local first = section.title
      for _, heading in ipairs(section.repeats) do
        if before(heading, first) then first, heading = heading, first end
        again[#again + 1] = { heading = heading, first = first, section = section }
      end
    end
    table.sort(again, function(a, b) return before(a.heading, b.heading) end)
    local function tell(one, more)
      local related = { { at = one.first, message = "first", data = {} } }
      for j = 2, more and #again or 1 do related[#related + 1] = { at = again[j].heading, message = "also", data = {} } end
      ctx:emit { at = one.heading, message = "again", related = related, place = "section/" .. one.section.id,
                 data = { heading = one.section.form.heading, line = one.first.line } }
    end
    -- A report pasted twice is one mistake.
    if #again >= 3 then
      tell(again[1], true)
    else
      for _, one in ipairs(again) do tell(one, false) end
    end
  end,
}
