---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "info",
  precision = "high",
  fixable   = "safe",
  title     = { zh = "部分的序号不对", en = "a section's number is wrong" },
  help      = { zh = "六个部分依次编为一、二、三、四、五、六", en = "Number the six sections 一、 to 六、" },
  basis     = { "国办公开办函〔2021〕30号，报告格式", "国办公开办函〔2019〕60号，报告格式（试行）" },
  messages  = {
    style   = { zh = "序号“{found}”应写作“{want}”", en = "number '{found}' must be written '{want}'" },
    number  = { zh = "序号“{found}”应为“{want}”", en = "number '{found}' must be '{want}'" },
    none    = { zh = "标题前缺少序号“{want}”", en = "the number '{want}' is missing before the title" },
    all     = { zh = "各部分的序号“{found}”等应写作“{want}”等", en = "numbers such as '{found}' must be written '{want}'" },
    change_all = { zh = "依次改为“{want}”等", en = "change them to '{want}' and so on" },
    change  = { zh = "改为“{want}”", en = "change it to '{want}'" },
  },

  check = function(report, ctx)
    local count, official = 0, 0
    for _, section in ipairs(report.sections) do
      count = count + 1
      if section.style == "comma" then official = official + 1 end
    end
    for _, section in ipairs(report.sections) do
      local message
      if section.style == "none" then
        message = "none"
      elseif section.style ~= "comma" then
        message = "style"
      elseif section.in_order and section.number ~= section.order and section.number ~= section.position then
        -- A number that counts the sections that are there follows from one that is missing.
        message = "number"
      elseif section.number == section.order and section.numeral.folded ~= section.form.numeral then
        message = "style" -- 三三、
      end
      if message then
        local want = section.form.numeral .. "、"
        local data = { found = section.numeral.text, want = want }
        if message ~= "number" and official == 0 and count > 1 then
          -- One style throughout is one decision, so it is said once.
          local edits = {}
          for _, each in ipairs(report.sections) do
            edits[#edits + 1] = ctx.edit.replace(each.numeral, each.form.numeral .. "、")
          end
          ctx:emit { at = section.numeral, message = message == "none" and "none" or "all", data = data,
                     fix = { message = "change_all", edits = edits } }
          return
        end
        ctx:emit { at = section.numeral, message = message, data = data,
                   fix = { message = "change", edits = { ctx.edit.replace(section.numeral, want) } } }
      end
    end
  end,
}
