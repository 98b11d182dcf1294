-- Two things that a clerk who fills in the wrong row, or last year's form, leaves behind. Who may make 规章 is the
-- law's to say, so the rule speaks where the organ's name leaves no doubt that it may not; a department of a city or
-- province often reports what its government made, which is worth an info. National bodies are passed over.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  requires  = { "section:active_disclosure" },
  title     = { zh = "表中的数本机关不可能有", en = "a figure that this organ, or this cell, cannot have" },
  help      = { zh = "无权制定规章的机关，规章各栏填 0，规范性文件填在下一行；件数直接填数，不写增减号",
                en = "An organ that cannot make rules reports 0 of them (normative documents have a row of their own); a count is written without a sign" },
  basis     = { "《中华人民共和国立法法》（2023年修正）第九十一条、第九十三条：规章由国务院部门和省、自治区、直辖市、设区的市、自治州的人民政府制定",
                "国办公开办函〔2021〕30号，报告格式第二部分表：本年处理决定数量" },
  options   = {
    columns = {
      type = "list",
      default = { "issued", "repealed", "in_force", "newly_made" },
      doc = { zh = "规章一行里检查的栏", en = "the columns that are looked at in the row of rules" },
    },
    small_kinds = {
      type = "list",
      default = { "town_government", "sub_district", "agency" },
      doc = { zh = "一定无权制定规章的机关类型", en = "kinds of organ that never may make rules" },
    },
    other_kinds = {
      type = "list",
      default = { "people_government", "office", "department" },
      doc = { zh = "名称表明属于县级时无权制定规章的机关类型", en = "kinds of organ that may not when their name says that they are of a county" },
    },
    county = {
      type = "string",
      default = [[^(?:[一-龥]+?(?:省|自治区|市|自治州|州|盟|地区))*[一-龥]{1,8}?(?:县|旗|[^治地]区)]],
      doc = { zh = "县级机关的名称", en = "the name of a county-level organ" },
    },
    national = {
      type = "string",
      default = [[^(?:国家|国务院|中国|中华|全国|最高)|部$]],
      doc = { zh = "国家机关的名称，不检查", en = "the name of a national body, which is passed over" },
    },
    sign = {
      type = "string",
      default = [[^\s*(?:[+＋]|增加?)\s*[0-9０-９]+\s*$]],
      doc = { zh = "带增减号的数", en = "a number with a sign" },
    },
  },
  messages  = {
    rules      = { zh = "{organ}无权制定规章，“{row}”的“{column}”却填写为 {value}",
                   en = "'{organ}' cannot make rules, yet '{row}', '{column}' says '{value}'" },
    department = { zh = "{organ}不能自行制定规章，“{row}”的“{column}”填写为 {value}：政府规章由政府报告",
                   en = "'{organ}' makes no rules of its own, and '{row}', '{column}' says '{value}': a government reports them itself" },
    also       = { zh = "同一行", en = "the same row" },
    sign       = { zh = "“{row}”的“{column}”填写为“{text}”：这一栏填件数，不填增减",
                   en = "'{row}', '{column}' says '{text}': this column holds a count, not a change" },
  },

  check = function(report, ctx)
    local function among(list, what)
      for _, each in ipairs(list) do
        if each == what then return true end
      end
      return false
    end
    for _, table in ipairs(report.tables) do
      if table.section == "active_disclosure" and table.found then
        for _, row in ipairs(table.rows) do
          for _, cell in ipairs(row.cells) do
            if cell.certainty == "sure" and cell.value and not cell.unfit and not cell.column.form.signed
               and cell:find(ctx.options.sign) then
              ctx:emit { at = cell, message = "sign",
                         data = { row = gia.line_name(cell), column = gia.column_name(cell.column), text = cell.text } }
            end
          end
        end
      end
    end

    -- Of a county, by the look of its name, or by the divisions: 诸城市 lies in a city.
    local function is_of_county(name)
      if name:find(ctx.options.county) then return true end
      local last
      for _, place in ipairs(name:names("divisions")) do
        if place.full then last = place end
      end
      for _, meaning in ipairs(last and last.meanings or {}) do
        if meaning.depth < 3 then return false end
      end
      return last ~= nil
    end
    local organ = report.organ
    local kind = organ and organ.kind
    local row = report:table("art20_1") and report:table("art20_1"):row("rules")
    -- Under another label (政策文件) the figures count something else, and that label is reported.
    if not kind or not row or not row.found or row.label.match ~= "official" and row.label.match ~= "accepted" then return end
    local places = {}
    for _, id in ipairs(ctx.options.columns) do
      local cell = row:cell(id)
      if cell and cell.counts and cell.value > 0 then places[#places + 1] = cell end
    end
    if #places == 0 then return end
    local message
    if among(ctx.options.small_kinds, kind) then
      message = "rules"
    elseif among(ctx.options.other_kinds, kind) and not organ:find(ctx.options.national) then
      message = is_of_county(organ) and "rules" or kind == "department" and "department"
    end
    if not message then return end
    gia.emit_at_first(ctx, places, {
      message = message, severity = message == "department" and "info" or nil,
      data = { organ = organ.name, row = gia.row_name(row), column = gia.column_name(places[1].column), value = places[1].value },
    })
  end,
}
