-- Prose sections only: a table section without its table is table/missing-table's. "无" fills a section.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "very-high",
  title     = { zh = "这一部分没有内容", en = "a section is empty" },
  help      = { zh = "写明内容；确实没有可报告的，写“无”并说明", en = "Say what there is to report, or say that there is nothing" },
  basis     = { "《中华人民共和国政府信息公开条例》第五十条" },
  messages  = {
    empty = { zh = "“{heading}”只有标题，没有内容", en = "'{heading}' has a heading and no content" },
  },

  check = function(report, ctx)
    for _, section in ipairs(report.sections) do
      if section.form.kind == "text" and section.bare then
        ctx:emit { at = section, message = "empty", data = { heading = section.form.heading } }
      end
    end
  end,
}
