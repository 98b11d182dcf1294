-- A text carried over from last year's report keeps last year in its sentences. Only a sentence that opens with that
-- year and then tells what the organ itself did is one: years stand in comparisons, names of documents, references to
-- superiors and history for good reasons. The statistical period is structure/year-mismatch's, plans are
-- structure/plan-year's.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  title     = { zh = "正文沿用了上一年的年份", en = "the text still speaks of last year" },
  help      = { zh = "核对这些句子是否沿用了上年的报告，改为本报告年度的情况和年份",
                en = "Check whether the sentences are last year's; report on this year, and name it" },
  basis     = { "《中华人民共和国政府信息公开条例》第四十九条：年度报告报告上一年度的工作", "国办公开办函〔2021〕30号（四）：内容雷同、敷衍塞责的，依照《条例》第四十七条追究责任" },
  options   = {
    opening = {
      type = "string",
      default = [[(?:^|[；;：:]|[（(][一二三四五六七八九十\d]+[）)]\s*|[一二三四五六七八九]是|\d[.．、]\s*)\s*(?:在|回顾|自)?([0-9０-９]{4})\s*年(?:度|全年)?[，,]?\s*([^。；;！!？?\n]*)]],
      doc = { zh = "以年份开头的句子；第一组是年份，第二组是其余部分", en = "a sentence that opens with a year; group 1 is the year, group 2 the rest" },
    },
    until_the_end = {
      type = "string",
      default = [[截[至止]\s*([0-9０-９]{4})\s*年\s*(?:[1１][2２]\s*月\s*(?:[3３][1１]\s*日)?|年?底|年?末)[，,]?\s*([^。；;！!？?\n]*)]],
      doc = { zh = "以年末为时点的句子，分组同上", en = "a sentence about the year's end, groups as above" },
    },
    period = {
      type = "string",
      default = [[统计的?(?:期[限间]?|时间|时段|时限|区间|范围)[^。；]*?([0-9０-９]{4})\s*年]],
      doc = { zh = "统计期限的年份", en = "the year of the statistical period" },
    },
    announced = {
      type = "string",
      default = [[(?:现|特|现将|予以|向社会)(?:公布|发布|编制|公开)[^。；，]*?([0-9０-９]{4})\s*年度?\s*政府信息公开(?:工作)?年度报告]],
      doc = { zh = "前言自称的报告年份", en = "the year that the preface gives the report" },
    },
    own_work = {
      type = "string",
      default = [[^(?:我|本|全)(?:局|办|委|厅|处|室|院|队|中心|单位|部门|街道|镇|乡|站|会|所|机关|系统|省|市|县|区|旗|州|盟|年)|^(?:共|总共|累计|合计|通过|经|主动公开|公开|发布|收到|受理|接到|办理|答复|未(?:收|接|发|产|制|出|作|受|办|印|公|开)|没有(?:收|接|发|产|制|受)|无|新?制[定发]|印发|出台|认真|积极|严格|主动|坚持|深入|持续|扎实|全面|进一步|紧紧|紧扣|围绕|切实|不断|加强|高度重视|健全|完善|规范|修订|修改|更新|开展|组织|召开|举办|建立|推进|落实|强化|优化|拓宽|丰富|提升|稳步|大力|依法|着力|聚焦|在(?:上级|市|县|区|省|局|镇|街道|党|各级)|按照|根据|依据|政府信息(?:主动)?公开|政务公开|信息公开|依申请公开|主动公开|政府网站|门户网站|政务新媒体|微信公众号|行政许可|行政处罚|行政规范性文件|规范性文件)]],
      doc = { zh = "句子讲本机关工作时的开头", en = "how a sentence about the organ's own work goes on" },
    },
    subject = {
      type = "string",
      default = [[^(?:在[^，,]+[，,])?([一-龥]+?(?:局|委员会|委|厅|办公室|办|院|中心|管委会|街道|人民政府|政府|镇|乡|区|县|市|旗|州|站|队))]],
      doc = { zh = "句子的主语；第一组是机关名称，要与标题中的机关相符", en = "the sentence's subject; group 1 is an organ, which must be the title's" },
    },
    own_stock = {
      type = "string",
      default = [[现行有效|^[^，,]{0,12}共|主动公开|累计(?:主动)?(?:公开|发布|制[定发])|未收到|收到|受理|制(?:定|发)]],
      doc = { zh = "时点句子讲的是本年结果", en = "a sentence about the year's end that states this year's result" },
    },
    not_stale = {
      type = "string",
      default = [[同比|环比|较(?:上年|去年|前|同期|之|20)|相较|相比|[与和比同]上年|增长|增加|下降|减少|上升|回落|提高了?\d|决算|预算|年报|年度报告|^[^，,将纳]{0,12}(?:考核|考评|评估|测评|评价|评议|评选|排名)|(?:考核|考评|评估|测评|评价|评议|评选|检查|督查)(?:中|结果|排名|得分|反馈|指出|发现|通报)|荣获|获评|获得|表彰|通报(?:表扬|批评)|结转|整改|存在的?问题|遗留|上一?年|去年|往年|近年|历年|以来|起[，至]|至今|年底前|底以前|未办结|当年|成立|组建|挂牌|揭牌|机构改革|合并|更名|修订的|统计期限|下一步|将(?:继续|进一步|着力|在)]],
      doc = { zh = "句中有这些词的不算", en = "words that make it none" },
    },
  },
  messages  = {
    stale = { zh = "报告年度是 {year} 年，这里写的是 {found} 年的工作", en = "the report is for '{year}', this sentence tells of '{found}'" },
    preface = { zh = "前言称本报告为 {found} 年的报告，标题是 {year} 年", en = "the preface calls this the report for '{found}', it is for '{year}'" },
    several = { zh = "报告年度是 {year} 年，有 {count} 处写的是 {found} 年的工作", en = "the report is for '{year}', '{count}' sentences tell of '{found}'" },
    also = { zh = "这里也是", en = "here too" },
    cell = { zh = "表格中“{label}”为 {table}，这里写的是 {said}", en = "the table has {table} for '{label}', the sentence {said}" },
  },

  check = function(report, ctx)
    local function wide(digits)
      local out = ""
      for i = 1, #digits do out = out .. utf8.char(0xFF10 + digits:byte(i) - 0x30) end
      return out
    end
    local year = ctx:need(report.year)
    local options = ctx.options
    local last, this = tostring(year - 1), tostring(year)
    local names_last = last .. "|" .. wide(last) -- a cheap look before the expressions run

    -- A period of last year is structure/year-mismatch's finding, and the sentences agree with it.
    local function agrees_with_period(paragraphs)
      for _, paragraph in ipairs(paragraphs:with(options.period)) do
        local period = paragraph:find(options.period)
        if period.groups[1].folded == last then return true end
      end
      return false
    end

    -- Superiors do things in last year too, so a third person must be the title's organ: 区教体局 of 某区教育和体育局.
    local organ = report.title and report.title.organ_name or ""
    local function is_own_subject(rest)
      local subject = rest:find(options.subject)
      return subject ~= nil and gia.abbreviates(subject.groups[1].folded, organ)
    end

    local found = {}
    local function look(paragraphs, patterns)
      for _, paragraph in ipairs(paragraphs:with(names_last)) do
        -- This year in the same sentence makes last year's figure a baseline.
        for _, sentence in ipairs(paragraph:find_all([[[^。！？!?\n]+]])) do
          if sentence:find(names_last) and not sentence:find(this) then
            for _, pattern in ipairs(patterns) do
              for _, match in ipairs(sentence:find_all(pattern[1])) do
                local which, rest = match.groups[1], match.groups[2]
                if which.folded == last and (rest:find(pattern[2]) or is_own_subject(rest)) and not rest:find(options.not_stale) then
                  found[#found + 1] = { year = which, sentence = match }
                end
              end
            end
          end
        end
      end
    end
    local narrating = { { options.opening, options.own_work }, { options.until_the_end, options.own_stock } }

    local overall = report.sections[1]
    if agrees_with_period(report.preface) or overall and agrees_with_period(overall.paragraphs) then return end
    for _, paragraph in ipairs(report.preface:with(options.announced)) do
      local announced = paragraph:find(options.announced)
      if announced.groups[1].folded == last then
        ctx:emit { at = announced.groups[1], message = "preface", data = { year = year, found = announced.groups[1].text } }
        return
      end
    end
    for _, section in ipairs(report.sections) do look(section.paragraphs, narrating) end
    if #found == 0 then return end
    -- A text carried over is one mistake, however often it names the year, and whatever else of it is last year's: its
    -- figures are compared with nothing, since they name another year, and tell beside it what the tables have.
    local related = {}
    for i = 2, #found do related[#related + 1] = { at = found[i].year, message = "also", data = {} } end
    local function stands_in(node, claim)
      local from, to = node:start(), node:finish()
      local begins = claim.line > from.line or claim.line == from.line and claim.column >= from.column
      return begins and (claim.line < to.line or claim.line == to.line and claim.column < to.column)
    end
    for _, claim in ipairs(report.claims) do
      local reading = claim.readings[1]
      if claim.year == year - 1 and claim.exactness == "exact" and not claim.part and reading and reading.sum then
        local agrees = false
        for _, each in ipairs(claim.readings) do agrees = agrees or each.sum == claim.value end
        for _, each in ipairs(found) do
          if not agrees and stands_in(each.sentence, claim) then
            related[#related + 1] = { at = reading.cells[1], message = "cell",
                                      data = { label = reading.label, table = reading.sum, said = claim.value } }
          end
        end
      end
    end
    ctx:emit { at = found[1].year, message = #found > 1 and "several" or "stale", related = related,
               data = { year = year, found = found[1].year.text, count = #found > 1 and #found or nil } }
  end,
}
