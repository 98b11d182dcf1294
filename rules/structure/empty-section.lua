-- Prose sections only, and the heads within them that the form asks for: a table section without its table is table/missing-table's. "无" fills a section.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "very-high",
  title     = { zh = "这一部分没有内容", en = "a section is empty" },
  help      = { zh = "写明内容；确实没有可报告的，写“无”并说明", en = "Say what there is to report, or say that there is nothing" },
  basis     = { "《中华人民共和国政府信息公开条例》第五十条" },
  options   = {
    head = {
      type = "string",
      default = [[\s*[^，。；：:]{2,24}[。：:]?\s*]],
      doc = { zh = "只有小标题的一项", en = "an item that is nothing but a head" },
    },
    halves = {
      type = "string",
      default = [[问题|不足|改进|措施|打算]],
      doc = { zh = "“存在的主要问题及改进情况”里的小标题", en = "heads within problems and improvement" },
    },
  },
  messages  = {
    head  = { zh = "“{head}”下面没有内容", en = "nothing stands under '{head}'" },
    empty = { zh = "“{heading}”只有标题，没有内容", en = "'{heading}' has a heading and no content" },
  },

  check = function(report, ctx)
    local function heads(section)
      local wanted = {}
      local form = report.expected_form:section(section.id)
      for _, topic in ipairs(form and form.topics or {}) do
        if topic.required then wanted[#wanted + 1] = topic.pattern end
      end
      if section.id == "problems" then wanted[1] = ctx.options.halves end
      if #wanted == 0 then return end
      local pattern = table.concat(wanted, "|")
      local items, paragraphs = section.paragraphs:items(), section.paragraphs
      for i, item in ipairs(items) do
        local next = items[i + 1]
        local alone = item.opens and (not next or next.paragraph > item.paragraph) and item.text:matches(ctx.options.head)
        -- A list that starts anew stands under the head.
        local follows = next and next.paragraph == item.paragraph + 1 and next.style == item.style and next.opens
                        and next.number > 1
        -- What stands under the next head may be meant for both where that one is bare as well.
        local bare = alone and (item.paragraph == #paragraphs or follows and not next.text:matches(ctx.options.head))
        if bare and item.text:find(pattern) then
          ctx:emit { at = paragraphs[item.paragraph], message = "head", data = { head = paragraphs[item.paragraph].text } }
        end
      end
    end

    for _, section in ipairs(report.sections) do
      if section.form.kind == "text" and section.bare then
        ctx:emit { at = section, message = "empty", data = { heading = section.form.heading } }
      elseif section.form.kind == "text" then
        heads(section)
      end
    end
  end,
}
