-- Names are compared loosely, since a contact may be an abbreviation (区教体局), lack the region or add a superior one, or be
-- an office of the organ. Governments have others compile their reports, and joint bodies have two names: only another
-- organ of the same sort is told.
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
      default = [[(?:由|请与|请同|请和|请向|可与|可向|敬请联系|请联系|请致电)\s*([一-龥（）()·]+?)\s*(?:负责)?(?:(?:按照|根据|依据|依照)[^，。；]{0,90}?)?(?:(?:编制|编写|撰写|起草)(?:完成|而成|的)?(?:[，。；、（(]|\s|$)|联系|咨询|反映|反馈|垂询)]],
      doc = { zh = "前言中编制、联系机关的写法；第一组是名称", en = "how the preface names who compiled it or whom to contact; group 1 is the name" },
    },
    sort = {
      type = "string",
      default = [[(?:局|委员会|委|厅|集团|公司|医院|学校|中学|小学)$]],
      doc = { zh = "这样结尾的名称才比较", en = "only names that end so are compared" },
    },
    office = {
      type = "string",
      default = [[(?:党政|综合|政务公开|信息公开|党组|局|委|厅)?(?:办公室|办公厅|办|科|股|处|室|中心)$]],
      doc = { zh = "名称末尾的内设机构", en = "an office at the end of the name" },
    },
    neutral = {
      type = "string",
      default = [[^(?:我|本|该)|上级|主管|有关|相关|各|政府|大数据|网信|信访|政务服务|数据|行政审批|档案|司法局]],
      doc = { zh = "不比较的名称：自称、主管部门、网站和受理机构", en = "names that are not compared: the organ itself, superiors, those who run site or counter" },
    },
    region = {
      type = "string",
      default = [[^(?:[一-龥]+?(?:自治区|自治州|自治县|省|市|县|区|旗|州|盟))+]],
      doc = { zh = "名称开头的地区", en = "the region at the start of a name" },
    },
    kinds = { type = "list", default = { "department" }, doc = { zh = "检查哪些类型的机关", en = "the kinds of organ that are checked" } },
  },
  messages  = {
    differs = { zh = "这里是“{found}”，标题是“{organ}”", en = "'{found}' is named here, the title says '{organ}'" },
    title   = { zh = "标题中的机关", en = "the organ in the title" },
    change  = { zh = "改为“{organ}”", en = "change it to '{organ}'" },
  },

  check = function(report, ctx)
    local organ, kind = ctx:need(report.title.organ), ctx:need(report.organ_kind)
    local checked = false
    for _, each in ipairs(ctx.options.kinds) do checked = checked or each == kind end
    if not checked or not organ:find(ctx.options.sort) then return end
    local own = report.title.organ_name

    local function without(node, prefix)
      return prefix and node:sub(utf8.len(prefix.text) + 1) or node
    end
    local function is_other(name)
      if name:find(ctx.options.neutral) or not name:find(ctx.options.sort) then return false end
      local found = name.folded
      if gia.abbreviates(found, own) or gia.abbreviates(own, found) then
        return false
      end
      local core = without(name, name:find(ctx.options.region)).folded
      local own_core = without(organ, organ:find(ctx.options.region)).folded
      if core ~= own_core then return not (gia.abbreviates(core, own) or gia.abbreviates(own_core, found)) end
      -- The same department, of another region.
      return true
    end
    for _, paragraph in ipairs(report.preface:with(ctx.options.named)) do
      for _, match in ipairs(paragraph:find_all(ctx.options.named)) do
        if is_other(match.groups[1]) then
          ctx:emit { at = match.groups[1], message = "differs", data = { found = match.groups[1].text, organ = own }, place = "preface",
                     related = { { at = organ, message = "title", data = {} } },
                     fix = { message = "change", edits = { ctx.edit.replace(match.groups[1], own) } } }
          return
        end
      end
    end
  end,
}
