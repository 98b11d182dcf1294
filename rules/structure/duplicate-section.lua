-- The raw lines, since a second heading may stand where a table was read. A table of contents repeats the headings with
-- nothing between them.
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
    local wordings, ids = {}, {}
    for _, section in ipairs(report.form.sections) do
      for _, list in ipairs { { section.title }, section.accepted } do
        for _, wording in ipairs(list) do
          wordings[#wordings + 1] = wording
          ids[wording] = section.id
        end
      end
    end
    local words = gia.any_of(wordings)
    local before = [[(?m)^[ \t\f\x{3000}\x{00A0}#*]*(?:[一二三四五六七八九十]+\s*[、.．，,]|第[一二三四五六]部分|[1-6]\s*[、.．])[ \t\x{3000}\x{00A0}]*]]
    -- As many as were read as sections: none stands twice. Groups are dear, so they wait for this.
    local expected = 0
    for _, section in ipairs(report.sections) do
      if section.style ~= "none" and (section.match == "official" or section.match == "accepted") then expected = expected + 1 end
    end
    if #report:find_all(before .. words .. [[[ \t\x{3000}\x{00A0}：:。*]*\r?$]]) <= expected then return end
    local matches = report:find_all(before .. "(" .. words .. [[)[ \t\x{3000}\x{00A0}：:。*]*(\r?\n[ \t\x{3000}\x{00A0}]*)?\r?$]])
    -- Three headings and more in a row, nothing between them, which all come again: a table of contents.
    local function opens_contents(start)
      local function id_of(i) return ids[matches[i].groups[1].text] end
      local listed, after = { [id_of(start)] = true }, start + 1
      while matches[after] and matches[after].line - matches[after - 1].line <= (matches[after - 1].groups[2] and 2 or 1) and not listed[id_of(after)] do
        listed[id_of(after)] = true
        after = after + 1
      end
      for i = after, #matches do listed[id_of(i)] = nil end
      for _ in pairs(listed) do return 0 end
      return after - start >= 3 and after - start or 0
    end
    local first, again, contents = {}, {}, false
    local i = 1
    while i <= #matches do
      local skip = not contents and opens_contents(i) or 0
      if skip > 0 then contents = true end
      i = i + skip
      local match = skip == 0 and matches[i]
      if match then
        local id = ids[match.groups[1].text]
        if first[id] then again[#again + 1] = { match = match, id = id } else first[id] = match end
        i = i + 1
      end
    end
    local function tell(one, more)
      local related = { { at = first[one.id].groups[1], message = "first", data = {} } }
      for j = 2, more and #again or 1 do related[#related + 1] = { at = again[j].match.groups[1], message = "also", data = {} } end
      ctx:emit { at = one.match.groups[1], message = "again", related = related, place = "section/" .. one.id,
                 data = { heading = report.form:section(one.id).heading, line = first[one.id].line } }
    end
    -- A report pasted twice is one mistake.
    if #again >= 3 then
      tell(again[1], true)
    else
      for _, one in ipairs(again) do tell(one, false) end
    end
  end,
}
