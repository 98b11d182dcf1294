-- Both halves are owed: the problems and what is done about them. The words are plain, so that only a section that
-- truly has one half, or nothing, is told; one without prose is structure/empty-section's.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  requires  = { "section:problems" },
  title     = { zh = "“存在的主要问题及改进情况”没有内容或者只写了一半", en = "problems and improvement: empty, or one half is missing" },
  help      = { zh = "写明存在的主要问题，并逐项写明改进情况或措施", en = "Name the main problems, and for each what has been or will be done" },
  basis     = { "《中华人民共和国政府信息公开条例》第五十条第（四）项" },
  options   = {
    problem = {
      type = "string",
      default = [[问题|不足|差距|短板|薄弱|弱项|有待|不够|不高|不强|不深|不广|不全|不大|不多|不准|不严|不细|不实|不佳|不快|不畅|不熟|不熟悉|不及时|不到位|不完善|不健全|不规范|不均衡|不平衡|不充分|不丰富|不主动|不了解|不重视|欠缺|缺乏|缺少|偏少|偏低|较少|较低|较弱|滞后|单一|单调|困难|还需|仍需|尚需|亟需|局限|脱节|遗漏|质量参差|流于形式|矛盾|疏漏|迟缓|延迟|不便|不易|不顺|不符|仍未|尚未|未能|未根本|率低|偏慢|较慢|偏弱|短缺|空白|堵点|难点|痛点|弱化|零散|陈旧|过期|错误|错漏|失误|吃力|为难]],
      doc = { zh = "写到问题的用语", en = "words that tell of a problem" },
    },
    improvement = {
      type = "string",
      default = [[下一步|下一年|下步|今后|改进|改善|措施|整改|将|加强|加大|强化|进一步|提升|提高|完善|健全|优化|推进|推动|规范|深化|丰富|拓展|拓宽|继续|落实|增强|培训|严格|建立|定期|确保|切实|抓好|做好|解决|克服|现已|改为|改用|改由|调整|补录|补充|补齐|补上|补发|增设|增加|增派|新增|已[^，。；]{0,6}(?:改|补|增|设|聘|建|换|修|更新)|来年|明年|打算|计划|拟|安排|采取|聘请|充实|扩大|缩短|缓解|弥补|纠正|修正|修订|重新|逐步|持续|努力]],
      doc = { zh = "写到改进的用语", en = "words that tell of improvement" },
    },
    left_out = {
      type = "string",
      default = [[[（(\s]*(?:略|省略|从略)?[）)\s。]*|[….。·—\-\s]+]],
      doc = { zh = "整段只有这些的，是没有写，由另一条规则报", en = "a paragraph of nothing else was left out, which is another rule's to report" },
    },
    nothing = {
      type = "string",
      default = [[^\s*(?:[（(]?[一二三四五六七八九十0-9]+[）)、.．]\s*)?(?:本(?:年度?|单位|机关|局|部门)[，,]?)*(?:无|暂无|没有|未发现|不存在)[一-龥]*[。；]?\s*$]],
      doc = { zh = "只写没有问题的整段文字", en = "a whole paragraph that says there are none" },
    },
    min_characters = { type = "integer", default = 60, min = 0, max = 10000,
                       doc = { zh = "少于多少字算简略，0 为不查", en = "a section of fewer characters is called thin; 0: never" } },
  },
  messages  = {
    nothing     = { zh = "这里只写了“{text}”：条例要求写明存在的主要问题及改进情况", en = "this says no more than '{text}': problems and improvement are owed" },
    problem     = { zh = "“{heading}”没有写存在的问题", en = "'{heading}' names no problem" },
    improvement = { zh = "“{heading}”没有写改进情况", en = "'{heading}' says nothing of improvement" },
    thin        = { zh = "“{heading}”只有 {count} 个字", en = "'{heading}' has '{count}' characters only" },
  },

  check = function(report, ctx)
    local section = report:section("problems")
    local paragraphs = section.paragraphs
    if #paragraphs == 0 then return end
    local heading = section.form.heading
    if #paragraphs == 1 and paragraphs[1]:matches(ctx.options.left_out) then return end
    if #paragraphs == 1 and utf8.len(paragraphs[1].text) <= 24 and paragraphs[1]:matches(ctx.options.nothing) then
      ctx:emit { at = paragraphs[1], message = "nothing", data = { text = paragraphs[1].text } }
      return
    end
    local count = 0
    for _, paragraph in ipairs(paragraphs) do
      count = count + utf8.len(paragraph.text)
      if count >= ctx.options.min_characters then break end
    end
    if not paragraphs:find(ctx.options.problem) then
      ctx:emit { at = section, message = "problem", data = { heading = heading } }
    elseif not paragraphs:find(ctx.options.improvement) then
      ctx:emit { at = section, message = "improvement", data = { heading = heading } }
    elseif count < ctx.options.min_characters then
      ctx:emit { at = section, message = "thin", data = { heading = heading, count = count }, severity = "info" }
    end
  end,
}
