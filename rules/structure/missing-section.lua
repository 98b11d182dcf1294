-- The form prescribes six sections. A section whose heading is lost but whose table stands in the text is not missing:
-- extraction loses headings, and the report may be complete.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "error",
  precision = "very-high",
  title     = { zh = "缺少规定的部分", en = "a prescribed section is missing" },
  help      = { zh = "按规定格式补上这一部分；没有内容时也要保留标题，并写明没有",
                en = "Add the section in the prescribed form; when there is nothing to report, keep the heading and say so" },
  basis     = { "《中华人民共和国政府信息公开条例》第五十条", "国办公开办函〔2021〕30号，报告格式", "国办公开办函〔2019〕60号，报告格式（试行）" },
  messages  = {
    missing = { zh = "缺少“{heading}”", en = "section '{heading}' is missing" },
    heading = { zh = "缺少标题“{heading}”：它的表格在，标题不在", en = "heading '{heading}' is missing: its table is there, the heading is not" },
    promised = { zh = "这里写明报告包括这一部分", en = "the report is said here to contain it" },
  },

  check = function(report, ctx)
    for _, form in ipairs(report.form.sections) do
      if not report:section(form.id) then
        local table_found = false
        for _, id in ipairs(form.tables) do
          if report:table(id) then table_found = true end
        end
        local related = {}
        for _, paragraph in ipairs(report.preface) do
          local wordings = { form.title }
          for _, wording in ipairs(form.accepted) do wordings[#wordings + 1] = wording end
          for _, wording in ipairs(wordings) do
            local promise = #related == 0 and paragraph:find(wording)
            if promise then related[1] = { at = promise, message = "promised" } end
          end
        end
        ctx:emit {
          at = report:gap(form.id),
          message = table_found and "heading" or "missing",
          severity = table_found and "warning" or nil,
          data = { heading = form.heading },
          related = related,
        }
      end
    end
  end,
}
