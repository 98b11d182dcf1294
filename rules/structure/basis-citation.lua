-- Titles and numbers of the documents that every report is based on. A short name is no wrong one (《政府信息公开条例》), and
-- documents of a province have titles that are near to these. Only what stands directly at a document's name is taken for
-- its number: a report cites other documents of the same office too. The old form is structure/superseded-basis's.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "info",
  precision = "high",
  fixable   = "safe",
  title     = { zh = "依据的文件名称、文号或日期写得不对", en = "a document that the report is based on is miscited" },
  help      = { zh = "照原文写文件名称和文号，年份用六角括号〔〕", en = "Cite title and number as they are, the year in 〔〕" },
  basis     = { "国办公开办函〔2021〕30号《关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》" },
  options   = {
    near = { type = "string", default = [[年度报告格式|国办|信息公开[^，。；]{0,6}条[例列]|处理费管理办法|年度报告条例]], doc = { zh = "引用文件的段落里的字", en = "words of a paragraph that cites a document" } },
    decree = {
      type = "string",
      default = [[政府信息公开条例》?\s*[（(]\s*(?:中华人民共和国)?国务院令?\s*第?\s*([0-9０-９]{1,4})\s*号]],
      doc = { zh = "条例的国务院令；第一组是号", en = "the decree of the Regulation; group 1 is its number" },
    },
    decrees = { type = "list", default = { "711", "492" }, doc = { zh = "公布条例的国务院令，现行的在前；旧的由另一条规则检查", en = "the decrees that issued it, the one in force first; the old one is another rule's business" } },
    near_title = { type = "string", default = [[《[^《》]{2,30}信息[^《》]{2,30}》]], doc = { zh = "其他段落里要核对的文件名，只差一个字的才算", en = "titles in other paragraphs, which count when one character is another" } },
    documents = {
      type = "list",
      default = {
        "中华人民共和国政府信息公开条例=",
        "政府信息公开信息处理费管理办法=国办函〔2020〕109号",
      },
      doc = { zh = "格式以外的文件：名称=文号", en = "documents beside the form: title=number" },
    },
    cited = { type = "string", default = [=[《([^《》〈〉\n]{4,40})》\s*(?:[（(]\s*(国[办令函发][^（）()〔\[［【\n]{0,8}[〔\[［【（(]?[0-9０-９]{4}[〕\]］】）)]?\s*第?[0-9０-９]{1,4}\s*号))?]=], doc = { zh = "引用；各组为名称、文号", en = "a citation; groups: title, number" } },
    full = { type = "string", default = [[^中华人民共和国]], doc = { zh = "全称的开头：这样开头的必须与原名相同", en = "how a full title begins: one that does must be the title" } },
    effective = {
      type = "string",
      default = [[([0-9０-９]{4}\s*年\s*[0-9０-９]{1,2}\s*月\s*[0-9０-９]{1,2}\s*日)(?:起)?[，,]?[^，。；]{0,20}?(?:条例》?)[^，。；]{0,6}(?:正式)?(?:施行|实施)|(?:条例》?)[^，。；]{0,6}?(?:自|于)\s*([0-9０-９]{4}\s*年\s*[0-9０-９]{1,2}\s*月\s*[0-9０-９]{1,2}\s*日)(?:起|正式)?(?:施行|实施)]],
      doc = { zh = "条例的施行日期", en = "the day the Regulation took effect" },
    },
    effective_days = { type = "list", default = { "2019年5月15日", "2008年5月1日" }, doc = { zh = "条例历次的施行日期", en = "the days it took effect, as revised and at first" } },
    issuer = { type = "string", default = [[政府信息与政务公开办公室\s*$]], doc = { zh = "格式的发文机关", en = "who issued the form" } },
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
    title   = { zh = "文件名称“{found}”应为“{want}”", en = "the title '{found}' should read '{want}'" },
    of_other = { zh = "《{title}》的文号“{found}”应为“{want}”", en = "the number '{found}' of 《{title}》 should be '{want}'" },
    day     = { zh = "施行日期“{found}”应为“{want}”", en = "the day '{found}' should be '{want}'" },
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
    local paragraph
    local function issued(match) return paragraph:before(match.groups[2]):find(ctx.options.issuer) end
    local function look_at_number(match)
      local at_name, found, open, close = match.groups[1], match.groups[2], match.groups[4].text, match.groups[6].text
      local same_code = match.groups[3].folded == code
      local same_year, same_ordinal = match.groups[5].folded == year, match.groups[7].folded == ordinal
      local message
      if same_code and same_year and same_ordinal then
        if (open == "〔" or open == "﹝") and (close == "〕" or close == "﹞") then return end
        message = "bracket"
      elseif at_name and (same_year or same_ordinal) or same_year and same_ordinal and issued(match) then
        message = "number" -- with both other it is another document
      else
        return
      end
      number_done = true
      ctx:emit { at = found, message = message, data = { found = found.text, want = want },
                 fix = { message = "change", edits = { ctx.edit.replace(found, want) },
                         safety = message == "bracket" and "safe" or "suggestion" } }
    end
    -- Titles of the other documents, and the form's where it is far from itself.
    local known = {}
    for _, entry in ipairs(ctx.options.documents) do
      local title, number = "", ""
      local in_number = false
      for _, c in utf8.codes(entry) do
        local letter = utf8.char(c)
        if letter == "=" then in_number = true elseif in_number then number = number .. letter else title = title .. letter end
      end
      known[#known + 1] = { title = title, number = number }
    end
    known[#known + 1] = { title = form.name:sub(#"《" + 1, -#"》" - 1), number = "", form = true }
    local function folded_number(text)
      local out = ""
      for _, c in utf8.codes(text) do
        local letter = utf8.char(c)
        if letter ~= "〔" and letter ~= "〕" then out = out .. letter end
      end
      return out
    end
    local told = {}
    local function look_at_titles(node, most)
      for _, match in ipairs(node:find_all(ctx.options.cited)) do
        local found, number = match.groups[1], match.groups[2]
        local nearest, least
        for _, each in ipairs(known) do
          local limit = most or utf8.len(each.title) // 5 + 1
          local distance = found:distance(each.title, limit)
          if distance and (not least or distance < least) then nearest, least = each, distance end
        end
        -- 格式（试行）: the old form.
        local version = nearest and found:find("^" .. gia.any_of { nearest.title } .. "[（(]")
        local short = nearest and not found:find(ctx.options.full) and gia.abbreviates(found.folded, nearest.title)
        if nearest and least > 0 and not short and not version and not told[nearest.title] and not (nearest.form and name_done) then
          told[nearest.title] = true
          if nearest.form then name_done = true end
          ctx:emit { at = found, message = "title", data = { found = found.text, want = nearest.title },
                     fix = { message = "change", data = { want = nearest.title }, edits = { ctx.edit.replace(found, nearest.title) }, safety = "suggestion" } }
        end
        if number and nearest and nearest.number ~= "" and number.folded ~= folded_number(nearest.number) and not told[nearest.number] then
          told[nearest.number] = true
          ctx:emit { at = number, message = "of_other", data = { title = nearest.title, found = number.text, want = nearest.number },
                     fix = { message = "change", data = { want = nearest.number }, edits = { ctx.edit.replace(number, nearest.number) }, safety = "suggestion" } }
        end
      end
      local decree = node:find(ctx.options.decree)
      if decree and not told.decree then
        local right = false
        for _, each in ipairs(ctx.options.decrees) do right = right or each == decree.groups[1].folded end
        if not right then
          told.decree = true
          local at, want = decree.groups[1], ctx.options.decrees[1]
          ctx:emit { at = at, message = "of_other", data = { title = known[1].title, found = at.text, want = want },
                     fix = { message = "change", data = { want = want }, edits = { ctx.edit.replace(at, want) }, safety = "suggestion" } }
        end
      end
      local day = node:find(ctx.options.effective)
      local at = day and (day.groups[1] or day.groups[2])
      if at and not told.day then
        local right = false
        for _, each in ipairs(ctx.options.effective_days) do right = right or each == at.folded end
        if not right then
          told.day = true
          ctx:emit { at = at, message = "day", data = { found = at.text, want = ctx.options.effective_days[1] } }
        end
      end
    end
    local function look(paragraphs)
      for _, each in ipairs(paragraphs:with(ctx.options.near)) do
        paragraph = each
        for _, match in ipairs(paragraph:find_all(ctx.options.name)) do
          if not name_done then look_at_name(match) end
        end
        for _, match in ipairs(paragraph:find_all(ctx.options.number)) do
          if not number_done then look_at_number(match) end
        end
        look_at_titles(paragraph)
      end
    end
    -- A report says in its preface, or at its start, what it is based on, and at its end by what it charges fees.
    look(report.preface)
    if report.sections[1] then look(report.sections[1].paragraphs) end
    local last = #report.sections > 1 and report.sections[#report.sections]
    if last then
      for _, each in ipairs(last.paragraphs:with(ctx.options.near)) do look_at_titles(each) end
      for _, each in ipairs(last.paragraphs:with(ctx.options.near_title)) do look_at_titles(each, 1) end
    end
  end,
}
