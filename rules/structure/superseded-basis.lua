-- Whoever cites the old document and the one in its place tells history.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  fixable   = "suggestion",
  title     = { zh = "引用了已被取代的文件", en = "a superseded document is cited" },
  help      = { zh = "改引现行的文件", en = "Cite the document in force" },
  basis     = { "国办公开办函〔2021〕30号：自 2021 年度报告起适用修订后的格式", "《中华人民共和国政府信息公开条例》（国务院令第711号）" },
  options   = {
    format = {
      type = "string",
      default = [[国办公开办函\s*[〔［\[【（(]?\s*(?:2019|２０１９)\s*(?:年)?\s*[〕］\]】）)]?\s*(?:第)?\s*(?:60|６０)\s*号|年度报告格式[》〉]?[（(]试行[）)]|关于政府信息公开工作年度报告有关事项的通知]],
      doc = { zh = "旧格式的文号、名称", en = "number and names of the old form" },
    },
    format_now = {
      type = "string",
      default = [[(?:2021|２０２１)\s*年?\s*[〕］\]】）)]?\s*第?\s*(?:30|３０)\s*号]],
      doc = { zh = "现行格式的文号", en = "number of the form in force" },
    },
    regulation = {
      type = "string",
      default = [[(?:国务院|国)?令?[（(]?第\s*(?:492|４９２)\s*号(?:国务院令|令)?]],
      doc = { zh = "旧条例的令号", en = "number of the old Regulation" },
    },
    regulation_now = {
      type = "string",
      default = [[(?:711|７１１)\s*号]],
      doc = { zh = "现行条例的令号", en = "number of the Regulation in force" },
    },
  },
  messages  = {
    format     = { zh = "“{found}”已被取代：{year} 年度的报告适用{now}", en = "'{found}' is superseded: {now} holds for the report of '{year}'" },
    regulation = { zh = "“{found}”已修订：现行的是国务院令第711号", en = "'{found}' has been revised: State Council Decree No. 711 is in force" },
    change     = { zh = "改为“{want}”", en = "change it to '{want}'" },
  },

  check = function(report, ctx)
    local form = report.expected_form
    if form.last_report_year or not report.year then return end
    local either = ctx.options.format .. "|" .. ctx.options.regulation
    -- A report says in its preface, or at its start, what it is based on.
    local where = { report.preface, report.sections[1] and report.sections[1].paragraphs }
    local cited = where[1]:find(either) or where[2] and where[2]:find(either)
    if not cited then return end
    local old, new = {}, {}
    for _, paragraphs in ipairs(where) do
      for _, kind in ipairs { "format", "regulation" } do
        old[kind] = old[kind] or paragraphs:find(ctx.options[kind])
        new[kind] = new[kind] or paragraphs:find(ctx.options[kind .. "_now"])
      end
    end
    -- A number is put in a number's place; a title stands in marks and among words that nobody can foresee.
    local function change(found, want)
      return found and { message = "change", data = { want = want }, edits = { ctx.edit.replace(found, want) } }
    end
    if old.format and not new.format then
      ctx:emit { at = old.format, message = "format", data = { found = old.format.text, year = report.year, now = form.document_number },
                 fix = change(old.format:find("号") and old.format, form.document_number) }
    end
    if old.regulation and not new.regulation then
      ctx:emit { at = old.regulation, message = "regulation", data = { found = old.regulation.text },
                 fix = change(old.regulation:find([[[0-9０-９]+]]), "711") }
    end
  end,
}
