-- The items are topics that the plugin's overlay adds to section six of the form. A body may say the same elsewhere, or
-- in words of its own; so the whole report is searched, and only what is nowhere is missing. A section that says nothing
-- but "无" lacks all of them, and is told so once.
---@type gialint.Rule
return {
  api       = 1,
  since     = "1.0.0",
  severity  = "info",
  precision = "medium",
  requires  = { "section:other_matters" },
  title     = { zh = "第六部分缺少本省的固定事项", en = "section six lacks fixed items of the province" },
  help      = { zh = "补写缺少的事项；没有的，写明没有", en = "Add what is missing; where there is nothing to report, say so" },
  basis     = { "山东省各级行政机关年度报告第六部分的通行写法（见于多个设区的市 2022、2023 年度报告）",
                "国办公开办函〔2021〕30号，报告格式（六）其他需要报告的事项" },
  options   = {
    items = {
      type = "list", default = { "key_points", "motions", "innovation" }, values = { "key_points", "motions", "innovation" },
      doc = { zh = "要写的事项：工作要点、建议提案、工作创新", en = "the items that must be there: key points, motions, innovation" },
    },
  },
  messages  = {
    missing = { zh = "“{heading}”没有写到：{items}", en = "'{heading}' says nothing of: {items}" },
  },

  check = function(report, ctx)
    local section = report:section("other_matters")
    if #section.paragraphs == 0 then return end -- an empty section is structure/empty-section's finding
    local form = ctx:need(report.expected_form:section(section.id))
    local wanted = {}
    for _, id in ipairs(ctx.options.items) do wanted[id] = true end
    local missing = {}
    for _, topic in ipairs(form.topics) do
      if wanted[topic.id] and not section.paragraphs:find(topic.pattern) and not report.paragraphs:find(topic.pattern) then
        missing[#missing + 1] = topic.title
      end
    end
    if #missing > 0 then
      ctx:emit { at = section, message = "missing", data = { heading = form.title, items = table.concat(missing, "、") } }
    end
  end,
}
