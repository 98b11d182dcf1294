-- The topics and the words that show them are data of the form. They are looked for in the whole section, since they
-- stand as （一）…（五）, as 一是…二是… or in one run of prose. A section without prose is structure/empty-section's.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  requires  = { "section:overall" },
  title     = { zh = "总体情况缺少规定的方面", en = "the overview leaves out prescribed topics" },
  help      = { zh = "按格式写明主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面；没有的也要写明没有",
                en = "Report on all five topics of the form; where there is nothing to report, say so" },
  basis     = { "国办公开办函〔2021〕30号，报告格式（一）总体情况", "《中华人民共和国政府信息公开条例》第五十条" },
  options   = {
    min_topics = { type = "integer", default = 5, min = 1, max = 5,
                   doc = { zh = "至少要写到几个方面", en = "how many topics must be there" } },
  },
  messages  = {
    some = { zh = "“{heading}”没有写到{missing}（规定 {all} 个方面，写到 {found} 个）",
             en = "'{heading}' says nothing of {missing} ('{found}' of '{all}' topics are there)" },
    none = { zh = "“{heading}”没有写到规定的 {all} 个方面（写到 {found} 个）：{missing}", en = "'{heading}' has '{found}' of the '{all}' topics, and lacks {missing}" },
  },

  check = function(report, ctx)
    local section = report:section("overall")
    if #section.paragraphs == 0 then return end
    local form = ctx:need(report.expected_form:section(section.id))
    local missing, all = {}, 0
    for _, topic in ipairs(form.topics) do
      if topic.required then
        all = all + 1
        if not section.paragraphs:find(topic.pattern) then missing[#missing + 1] = topic.title end
      end
    end
    local found = all - #missing
    if #missing == 0 or found >= ctx.options.min_topics then return end
    ctx:emit { at = section, message = found == 0 and "none" or "some",
               data = { heading = form.heading, missing = table.concat(missing, "、"), all = all, found = found } }
  end,
}
