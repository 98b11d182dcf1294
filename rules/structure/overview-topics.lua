-- The topics, their names and the words that only a report on them says are data of the form. A topic that has a part of its
-- own, （一）… or 一是…, is looked for there, else in all that belongs to no other topic. A sentence that lists topics, or
-- says what follows, reports on none. A section without prose is structure/empty-section's.
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
    head = {
      type = "string",
      default = [[^\s*[*#]*\s*([^，。：:；\n]{2,30}?)(?:方面|情况|工作|部分)?\s*(?:[，：:*]|。\s*[^\s]|$)]],
      doc = { zh = "没有序号的小标题（整段只有一句话的不是）；第一组是名称", en = "a head without a number, which a sentence by itself is not; group 1 is its name" },
    },
    listed = {
      type = "string",
      default = [[等(?:各项|[一-龥]{0,2}个?方面|[一二三四五六]项)?(?:[一-龥]{0,4}工作|方面|内容|任务)|组成|包括|分为]],
      doc = { zh = "一句里点到两个以上方面又有这些词的，是列举", en = "what makes a list of a sentence that names two topics" },
    },
    fillers = {
      type = "string",
      default = [[情况|工作|方面|内容|等|和|及|与|以及|的|各项|政府信息公开|政府信息|信息公开|\s]],
      doc = { zh = "列举的方面前后可以有的字", en = "what may stand beside topics that are merely listed" },
    },
    left_out = {
      type = "string",
      default = [[[（(\s]*(?:略|省略|从略)?[）)\s。]*|[….。·—\-\s]+]],
      doc = { zh = "整段只有这些的，是没有写，由另一条规则报", en = "a paragraph of nothing else was left out, which is another rule's to report" },
    },
    hollow = {
      type = "string",
      default = [[具体(?:情况)?如下|如下[：:。]|另行报告|(?:高度|十分|非常)重视|(?:认真|积极|扎实|切实|努力|持续)(?:做好|推进|开展|抓好)[^，。；]{0,20}工作|按[^，。；]{0,6}(?:计划|要求|部署)(?:推进|开展|落实)|(?:十分|非常|尤为)重要]],
      doc = { zh = "放在哪个方面都可以的空话", en = "commonplaces that fit every topic" },
    },
    result = {
      type = "string",
      default = [[[0-9０-９]+\s*余?(?:件|条|次|场|篇|期|个|项|人|份)|(?:^|[。：:，\s])\s*(?:无|没有|未|零)]],
      doc = { zh = "直接写结果的", en = "a bare result" },
    },
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
    if #section.paragraphs == 1 and section.paragraphs[1]:matches(ctx.options.left_out) then return end
    local form = ctx:need(report.expected_form:section(section.id))
    local options = ctx.options
    local topics, names = {}, {}
    for _, topic in ipairs(form.topics) do
      if topic.required then
        topics[#topics + 1] = topic
        names[#names + 1] = "(" .. topic.pattern .. ")"
      end
    end
    local all = #topics
    local any = table.concat(names, "|")
    local function named_in(node)
      local which, count = {}, 0
      for _, match in ipairs(node:find_all(any)) do
        for i = 1, all do
          if match.groups[i] and not which[i] then which[i], count = true, count + 1 end
        end
      end
      return which, count
    end

    -- The parts of the section: a head, with the topics that it names, and what stands under it.
    local parts = {}
    local style, owned -- of the last numbered head: （一）主动公开情况 owns what stands under it, up to the next of its style
    local function add(head, body, item)
      local which, count = {}, 0
      if head then which, count = named_in(head) end
      if count > 3 then which, count = {}, 0 end
      local runs = item and item.style == "running"
      if item and item.opens and (not owned or item.style == style) then style, owned = item.style, count > 0 end
      parts[#parts + 1] = { which = which, headed = count > 0, owned = owned, single = count == 1, head = not runs and head, body = body }
    end
    local items, at = section.paragraphs:items(), 1
    for i, paragraph in ipairs(section.paragraphs) do
      if items[at] and items[at].paragraph == i then
        if not items[at].opens then add(nil, paragraph:before(items[at].at)) end
        while items[at] and items[at].paragraph == i do
          local text = items[at].text
          add(text:find([[^[^，。：:；]{0,30}]]), text, items[at])
          at = at + 1
        end
      else
        local head = paragraph:find(options.head)
        add(head and head.groups[1], paragraph)
      end
    end
    -- Clauses that do not merely list: two topics in one clause, or a sentence that says what it is a list of.
    local function says(node, pattern)
      if not node:find(pattern) then return false end
      for _, sentence in ipairs(node:find_all([[[^。！？；\n]+]])) do
        if sentence:find(pattern) then
          local _, count = named_in(sentence)
          if count < 2 then return true end
          if not sentence:find(options.listed) then
            for _, clause in ipairs(sentence:find_all([[[^，：:、]+]])) do
              local _, within = named_in(clause)
              if within < 2 and clause:find(pattern) and not clause:matches("(?:" .. any .. "|" .. options.fillers .. ")*") then return true end
            end
          end
        end
      end
      return false
    end
    -- What stands under a topic's own head reports on it, unless it is a commonplace that fits every topic.
    local function has_substance(part)
      local rest = part.head and part.body:after(part.head) or part.body
      return rest:find([[\p{Han}{2}]]) and not rest:find(options.hollow)
    end
    local function is_bare(part) return part.headed and part.head and utf8.len(part.body.text) <= 30 and not part.body:find([[[。：:，].*\p{Han}]]) end
    local function is_reported(i, topic)
      local evidence = topic.evidence ~= "" and topic.evidence .. "|" .. options.result or topic.pattern
      local own, bare = false, false
      for k, part in ipairs(parts) do
        if part.which[i] then
          own = true
          -- A head with nothing under it is structure/empty-section's.
          local next = parts[k + 1]
          if is_bare(part) and (not next or next.headed and not is_bare(next)) then return true end
          local reach = k
          while parts[reach + 1] and not parts[reach + 1].headed do reach = reach + 1 end
          -- （一）主动公开（二）依申请公开, and one text for both.
          if reach == k and is_bare(part) then
            bare = true
            reach = k + 1
            while parts[reach + 1] and not parts[reach + 1].headed do reach = reach + 1 end
          end
          for j = k, math.min(reach, #parts) do
            if not bare and part.single and has_substance(parts[j]) then return true end
            if parts[j].body:find(evidence) and not (bare and j > k and not parts[j].body:find(topic.evidence ~= "" and topic.evidence or topic.pattern)) then
              return true
            end
          end
        end
      end
      if own then return false end
      for _, part in ipairs(parts) do
        if says(part.body, topic.pattern) or topic.evidence ~= "" and not part.headed and not part.owned and says(part.body, topic.evidence) then return true end
      end
      return false
    end
    local missing = {}
    for i, topic in ipairs(topics) do
      if not is_reported(i, topic) then missing[#missing + 1] = topic.title end
    end
    local found = all - #missing
    if #missing == 0 or found >= ctx.options.min_topics then return end
    ctx:emit { at = section, message = found == 0 and "none" or "some",
               data = { heading = form.heading, missing = table.concat(missing, "、"), all = all, found = found } }
  end,
}
