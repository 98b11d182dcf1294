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
  options   = {
    only_set_up = {
      type = "string",
      default = [[(?:建立|健全|完善|制定|修订|落实|执行)[^。；]{0,40}(?:制度|机制|办法|体系|规定)]],
      doc = { zh = "只讲建立制度的句子", en = "a sentence that only sets up a system" },
    },
    result = {
      type = "string",
      default = [[[0-9０-９]|[一二三四五六七八九十百余多](?:人次|[条次件场名人份个家篇])|结果|等次|优秀|良好|合格|达标|通报|满意|好评|得分|名次|排名|第[一二三四五六七八九十]|未发生|没有发生|没有|不存在|无|零|纳入|开展|组织|进行|实施|完成]],
      doc = { zh = "有这些的就有结果", en = "words of a result" },
    },
    elsewhere = {
      type = "string",
      default = [[上年报告|上年度报告|不再重复|另行(?:报告|公布|说明)|同上]],
      doc = { zh = "推到别处去的句子", en = "a sentence that puts it off to another place" },
    },
  },
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
    local options = ctx.options
    -- Said, and not only named: （2）社会评议 is a head, 建立考核制度 no result.
    local function is_said(paragraph, pattern)
      for _, sentence in ipairs(paragraph:find_all([[[^。！？；\n]+]])) do
        if sentence:find(pattern) then
          local head = sentence:matches([[\s*[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*[^，：:0-9]{2,12}]])
          local set_up = sentence:find(options.only_set_up) and not sentence:find(options.result)
          if not head and not set_up and not sentence:find(options.elsewhere) then return true end
        end
      end
      return false
    end
    local function said(pattern, sections)
      for _, each in ipairs(sections) do
        if each.form.kind == "text" then
          for _, paragraph in ipairs(each.paragraphs:with(pattern)) do
            if is_said(paragraph, pattern) then return true end
          end
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
          if other.id == topic.part_of and other.required and not section.paragraphs:find(other.pattern) then whole_missing = true end
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
