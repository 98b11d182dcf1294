-- Only 各级人民政府 owe these results: not a government's general office, not its departments. The words may stand in any
-- prose section, and "没有责任追究情况" is a result.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  requires  = { "title", "section:overall" },
  title     = { zh = "政府的年度报告没有写明考核、评议和追责结果", en = "a government's report leaves out assessment, public appraisal or accountability" },
  help      = { zh = "在监督保障中写明工作考核、社会评议和责任追究结果情况；没有发生的，写明没有",
                en = "State the results of work assessment, public appraisal and accountability; where there were none, say so" },
  basis     = { "《中华人民共和国政府信息公开条例》第五十条第（四）项", "国办公开办函〔2021〕30号，报告格式（一）总体情况：监督保障" },
  messages  = {
    none = { zh = "没有写到“{topic}”", en = "nothing is said of '{topic}'" },
    some = { zh = "“{topic}”缺少：{missing}", en = "of '{topic}' this is missing: {missing}" },
  },

  check = function(report, ctx)
    local kind = ctx:need(report.organ_kind)
    local section = report:section("overall")
    if #section.paragraphs == 0 then return end
    local form = ctx:need(report.expected_form:section(section.id))

    local function is_one_of(list)
      for _, each in ipairs(list) do
        if each == kind then return true end
      end
      return false
    end
    local function said(pattern, sections)
      for _, each in ipairs(sections) do
        if each.form.kind == "text" then
          if each.paragraphs:find(pattern) then return true end
        end
      end
      return false
    end

    for _, topic in ipairs(form.topics) do
      local owed, advised = is_one_of(topic.required_for), is_one_of(topic.advised_for)
      if (owed or advised) and #topic.all_of > 0 then
        local missing = {}
        for _, words in ipairs(topic.all_of) do
          if not said(gia.any_of(words), report.sections) then missing[#missing + 1] = words[1] end
        end
        -- Where the topic that it belongs to is missing as a whole, structure/overview-topics says so.
        local whole_missing = false
        for _, other in ipairs(form.topics) do
          if other.id == topic.part_of and other.required and not said(other.pattern, { section }) then whole_missing = true end
        end
        if whole_missing and #missing == #topic.all_of then
          return
        elseif #missing == #topic.all_of then
          ctx:emit { at = section, message = "none", data = { topic = topic.title }, severity = advised and "info" or nil }
        elseif #missing > 0 and owed then
          ctx:emit { at = section, message = "some", data = { topic = topic.title, missing = table.concat(missing, "、") }, severity = "info" }
        end
      end
    end
  end,
}
