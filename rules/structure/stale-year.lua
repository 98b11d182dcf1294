-- A text carried over from last year's report keeps last year in its sentences. Only a clause that opens with that
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
    phrase = {
      type = "string",
      default = [[([0-9０-９]{4}|[一二三四五六七八九〇零○]{4})\s*年\s*(?:度|全年)?(?:上半年|下半年|第?[一二三四]季度|[0-9０-９]{1,2}\s*月(?:份)?(?:\s*[0-9０-９]{1,2}\s*日)?|初)?]],
      doc = { zh = "句子开头的时间；第一组是年份", en = "the time that a sentence opens with; group 1 is the year" },
    },
    opens = {
      type = "string",
      default = [[(?:^|[；;：:，,“]|[\s\x{3000}]|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九]是|\d[.．、]|情况|方面)\s*(?:在|回顾|自)?\s*$]],
      doc = { zh = "时间之前是什么，才算分句的开头", en = "what before the time makes it the opening of a clause" },
    },
    attribute = {
      type = "string",
      default = [[^[^在对把将，。；、]{1,14}?的[^指领支帮]|^[一-龥]{0,6}(?:工作)?(?:要点|报告|总结|方案|计划|通知|意见|办法|指标|排名|成绩|结果)]],
      doc = { zh = "时间之后这样写的是定语", en = "what behind the time makes it an attribute" },
    },
    verb_first = {
      type = "string",
      default = [[^[^的，。；]{0,8}?(?:了|共)]],
      doc = { zh = "时间之后先有这些的不是定语", en = "what comes first where it is none" },
    },
    agenda = {
      type = "string",
      default = [[(?:对照|围绕|落实|按照|根据|贯彻|紧扣|依据|聚焦|结合)[^，。；]{0,12}?([0-9０-９]{4})\s*年度?[一-龥]{0,8}?政务公开(?:工作)?(?:的)?(?:要点|重点|任务|部署|安排)]],
      doc = { zh = "按哪一年的工作要点工作；第一组是年份", en = "by which year's agenda it worked; group 1 is the year" },
    },
    agenda_done = {
      type = "string",
      default = [[上年|跨年|遗留|接续|未完成|延续|已公开|回头看|总结]],
      doc = { zh = "有这些的是上年要点的延续", en = "words of going on with last year's agenda" },
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
    this_year = {
      type = "string",
      default = [[(?:本年度?|报告年度|报告期|本报告期)\s*(?:[（(]\s*(?:即|指|为)?|即|是指|指)\s*([0-9０-９]{4})\s*年]],
      doc = { zh = "说明本年度是哪一年；第一组是年份", en = "which year this year is said to be; group 1 is the year" },
    },
    announced = {
      type = "string",
      default = [[(?:(?:现|特|现将|予以|向社会)(?:公布|发布|编制|公开)[^。；，]*?|本(?:年度)?报告(?:是|为|系)[^。；，]{0,30}?|本年报(?:是|为|系)[^。；，]{0,30}?)([0-9０-９]{4})\s*年度?\s*(?:的)?(?:政府信息公开(?:工作)?年度报告|(?:政府信息公开(?:工作)?)?年报)]],
      doc = { zh = "前言自称的报告年份", en = "the year that the preface gives the report" },
    },
    own_work = {
      type = "string",
      default = [[^(?:我们|大家)|^(?:我|本|全)(?:局|办|委|厅|处|室|院|队|中心|单位|部门|街道|镇|乡|站|会|所|机关|系统|省|市|县|区|旗|州|盟|年)|^(?:共|总共|累计|合计|通过|经|主动公开|公开|发布|收到|受理|接到|办理|答复|未(?:收|接|发|产|制|出|作|受|办|印|公|开)|没有(?:收|接|发|产|制|受)|无|新?制[定发]|新增|新收|完成|清理|梳理|编制|编印|配合|邀请|聘请|选派|承办|参加|集中|举行|抓[好实]|做[好实]|着力|调整|对(?:门户|网站|全|各|现|历|照|标)|把|将(?:政|信|公|此)|聚焦|利用|借助|依托|印发|出台|认真|积极|严格|主动|坚持|深入|持续|扎实|全面|进一步|紧紧|紧扣|围绕|切实|不断|加强|高度重视|健全|完善|规范|修订|修改|更新|开展|组织|召开|举办|建立|推进|落实|强化|优化|拓宽|丰富|提升|稳步|大力|依法|着力|聚焦|在(?:上级|市|县|区|省|局|镇|街道|党|各级)|按照|根据|依据|政府信息(?:主动)?公开|政务公开|信息公开|依申请公开|主动公开|政府网站|门户网站|政务新媒体|微信公众号|行政许可|行政处罚|行政规范性文件|规范性文件)]],
      doc = { zh = "句子讲本机关工作时的开头", en = "how a sentence about the organ's own work goes on" },
    },
    subject = {
      type = "string",
      default = [[^(?:在[^，,]+[，,])?([一-龥]+?(?:局|委员会|委|厅|办公室|办|院|中心|管委会|街道|人民政府|政府|镇|乡|区|县|市|旗|州|站|队))]],
      doc = { zh = "句子的主语；第一组是机关名称，要与标题中的机关相符", en = "the sentence's subject; group 1 is an organ, which must be the title's" },
    },
    own_stock = {
      type = "string",
      default = [[现行有效|^[^，,]{0,12}共|主动公开|^(?:我[一-龥]|本[一-龥]{1,2})?(?:公开|发布|答复|办结|办理|受理|收到)|累计(?:主动)?(?:公开|发布|制[定发])|未收到|收到|受理|制(?:定|发)]],
      doc = { zh = "时点句子讲的是本年结果", en = "a sentence about the year's end that states this year's result" },
    },
    others = {
      type = "string",
      default = [[^(?:国|全国|中央|中共|党|上级|各级|各地|省|市|县|区|习|根据|按照|随着|由于|因|受|《|“)]],
      doc = { zh = "分句这样开头的讲的是别人或者依据", en = "how a clause about others, or about reasons, begins" },
    },
    digits = { type = "list", default = { "[〇零○]", "一", "二", "三", "四", "五", "六", "七", "八", "九" }, doc = { zh = "年份的汉字数字，从 0 起", en = "the digits of a year in Chinese, from 0" } },
    not_stale = {
      type = "string",
      default = [[同比|环比|较(?:上年|去年|前|同期|之|20)|相较|相比|[与和比同]上年|增长|增加|下降|减少|上升|回落|提高了?\d|决算|预算|年报|年度报告|^[^，,将纳]{0,12}(?:考核|考评|评估|测评|评价|评议|评选|排名)|(?:考核|考评|评估|测评|评价|评议|评选|检查|督查)(?:中|结果|排名|得分|反馈|指出|发现|通报)|荣获|获评|获得|表彰|通报(?:表扬|批评)|结转|整改|存在的?问题|遗留|上一?年|去年|往年|近年|历年|以来|起[，至]|至今|年底前|底以前|未办结|当年|成立|组建|挂牌|揭牌|机构改革|合并|更名|修订的|统计期限|下一步|将(?:继续|进一步|着力|在)]],
      doc = { zh = "句中有这些词的不算", en = "words that make it none" },
    },
  },
  messages  = {
    stale = { zh = "报告年度是 {year} 年，这里写的是 {found} 年的工作", en = "the report is for '{year}', this sentence tells of '{found}'" },
    agenda  = { zh = "报告年度是 {year} 年，这里依照的是 {found} 年的政务公开工作要点", en = "the report is for '{year}', this follows the agenda for '{found}'" },
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
    local chinese = ""
    for i = 1, #last do chinese = chinese .. options.digits[last:byte(i) - 0x30 + 1] end
    local names_last = last .. "|" .. wide(last) .. "|" .. chinese -- a cheap look before the expressions run
    local function is_last(node) return node.folded == last or node:matches(chinese) end

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
    local function add(year_node, sentence) found[#found + 1] = { year = year_node, sentence = sentence } end
    -- A clause that opens with the year and tells what the organ did.
    local function narrates(sentence, match, tells_of_year)
      local head, rest = sentence:before(match), sentence:after(match)
      -- 完成 2022 年度: blanks that set figures off from words open no clause.
      if match:find([[^[0-9０-９]{4}\s]]) and head:find([[[^\s\x{3000}][ \x{00A0}]$]]) then head = head:sub(1, -2) end
      if not head:find(options.opens) then return false end
      local comma = rest:find([[^[，,]\s*]])
      local body = comma and rest:sub(utf8.len(comma.text) + 1) or rest
      if not comma and body:find(options.attribute) and not body:find(options.verb_first) then return false end
      -- Behind the start of a sentence only its own clause is the year's.
      local clause = body:find([[^[^。；;！!？?]*]])
      if head:find([[[，,]\s*$]]) then clause = body:find([[^[^，,。；;！!？?]*]]) end
      if not clause then return false end
      if clause:find(options.not_stale) then return false end
      -- The first words of a paragraph date all of it, whatever they go on with, unless somebody else is spoken of.
      local dates = tells_of_year and comma and head:matches([[\s*]]) and not clause:find(options.others)
                    and not clause:find(options.subject)
      return dates or clause:find(options.own_work) ~= nil or is_own_subject(clause)
    end
    local function look(paragraphs, tells_of_year)
      for _, paragraph in ipairs(paragraphs:with(names_last)) do
        -- This year in the same sentence makes last year's figure a baseline.
        for _, sentence in ipairs(paragraph:find_all([[[^。！？!?\n]+]])) do
          if sentence:find(names_last) and not sentence:find(this) then
            for _, match in ipairs(sentence:find_all(options.phrase)) do
              if is_last(match.groups[1]) and narrates(sentence, match, tells_of_year) then add(match.groups[1], sentence) end
            end
            for _, match in ipairs(sentence:find_all(options.until_the_end)) do
              local which, rest = match.groups[1], match.groups[2]
              if which.folded == last and rest:find(options.own_stock) and not rest:find(options.not_stale) then add(which, match) end
            end
          end
        end
      end
    end
    -- A report that was written over for several years may open with a sentence of an earlier one.
    local function look_at_opening(paragraph)
      local match = paragraph:find("^\\s*" .. options.phrase .. [[\s*[，,]\s*([^。！？!?]*)]])
      if not match then return end
      local which, rest = match.groups[1], match.groups[2]
      local named = tonumber(which.folded)
      if named < year - 1 and named >= year - 6 and not match:find(this) and (rest:find(options.own_work) or is_own_subject(rest))
          and not rest:find(options.not_stale) then
        add(which, match)
      end
    end
    local function look_at_agenda(paragraphs)
      for _, paragraph in ipairs(paragraphs:with(options.agenda)) do
        for _, match in ipairs(paragraph:find_all(options.agenda)) do
          local clause = paragraph:after(match):find([[^[^。！？!?]*]])
          if match.groups[1].folded == last and not clause:find(this) and not clause:find(options.agenda_done)
              and not paragraph:find(this .. [[\s*年度?[一-龥]{0,8}?政务公开]]) then
            ctx:emit { at = match.groups[1], message = "agenda", severity = "info", data = { year = year, found = match.groups[1].text } }
            return
          end
        end
      end
    end

    local overall = report.sections[1]
    if agrees_with_period(report.preface) or overall and agrees_with_period(overall.paragraphs) then return end
    for _, paragraph in ipairs(report.preface:with(options.announced)) do
      local announced = paragraph:find(options.announced)
      if announced.groups[1].folded == last then
        ctx:emit { at = announced.groups[1], message = "preface", data = { year = year, found = announced.groups[1].text } }
        return
      end
    end
    -- 本年度（2022年）
    for _, paragraph in ipairs(report.paragraphs:with(options.this_year)) do
      for _, match in ipairs(paragraph:find_all(options.this_year)) do
        local named = tonumber(match.groups[1].folded)
        if named < year and named >= year - 6 then add(match.groups[1], match) end
      end
    end
    if overall and overall.paragraphs[1] then look_at_opening(overall.paragraphs[1]) end
    for _, section in ipairs(report.sections) do look(section.paragraphs, section == overall) end
    if #found == 0 then
      look_at_agenda(report.paragraphs)
      return
    end
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
