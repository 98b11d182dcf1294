-- A region's report adds up all bodies of the region, so it cannot have less than they have together (or, where one case
-- may be several bodies' case, less than each of them). Which bodies those are the configuration says: [corpus] regions.
-- What a missing body would add is not known, and could only make the difference greater.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "medium",
  title     = { zh = "地区年报的数字少于所属机关之和", en = "a region's report has less than its bodies together" },
  help      = { zh = "核对汇总范围和各机关上报的数字；地区年报应汇总本行政区域内全部编制年报的机关",
                en = "Check which bodies were added up and what they reported; a region's report covers all bodies of the region that report" },
  basis     = { "《中华人民共和国政府信息公开条例》第四十九条、第五十条",
                "地方规定，例如重庆市人民政府办公厅《关于做好政府信息公开工作年度报告有关工作的通知》（2019年）：区县年报汇总本行政区域内所有编制主体的数据" },
  messages  = {
    all   = { zh = "“{row}”“{column}”为 {value}，少于所列 {count} 个机关之和 {sum}（这样的数共 {cells} 个）；计入：{counted}",
              en = "'{row}', '{column}' is {value}, less than the {sum} of its {count} bodies together ({cells} figures are so); counted: {counted}" },
    some  = { zh = "“{row}”“{column}”为 {value}，少于已有年报的 {count} 个机关之和 {sum}（这样的数共 {cells} 个）；计入：{counted}；缺少：{missing}",
              en = "'{row}', '{column}' is {value}, less than the {sum} of those {count} bodies whose reports are here ({cells} figures are so); counted: {counted}; missing: {missing}" },
    one_of_all  = { zh = "“{row}”“{column}”为 {value}，少于“{organ}”一个机关的 {sum}（这样的数共 {cells} 个）；计入：{counted}",
                    en = "'{row}', '{column}' is {value}, less than the {sum} of '{organ}' alone ({cells} figures are so); counted: {counted}" },
    one_of_some = { zh = "“{row}”“{column}”为 {value}，少于“{organ}”一个机关的 {sum}（这样的数共 {cells} 个）；计入：{counted}；缺少：{missing}",
                    en = "'{row}', '{column}' is {value}, less than the {sum} of '{organ}' alone ({cells} figures are so); counted: {counted}; missing: {missing}" },
    body  = { zh = "“{organ}”为 {value}", en = "'{organ}' has {value}" },
  },

  check = function(corpus, ctx)
    local function name_of(line) return line.short_label ~= "" and line.short_label or line.label end

    -- What the bodies have for a cell: added up, or the most that one of them has. Those that make it up come with it.
    local function figures_of(bodies, path, once)
      local all, parts = 0, {}
      for _, body in ipairs(bodies) do
        local value = body:figure(path) or 0
        if not once then
          all = all + value
        elseif value > all then
          all, parts = value, {}
        end
        if value > 0 and (not once or #parts == 0) then parts[#parts + 1] = { body = body, value = value } end
      end
      return all, parts
    end

    -- The cell in which the region lacks most, and how many cells lack something.
    local function lacking(report, bodies)
      local worst, cells = nil, 0
      local function compare(relation, form, row, column)
        local path = form.id .. "/" .. row.id .. "/" .. column.id
        local value = report:figure(path)
        local sum, parts = figures_of(bodies, path, relation.once)
        if not value or value >= sum then return end
        cells = cells + 1
        if worst and sum - value <= worst.sum - worst.value then return end
        local row_name = name_of(row)
        worst = { path = path, value = value, sum = sum, parts = parts, once = relation.once, column = column.label,
                  row = row_name ~= "" and row_name or column.parent }
      end
      for _, relation in ipairs(report.form.roll_up) do
        for _, id in ipairs(relation.tables) do
          local form = report.form:table(id)
          for _, row in ipairs(form.rows) do
            for _, column in ipairs(form.columns) do compare(relation, form, row, column) end
          end
        end
      end
      return worst, cells
    end

    local function check_region(region, report)
      local bodies, counted, missing = {}, {}, {}
      for _, name in ipairs(region.bodies) do
        local body = corpus:find(name, report.year)
        if body and body.form.id == report.form.id then
          bodies[#bodies + 1], counted[#counted + 1] = body, name
        else
          missing[#missing + 1] = name
        end
      end
      local worst, cells = lacking(report, bodies)
      if not worst then return end
      local related = {}
      for i = 1, math.min(#worst.parts, 10) do
        local part = worst.parts[i]
        related[i] = { at = part.body:cell(worst.path), message = "body",
                       data = { organ = part.body.organ_name, value = part.value } }
      end
      local data = { row = worst.row, column = worst.column, value = worst.value, sum = worst.sum, cells = cells,
                     counted = table.concat(counted, "、") }
      if worst.once then data.organ = worst.parts[1].body.organ_name else data.count = #bodies end
      if #missing > 0 then data.missing = table.concat(missing, "、") end
      ctx:emit {
        at = report:cell(worst.path), message = (worst.once and "one_of_" or "") .. (#missing > 0 and "some" or "all"),
        data = data, related = related, at_most = #missing > 0 and "warning" or nil,
      }
    end

    for _, region in ipairs(corpus.regions) do
      local seen = {}
      for _, report in ipairs(corpus.reports) do
        local own = report.year and not seen[report.year] and corpus:find(region.name, report.year)
        if report.year then seen[report.year] = true end
        if own then check_region(region, own) end
      end
    end
  end,
}
