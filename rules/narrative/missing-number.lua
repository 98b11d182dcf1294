-- An error, so only where no other reading is left: 共 or a gap calls for the figure, and 条, 件, 次 end the clause, so
-- that they are no part of 条例 (which may break over two lines), 文件, 件件, 次数. "依申请公开件" is a noun too, so it counts behind 共 alone.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "error",
  precision = "very-high",
  title     = { zh = "单位前缺少数字", en = "a number is missing before its unit" },
  help      = { zh = "补上数字；没有的写 0", en = "Fill in the number; write 0 where there was none" },
  basis     = { "国办公开办函〔2021〕30号（四）：内容不准确、不完整的，依照《条例》第四十七条追究责任" },
  options   = {
    gap = {
      type = "string",
      default = [[(?:共|总共|共计|累计|总计|合计)(?:向社会|依法|主动|及时|对外|新|已)?(?:主动公开|公开|发布|受理|收到|接到|接收|办理|办结|答复|回复|制发|印发|制定|转发|转载|刊登|推送|更新|发文|编发|录入|上传|解读|开展|举办|举行|召开|组织|处理|承办)(?:了)?(?:各类|各种|有关|相关|重点|政府|政务|信息|公开|工作|动态|依|申请|文件|的|行政|许可|处罚|规范性|政策|解读|稿件|图文|新闻|发布会|培训|会议|咨询|留言|群众|网民|来信|人大|代表|建议|政协|委员|提案)*\s*([件宗条次项篇份期场](?:（[次件条]）|\([次件条]\)|次)?)\s*[，。；,;]|(?:主动公开|发布|公开|推送|更新|刊登|转载)(?:了)?(?:各类|各种|有关|相关|重点|政府|政务|工作|动态|公开|信息)*\s*([条](?:（次）|\(次\)|次)?)\s*[，。；、,;]|(?:受理|收到|接到|办理|办结|答复|回复|制发|印发)(?:了)?(?:各类|有关|相关|政府|政务|信息|公开|依|申请|的|行政|规范性文件)*[ \t\x{3000}\x{00A0}]+([件宗])\s*(?:[，。；、,;])|(?:开展|组织|举办|举行|召开|参加)(?:了)?(?:开展|举办|各类|各种|政府|政务|信息|公开|工作|业务|专题|专项|集中|的)*(?:培训|会议|讲座|活动|检查|抽查|督查|自查|发布会|座谈会)\s*([次场期](?:次)?)\s*(?:[，。；、,;])]],
      doc = { zh = "缺数字的写法；分组是单位", en = "how a missing number looks; a group is the unit" },
    },
  },
  messages  = {
    missing = { zh = "“{found}”：“{unit}”前缺少数字", en = "'{found}': the number before '{unit}' is missing" },
  },

  check = function(report, ctx)
    for _, paragraph in ipairs(report.paragraphs:with(ctx.options.gap)) do
      for _, match in ipairs(paragraph:find_all(ctx.options.gap)) do
        for _, unit in ipairs(match.groups) do
          if unit then ctx:emit { at = unit, message = "missing", data = { found = match.text, unit = unit.text } } end
        end
      end
    end
  end,
}
