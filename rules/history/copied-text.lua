-- What the body says in its own words is last year's again: years, figures, sub-headings and what law and form make
-- everybody write are left out on both sides, and where little is left nothing is compared.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "medium",
  title     = { zh = "正文与上年报告雷同", en = "the text is last year's again" },
  help      = { zh = "按本年的实际情况重写，写明本年做了什么、上年的问题改了没有",
                en = "Write it anew from this year's work: what was done, and what became of last year's problems" },
  basis     = { "国办公开办函〔2021〕30号，四、明确责任：内容雷同", "《中华人民共和国政府信息公开条例》第五十条" },
  options   = {
    sections = { type = "list", default = { "overall", "problems" },
                 doc = { zh = "比较哪些部分（编号见 gialint model）", en = "which sections are compared (ids as in gialint model)" } },
    min_percent = { type = "integer", default = 90, min = 50, max = 100,
                    doc = { zh = "相同多少（百分比）算雷同", en = "how much of it is the same, in per cent" } },
    min_length = { type = "integer", default = 120, min = 20,
                   doc = { zh = "至少有多少个字才作比较", en = "how many characters there must be to compare" } },
  },
  messages  = {
    copied = { zh = "这一部分除年份和数字外，{percent}% 与上年报告相同（比较了 {length} 字）",
               en = "apart from years and figures {percent}% of this section is last year's ({length} characters compared)" },
    both = { zh = "这一部分也是：{percent}%（{length} 字）", en = "so is this section: {percent}% ({length} characters)" },
    last_year = { zh = "上年报告的这一部分", en = "the section in last year's report" },
  },

  check = function(report, ctx)
    local copied
    for _, id in ipairs(ctx.options.sections) do
      local now, before = report:section(id), report.previous:section(id)
      if now and before then
        local percent, length = now:likeness(before)
        if percent >= ctx.options.min_percent and length >= ctx.options.min_length then
          local data = { percent = percent, length = length }
          if copied then
            copied.related[#copied.related + 1] = { at = now, message = "both", data = data }
          else
            copied = { at = now, message = "copied", data = data, related = {} }
          end
          copied.related[#copied.related + 1] = { at = before, message = "last_year" }
        end
      end
    end
    if copied then ctx:emit(copied) end
  end,
}
