-- Only a sentence that opens with the year and is plainly a plan: "2023年，我局将政务公开纳入考核" tells of what was done,
-- since 将 is 把 there.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  requires  = { "section:problems" },
  title     = { zh = "下一步打算的年份不对", en = "the plan is for the wrong year" },
  help      = { zh = "下一步打算写的是报告年度的下一年；改正年份，或者不写年份", en = "Plans are for the year after the report's: correct the year or leave it out" },
  basis     = { "《中华人民共和国政府信息公开条例》第五十条第（四）项" },
  options   = {
    plan = {
      type = "string",
      default = [[(?:^|[。；;！!？?：:，,]|[（(][一二三四五六七八九十\d]+[）)]\s*)\s*(?:下一步|接下来|今后|展望)?[，,]?\s*(?:在)?([0-9０-９]{4})\s*年度?[，,]?\s*([^。；;！!？?]*)]],
      doc = { zh = "以年份开头的句子；第一组是年份，第二组是其余部分", en = "a sentence that opens with a year; group 1 is the year, group 2 the rest" },
    },
    after_next = {
      type = "string",
      default = [[(?:下一?步[，,]?\s*(?:[^。；;，,]{0,14}(?:计划|打算|拟|准备|将))?(?:在|于)?|即将(?:到来|来临|开始|迎来)的\s*|(?:下一?年度?|来年|明年)\s*[（(]\s*(?:即|指)?\s*)([0-9０-９]{4})\s*年(度?[，,]?\s*[^。；;！!？?]*)]],
      doc = { zh = "“下一步”后的年份，分组同上", en = "a year behind 下一步, groups as above" },
    },
    object = {
      type = "string",
      default = [[(?:将|要|下一步|今后)[^。；;]{0,10}?(?:做好|抓好|推进|开展|谋划)(?:好)?\s*([0-9０-９]{4})\s*年(度?[^。；;，,]{0,16}?工作)(?:[，,。；;]|$)]],
      doc = { zh = "要做哪一年的工作，分组同上", en = "which year's work is to be done, groups as above" },
    },
    handed_over = {
      type = "string",
      default = [[年报|年度报告|整改|遗留|结转|问题|未完成|收尾|总结|回顾|考核|评估|决算]],
      doc = { zh = "下一年还要做的上一年的事", en = "last year's work that is done in the next" },
    },
    planned = {
      type = "string",
      default = [[(?:展望|(?:将|计划|打算|拟|准备)(?:在|于)?|即将(?:到来|来临|开始|迎来)的|(?:下一?年度?|来年|明年)\s*[（(]\s*(?:即|指)?)\s*[0-9０-９]{4}]],
      doc = { zh = "年份之前这样写的是打算", en = "what before a year makes it a plan" },
    },
    range = {
      type = "string",
      default = [[^\s*(?:[-—–~～至到起]|以来)]],
      doc = { zh = "年份之后这样写的是一段时间的开始", en = "what behind a year makes it the beginning of a period" },
    },
    deadline = {
      type = "string",
      default = [[(?:^|[。；;！!？?：:，,]|[（(][一二三四五六七八九十\d]+[）)])\s*(?:在|力争|确保|争取|计划|拟|预计)?([0-9０-９]{4})\s*年\s*((?:[0-9０-９]{1,2}\s*月(?:份|底|末|中旬)?|年?底|年?末|[上下]半年|第?[一二三四]季度)(?:之?前|以?内)?[，,]?\s*[^。；;！!？?]*)]],
      doc = { zh = "打算里的期限，分组同上", en = "a deadline among plans, groups as above" },
    },
    announces = {
      type = "string",
      default = [[(?:将|下一步|拟|计划)[^。]{0,20}(?:采取|从|做好|抓好|开展)?[^。]{0,12}(?:措施|方面|工作|改进|任务)|下一步|工作打算|改进措施]],
      doc = { zh = "期限之前怎样写才是打算", en = "what makes plans of the deadlines behind it" },
    },
    done = { type = "string", default = [[已|了|完成率|均|共|存在|开展以来|取得]], doc = { zh = "有这些的是已做的事", en = "words of what is done" } },
    intends = {
      type = "string",
      default = [[将(?:会|要|把|对|与|同|向|由|让|通过|结合|依托|借助|利用|再|还|逐步|适时|尽快|争取)|将(?:继续|进一步|着力|重点|不断|持续|认真|切实|严格|加大|加强|加快|坚持|坚定|全面|深入|扎实|积极|努力|大力|主要|紧紧|紧扣|围绕|针对|按照|依照|根据|以|从|在[^线职编校岗建册]|主动|做好|抓好|聚焦|牢牢|始终|更加|一如既往|着重|着眼|立足|采取|健全|完善|优化|强化|推进|推动|提升|提高|落实|开展|组织|规范)|(?:计划|打算|拟|准备|力争)(?:从|在|开展|进一步|继续|加强|重点|做好|完成|组织|推进|实现)|(?:^|[，,])\s*(?:我[一-龥]{1,2}|全[一-龥]|本[一-龥]{1,2})?(?:要|应)(?:继续|进一步|着力|重点|不断|持续|更加|加强|加大|加快)|^从(?:以下|下列|下面|[一二三四五六]个?方面)|(?:^|[，,])\s*(?:我[一-龥]{1,2}|本[一-龥]{1,2})?(?:拟|计划)(?:增|新|建|在|于|从|用|对)|^(?:的)?(?:下一步|今后)?(?:的)?(?:主要|重点)?(?:工作)?(?:计划|打算|工作思路|重点工作|努力方向)]],
      doc = { zh = "打算的用语", en = "words of a plan" },
    },
    past = {
      type = "string",
      default = [[(?:已经?|曾|共|累计)[一-龥]{0,6}(?:完成|开展|公开|发布|整改|建立)|取得了|虽然|尽管|但(?:是|仍|还|也)|仍(?:有|不|存|需)|有不足|^(?:初|上半年|下半年|底|末|以来|[0-9０-９]{1,2}\s*月)|提出|存在|相比|较上年|印发的|文件(?:精神|要求)?规定]],
      doc = { zh = "句中有这些词的不算", en = "words that make it none" },
    },
  },
  messages  = {
    past = { zh = "报告年度是 {year} 年，下一步打算写成了 {found} 年", en = "the report is for '{year}', its plan is for '{found}'" },
    far  = { zh = "报告年度是 {year} 年，下一步打算写成了 {found} 年，中间隔了年度", en = "the report is for '{year}', its plan is for '{found}', which is not the next year" },
  },

  check = function(report, ctx)
    local year = ctx:need(report.year)
    local section = report:section("problems")
    local function look(paragraph, pattern)
      for _, match in ipairs(paragraph:find_all(pattern)) do
        local which, rest = match.groups[1], match.groups[2]
        local named = tonumber(which.folded)
        -- 下一步，将于2023年6月底前完成整改: what stands before the year says that it is a plan.
        local planned = match:find(ctx.options.planned) ~= nil
        local past = planned and rest:find(ctx.options.done) or not planned and rest:find(ctx.options.past)
        if named ~= year + 1 and named >= year - 3 and named <= year + 3 and (planned or rest:find(ctx.options.intends))
            and not past and not rest:find(tostring(year + 1)) and not rest:find(ctx.options.range) then
          ctx:emit { at = which, message = named <= year and "past" or "far", data = { year = year, found = which.text } }
          return true
        end
      end
    end
    for _, paragraph in ipairs(section.paragraphs:with(ctx.options.plan .. "|" .. ctx.options.after_next)) do
      if look(paragraph, ctx.options.plan) or look(paragraph, ctx.options.after_next) then return end
    end
    -- 将继续做好2023年的公开工作
    for _, paragraph in ipairs(section.paragraphs:with(ctx.options.object)) do
      for _, match in ipairs(paragraph:find_all(ctx.options.object)) do
        local which, what = match.groups[1], match.groups[2]
        local named = tonumber(which.folded)
        if named <= year and named >= year - 3 and not what:find(ctx.options.handed_over) then
          ctx:emit { at = which, message = "past", data = { year = year, found = which.text } }
          return
        end
      end
    end
    -- 将采取以下措施：（2）2023年6月底前…
    local announced = false
    for _, paragraph in ipairs(section.paragraphs) do
      local deadline = paragraph:find(ctx.options.deadline)
      if deadline then
        local which, rest = deadline.groups[1], deadline.groups[2]
        local named = tonumber(which.folded)
        if (announced or paragraph:before(deadline):find(ctx.options.announces)) and named <= year and named >= year - 3
            and not rest:find(ctx.options.done) and not rest:find(tostring(year + 1)) then
          ctx:emit { at = which, message = "past", data = { year = year, found = which.text } }
          return
        end
      end
      announced = announced or paragraph:find(ctx.options.announces) ~= nil
    end
  end,
}
