-- Lists nest by their styles: （一）, then 1., then （1）; whichever style comes first is the outer one, and what is within an
-- item starts anew with the next. A list that starts again at its first number is a new list. A list whose start is not
-- there proves nothing: extraction may have lost it.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "info",
  precision = "high",
  title     = { zh = "小标题的序号跳号或者重号", en = "numbers of sub-headings skip or repeat" },
  help      = { zh = "依次编号；漏了一项的，补上", en = "Number them one after the other; add what was left out" },
  basis     = { "国办公开办函〔2021〕30号（四）：内容不准确、不完整的，依照《条例》第四十七条追究责任" },
  messages  = {
    skipped  = { zh = "“{before}”之后是“{found}”，跳过了 {missing}", en = "'{found}' follows '{before}': '{missing}' is skipped" },
    repeated = { zh = "“{found}”出现了两次", en = "'{found}' stands twice" },
    style    = { zh = "“{found}”与后面的“{other}”不是一种序号", en = "'{found}' and '{other}' are numbers of different kinds" },
    before   = { zh = "前一个序号", en = "the number before it" },
    after    = { zh = "后一个序号", en = "the number behind it" },
  },

  check = function(report, ctx)
    -- A topic that was left out with its number is structure/overview-topics' finding.
    local function lacks_topic(section)
      local form = report.expected_form:section(section.id)
      if not form then return false end
      for _, topic in ipairs(form.topics) do
        if topic.required and not section.paragraphs:find(topic.pattern) then return true end
      end
      return false
    end

    for _, section in ipairs(report.sections) do
      local open = {} -- the lists that are open, the outermost first: { style, number, at, opens }
      local first
      for _, item in ipairs(section.paragraphs:items()) do
        -- Of the lists of its style, the one that it goes on; else the innermost.
        local depth, goes_on
        for i = #open, 1, -1 do
          if open[i].style == item.style then
            depth = depth or i
            if not goes_on and item.number == open[i].number + 1 then goes_on = i end
          end
        end
        depth = goes_on or depth
        -- 一是 within one paragraph and 一是 of the next are lists of their own.
        if depth and not item.opens and open[depth].paragraph ~= item.paragraph then depth = nil end
        -- 1. below 1., indented by more, is a list within.
        local within = depth and item.number == 1 and item.opens and open[depth].opens
                       and item.at.line > open[depth].at.line and item.at.column >= open[depth].at.column + 2
        local list = depth and not within and open[depth] or nil
        local number, before = item.number, list and list.number
        if list and number == 1 then
          -- Starts anew.
        elseif list and (number == before or number > before + 1 and number - before < 10) then
          local repeated = number == before
          if repeated or not list.headless and not lacks_topic(section) then
            ctx:emit { at = item.at, message = repeated and "repeated" or "skipped",
                       data = repeated and { found = item.at.text } or
                         { found = item.at.text, before = list.at.text, missing = number - before == 2 and tostring(before + 1) or (before + 1) .. "–" .. (number - 1) },
                       related = { { at = list.at, message = "before" } } }
          end
        elseif not list and number == 2 and first and first.number == 1 and #open == 1 and open[1].at == first.at
               and item.opens and first.opens and first.style ~= item.style then
          -- （1）, then （二）.
          ctx:emit { at = first.at, message = "style", data = { found = first.at.text, other = item.at.text },
                     related = { { at = item.at, message = "after" } } }
          open = {}
          number = 1 -- it goes on from here
        end
        -- 二是…；二是…: the first of the two is the first one's place.
        if list or number == 1 or number == 2 and #open == 0 then
          local at = within and depth + 1 or depth or #open + 1
          -- A list that opens paragraphs is not within one that runs on in a sentence.
          while not depth and at > 1 and item.opens and not open[at - 1].opens do at = at - 1 end
          for i = #open, at, -1 do open[i] = nil end
          open[at] = { style = item.style, number = item.number, at = item.at, opens = item.opens, paragraph = item.paragraph,
                       headless = not list and number ~= 1 or list and list.headless and number ~= 1 }
        end
        first = first or item
      end
    end
  end,
}
