-- Only what stands directly at the form's name is taken for its number: a report cites other documents of the same
-- office too. The old form is structure/superseded-basis's.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "info",
  precision = "high",
  fixable   = "safe",
  title     = { zh = "格式文件的名称或文号写得不对", en = "the form's title or document number is miscited" },
  help      = { zh = "照原文写文件名称和文号，年份用六角括号〔〕", en = "Cite title and number as they are, the year in 〔〕" },
  basis     = { "国办公开办函〔2021〕30号《关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》" },
  options   = {
    near = { type = "string", default = [[年度报告格式|国办公开办函]], doc = { zh = "引用格式的段落里的字", en = "words of a paragraph that cites the form" } },
    name = {
      type = "string",
      default = [[《(?:关于印发)?[〈《]?([^《》〈〉]*年度报告格式)[^》]*》]],
      doc = { zh = "格式的名称；第一组是名称", en = "the form's name; group 1 is the name" },
    },
    number = {
      type = "string",
      default = [[(年度报告格式(?:[（(]试行[）)])?[〉》]{0,2}(?:的通知[》〉]{0,2})?\s*[（(]?\s*)?((国办[一-龥]{0,6}?)\s*([〔［\[【（(〈<﹝]?)\s*([0-9０-９]{4})\s*年?([〕］\]】）)〉>﹞]?)\s*第?([0-9０-９]{1,3})\s*号)]],
      doc = { zh = "文号；各组依次为紧靠的格式名称、文号、发文字号、括号、年份、括号、序号",
              en = "the number; groups: the form's name right before it, number, code, bracket, year, bracket, ordinal" },
    },
  },
  messages  = {
    name    = { zh = "格式的名称“{found}”应为“{want}”", en = "the form's name '{found}' should read '{want}'" },
    number  = { zh = "格式的文号“{found}”应为“{want}”", en = "the form's number '{found}' should be '{want}'" },
    bracket = { zh = "文号“{found}”的年份应写在六角括号里：“{want}”", en = "the year in '{found}' should stand in 〔〕: '{want}'" },
    change  = { zh = "改为“{want}”", en = "change it to '{want}'" },
  },

  check = function(report, ctx)
    local form = report.expected_form
    if form.last_report_year or not report.year then return end
    local name_done, number_done = false, false
    -- "国办公开办函〔2021〕30号" in its parts.
    local want = form.document_number
    local code, year, ordinal = "", "", ""
    local part = 1
    for _, c in utf8.codes(want) do
      local letter = utf8.char(c)
      if letter == "〔" then part = 2
      elseif letter == "〕" then part = 3
      elseif part == 1 then code = code .. letter
      elseif part == 2 then year = year .. letter
      elseif letter ~= "号" then ordinal = ordinal .. letter end
    end

    local function look_at_name(match)
      local core = form.title_core .. "格式"
      local found = match.groups[1]
      if found.folded:sub(-#core) == core then return end
      local words = form.name:sub(#"《" + 1, -#"》" - 1)
      name_done = true
      ctx:emit { at = found, message = "name", data = { found = found.text, want = words },
                 fix = { message = "change", edits = { ctx.edit.replace(found, words) }, safety = "suggestion" } }
    end
    local function look_at_number(match)
      local at_name, found, open, close = match.groups[1], match.groups[2], match.groups[4].text, match.groups[6].text
      local same_code = match.groups[3].folded == code
      local same_year, same_ordinal = match.groups[5].folded == year, match.groups[7].folded == ordinal
      local message
      if same_code and same_year and same_ordinal then
        if (open == "〔" or open == "﹝") and (close == "〕" or close == "﹞") then return end
        message = "bracket"
      elseif at_name and (same_year or same_ordinal) then
        message = "number" -- with both other it is another document
      else
        return
      end
      number_done = true
      ctx:emit { at = found, message = message, data = { found = found.text, want = want },
                 fix = { message = "change", edits = { ctx.edit.replace(found, want) },
                         safety = message == "bracket" and "safe" or "suggestion" } }
    end
    local function look(paragraphs)
      for _, paragraph in ipairs(paragraphs:with(ctx.options.near)) do
        for _, match in ipairs(paragraph:find_all(ctx.options.name)) do
          if not name_done then look_at_name(match) end
        end
        for _, match in ipairs(paragraph:find_all(ctx.options.number)) do
          if not number_done then look_at_number(match) end
        end
      end
    end
    -- A report says in its preface, or at its start, what it is based on.
    look(report.preface)
    if report.sections[1] then look(report.sections[1].paragraphs) end
  end,
}
