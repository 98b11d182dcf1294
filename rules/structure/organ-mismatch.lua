-- Names are compared loosely, since a contact may be an abbreviation (区教体局), lack the region or add a superior one, or be
-- an office of the organ. Governments have others compile their reports, and joint bodies have two names: only another
-- organ of the same sort is told, and of a government only another government.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "medium",
  fixable   = "suggestion",
  requires  = { "title" },
  title     = { zh = "前言中的机关与标题不一致", en = "the preface names another organ than the title" },
  help      = { zh = "核对编制机关和联系单位；机构改革后沿用旧名称的，改为现名称", en = "Check who compiled the report and whom to contact; use the organ's present name" },
  basis     = { "《中华人民共和国政府信息公开条例》第四十九条：各机关报告本机关的工作" },
  options   = {
    named = {
      type = "string",
      default = [[(?:由|请与|请同|请和|欢迎与|敬请与|请向|可与|可向|敬请联系|请联系|请致电)\s*([一-龥（）()·]+?)\s*(?:负责)?(?:(?:按照|根据|依据|依照)[^，。；]{0,90}?)?(?:(?:编制|编写|撰写|起草)(?:完成|而成|的)?(?:[，。；、（(]|\s|$)|联系|咨询|反映|反馈|垂询)]],
      doc = { zh = "前言中编制、联系机关的写法；第一组是名称", en = "how the preface names who compiled it or whom to contact; group 1 is the name" },
    },
    subject = {
      type = "string",
      default = [[(?:^|[。；，])\s*((?:[一-龥（）()·]{2,30}?(?:人民政府办公[室厅]|人民政府|政府办公[室厅]|管理委员会|管委会|街道办事处|委员会|联合会|办公室|党组|集团|公司|医院|学校|[局厅委会]|大队|支队|中心))(?:、(?:[一-龥（）()·]{2,30}?(?:人民政府办公[室厅]|人民政府|政府办公[室厅]|管理委员会|管委会|街道办事处|委员会|联合会|办公室|党组|集团|公司|医院|学校|[局厅委会]|大队|支队|中心)))?)\s*(?:现|特|联合)?(?:编制(?:[^部办委工的内外]|$)|编写|发布|公布|向社会|依据|根据|按照|依照)]],
      doc = { zh = "前言句子的主语；第一组是名称", en = "the subject of a sentence of the preface; group 1 is the name" },
    },
    published = {
      type = "string",
      default = [[(?:现|特|予以)?(?:公布|发布|印发|编制|现将|公开)\s*([一-龥（）()·]{2,30}?(?:人民政府办公[室厅]|人民政府|政府办公[室厅]|管理委员会|管委会|街道办事处|委员会|联合会|办公室|党组|集团|公司|医院|学校|[局厅委会]|大队|支队|中心))\s*[0-9０-９]{4}\s*年]],
      doc = { zh = "前言公布谁的报告；第一组是名称", en = "whose report the preface publishes; group 1 is the name" },
    },
    labelled = {
      type = "string",
      default = [[(?:编制|编写|发布|主办|联系|责任|公开|报告|填报|落款)(?:单位|机关|机构|部门)\s*[：:]\s*([一-龥（）()·]{2,30}?(?:人民政府办公[室厅]|人民政府|政府办公[室厅]|管理委员会|管委会|街道办事处|委员会|联合会|办公室|党组|集团|公司|医院|学校|[局厅委会]|大队|支队|中心))\s*(?:$|[，。；、\s（(])]],
      doc = { zh = "“编制单位：”之类；第一组是名称", en = "编制单位： and the like; group 1 is the name" },
    },
    signed = {
      type = "string",
      default = [[^\s*([一-龥（）()·]{2,30}?(?:人民政府办公[室厅]|人民政府|政府办公[室厅]|管理委员会|管委会|街道办事处|委员会|联合会|办公室|党组|集团|公司|医院|学校|[局厅委会]|大队|支队|中心))(?:[\s　]*[0-9０-９]{4}\s*年.*)?\s*$]],
      doc = { zh = "落款；第一组是名称", en = "a signature; group 1 is the name" },
    },
    acts = {
      type = "string",
      default = [[(?:^|[。；，])\s*([一-龥（）()·]{2,30}?(?:局|委员会|委|厅|集团|公司|医院|学校))\s*(?:始终|一直|历来)?(?:高度重视(?:政府信息|政务|信息)公开|(?:没有|无)其[他它](?:需要|应当?|须)报告|(?:本年度?|全年)?(?:未|没有)(?:收取|产生)[^，。；]{0,8}(?:信息)?处理费|(?:成立|调整|充实)[^，。；]{0,14}领导小组|将(?:继续|进一步|以|从)[^。；]{0,24}公开|(?:认真|深入|严格|全面)(?:贯彻|学习|落实|按照|执行)[^。；]{0,14}(?:信息公开|《)[^。；]{0,6}条例)]],
      doc = { zh = "只有编制报告的机关才这样说自己；第一组是名称", en = "what only the body that reports says, and of itself; group 1 is the name" },
    },
    contact = { type = "string", default = [[联系|咨询|反映|反馈|垂询]], doc = { zh = "联系单位的写法", en = "words of a contact" } },
    government = { type = "string", default = [[(?:人民政府(?:办公[室厅])?|政府办公[室厅]|街道办事处|管理委员会|管委会)$]], doc = { zh = "政府一类机关的名称", en = "names of governments and the like" } },
    town = { type = "string", default = [[([一-龥]{1,6}?(?:镇|乡|街道|苏木))(?:人民政府|政府|办事处|党政|$)]], doc = { zh = "名称里的乡镇；第一组是乡镇", en = "the town in a name; group 1 is the town" } },
    sort = {
      type = "string",
      default = [[(?:局|委员会|委|厅|集团|公司|医院|学校|中学|小学|联合会)$]],
      doc = { zh = "这样结尾的名称才比较", en = "only names that end so are compared" },
    },
    office = {
      type = "string",
      default = [[(?:党政|综合|政务公开|信息公开|党组|局|委|厅)?(?:办公室|办公厅|办|科|股|处|室|中心)$]],
      doc = { zh = "名称末尾的内设机构", en = "an office at the end of the name" },
    },
    neutral = {
      type = "string",
      default = [[^(?:我|本|该|由)|上级|主管|有关|相关|各|政府|大数据|网信|信访|政务服务|数据|行政审批|档案|司法局]],
      doc = { zh = "不比较的名称：自称、主管部门、网站和受理机构", en = "names that are not compared: the organ itself, superiors, those who run site or counter" },
    },
    self = { type = "string", default = [[^(?:我|本|该|由|各)]], doc = { zh = "自称", en = "the organ itself" } },
    inner = {
      type = "string",
      default = [[^([一-龥（）()·]+(?:局|委员会|委|厅|医院|学校))(?:办公室|综合科|综合股|政务公开办|党政办)$]],
      doc = { zh = "联系的是内设机构；第一组是它所在的机关", en = "whom to contact is an office; group 1 is its organ" },
    },
    unfilled = { type = "string", default = "[XＸ×某*＊○〇_]", doc = { zh = "标题里有这些，机关名称还没有填", en = "what a title has whose organ was not filled in" } },
    region = {
      type = "string",
      default = [[^(?:[一-龥]+?(?:自治区|自治州|自治县|省|市|县|区|旗|州|盟))+]],
      doc = { zh = "名称开头的地区", en = "the region at the start of a name" },
    },
    kinds = { type = "list", default = { "department", "people_government", "town_government", "sub_district", "agency", "office" }, doc = { zh = "检查哪些类型的机关", en = "the kinds of organ that are checked" } },
  },
  messages  = {
    differs = { zh = "这里是“{found}”，标题是“{organ}”", en = "'{found}' is named here, the title says '{organ}'" },
    title   = { zh = "标题中的机关", en = "the organ in the title" },
    change  = { zh = "改为“{organ}”", en = "change it to '{organ}'" },
  },

  check = function(report, ctx)
    local options = ctx.options
    local organ, kind = ctx:need(report.title.organ), ctx:need(report.organ_kind)
    local checked = false
    for _, each in ipairs(options.kinds) do checked = checked or each == kind end
    if not checked then return end
    if organ:find(options.unfilled) then return end -- a template's, which is another rule's to report
    local own = report.title.organ_name
    local department = kind == "department"
    if department and not organ:find(options.sort) then return end

    local function without(node, prefix)
      return prefix and node:sub(utf8.len(prefix.text) + 1) or node
    end
    -- `how`: "contact" of whom to ask, "signed" of whose name stands below the report.
    local is_other
    function is_other(name, how)
      local found = name.folded
      if gia.abbreviates(found, own) or gia.abbreviates(own, found) then return false end
      -- An office of the organ, whose region either may leave out.
      local within = name:find(options.office)
      if within and gia.abbreviates(name:before(within).folded, own) then return false end
      local government = name:find(options.government)
      if not department or government then
        -- Of a government only another one; whom to contact may be a superior.
        if not government or how == "contact" or name:find([[^(?:我|本|该|上级|各)]]) then return false end
        local town = organ:find(options.town)
        if town and name:find(gia.any_of { town.groups[1].text }) then return false end
        return not department or name:find(options.town) ~= nil
      end
      if name:find(how == "signed" and options.self or options.neutral) then return false end
      local inner = how == "contact" and name:find(options.inner)
      if inner then return is_other(inner.groups[1]) end
      if not name:find(options.sort) then return false end
      local core = without(name, name:find(options.region)).folded
      local own_core = without(organ, organ:find(options.region)).folded
      if core ~= own_core then return not (gia.abbreviates(core, own) or gia.abbreviates(own_core, found)) end
      -- The same department, of another region.
      return true
    end
    local function tell(at)
      ctx:emit { at = at, message = "differs", data = { found = at.text, organ = own },
                 related = { { at = organ, message = "title" } },
                 fix = { message = "change", data = { organ = own }, edits = { ctx.edit.replace(at, own) } } }
    end
    local function look(paragraph, pattern, signed)
      for _, match in ipairs(paragraph:find_all(pattern)) do
        local name = match.groups[1]
        local how = signed and "signed" or match:find(options.contact) and "contact" or nil
        local other, same = nil, false
        for _, each in ipairs(name:find_all([[[^、]+]])) do
          if is_other(each, how) then other = other or each else same = true end
        end
        -- Of two that made it together one is enough.
        if other and not same then
          tell(name)
          return true
        end
      end
    end
    for _, paragraph in ipairs(report.preface) do
      for _, pattern in ipairs { "named", "subject", "published", "labelled" } do
        if look(paragraph, options[pattern]) then return end
      end
    end
    local last = report.sections[#report.sections]
    if not last then return end
    local paragraphs = last.paragraphs
    for i = math.max(#paragraphs - 1, 1), #paragraphs do
      if look(paragraphs[i], options.signed, true) or look(paragraphs[i], options.labelled, true) then return end
    end
    -- Governments tell of what their departments do.
    if not department then return end
    for _, paragraph in ipairs(report.paragraphs:with(options.acts)) do
      if look(paragraph, options.acts) then return end
    end
  end,
}
