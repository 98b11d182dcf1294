-- What was still open at the end of last year is what this year began with, for every kind of applicant.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  title     = { zh = "上年结转数与上年报告的结转下年度数不符",
                en = "what was carried over differs from what last year's report carries forward" },
  help      = { zh = "核对两年的申请登记；上年报告公布后有更正，或者机关合并、拆分、改名的，在“其他需要报告的事项”中说明",
                en = "Check both years' registers of requests; where last year's figures were corrected after publication, or organs were merged, split or renamed, say so under other matters" },
  basis     = { "国办公开办函〔2021〕30号，报告格式第三部分表：“二、上年结转政府信息公开申请数量”“四、结转下年度继续办理”",
                "国办公开办函〔2019〕60号，报告格式（试行）第三部分表：同上两行" },
  messages  = {
    one = { zh = "“{column}”列：“{this}”为 {now}，上年报告的“{last}”为 {before}，两者应当相等",
            en = "column '{column}': '{this}' is {now}, but last year's report has {before} for '{last}'; the two are the same requests" },
    several = { zh = "“{this}”与上年报告的“{last}”不相等：{columns}",
                en = "'{this}' is not what last year's report has for '{last}': {columns}" },
    last_year = { zh = "上年报告此处为 {before}", en = "{before} here in last year's report" },
    this_year = { zh = "本年此处为 {now}", en = "{now} here this year" },
  },

  check = function(report, ctx)
    if gia.copied_figures(report, "requests") then return end -- all of the table is last year's: history/copied-figures
    local wrong = {}
    for _, each in ipairs(gia.across_years(report, "carry_over")) do
      if each.now.value ~= each.expected then wrong[#wrong + 1] = each end
    end
    local first = ctx:need(wrong[1])
    -- Where one kind of applicant differs the total does too: that is one difference.
    local one = #wrong == 1 or #wrong == 2 and #wrong[2].now.parts > 0
    local data = { this = gia.row_name(first.now.row), last = gia.row_name(first.before.row) }
    local related, columns = {}, {}
    for i, each in ipairs(one and { first } or wrong) do
      if i > 1 then related[#related + 1] = { at = each.now, message = "this_year", data = { now = each.now.value } } end
      related[#related + 1] = { at = each.before, message = "last_year", data = { before = each.before.value } }
      columns[i] = gia.column_name(each.line) .. " " .. tostring(each.now.value) .. " ≠ " .. tostring(each.before.value)
    end
    if one then
      data.column, data.now, data.before = gia.column_name(first.line), first.now.value, first.before.value
    else
      data.columns = table.concat(columns, "、")
    end
    ctx:emit { at = first.now, message = one and "one" or "several", data = data, related = related }
  end,
}
