-- Two bodies report the same for one year: the same text apart from names and figures, or the same figures.
--
-- Most small bodies have nothing but zeros to report, and say so in the few sentences that law and form give everybody. Their
-- reports are alike by right: so a text counts only when enough of it is the body's own words (names, figures, sub-headings
-- and common wordings left out), and figures only when enough of them are other than 0. A government and its own office
-- may report the same requests, and one body's report may lie there twice: neither is compared.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "medium",
  title     = { zh = "两个机关的年报雷同", en = "two bodies' reports are the same" },
  help      = { zh = "确认是否误用了别的机关的年报；按本机关的实际情况重写，数字以本机关的登记为准",
                en = "Check whether another body's report was used; write it from this body's own work and registers" },
  basis     = { "国办公开办函〔2021〕30号，四、明确责任：内容雷同", "《中华人民共和国政府信息公开条例》第五十条" },
  options   = {
    min_percent = { type = "integer", default = 90, min = 70, max = 100,
                    doc = { zh = "正文相同多少（百分比）算雷同", en = "how much of the texts is the same, in per cent" } },
    min_length  = { type = "integer", default = 300, min = 100,
                    doc = { zh = "正文除去通用文字后至少有多少个字才比较", en = "how many characters of its own a text must have" } },
    min_figures = { type = "integer", default = 8, min = 4,
                    doc = { zh = "至少有多少个不为 0 的数（不算总计）才比较数字",
                            en = "how many figures that are no totals must be other than 0" } },
  },
  messages  = {
    text    = { zh = "正文除机关名称和数字外，约 {percent}% 与“{other}”的年报相同",
                en = "apart from names and figures about {percent}% of the text is that of the report of '{other}'" },
    figures = { zh = "各表 {count} 个不为 0 的数（不算总计）与“{other}”的年报逐格相同",
                en = "all {count} figures that are not 0 (totals left out) are those of the report of '{other}'" },
    both    = { zh = "正文约 {percent}% 与“{other}”的年报相同，各表的数字也逐格相同",
                en = "about {percent}% of the text is that of the report of '{other}', and so are all figures" },
    other   = { zh = "“{other}”的年报", en = "the report of '{other}'" },
  },

  check = function(corpus, ctx)
    local options = ctx.options
    local alike = {}
    for _, pair in ipairs(corpus:alike(options.min_percent, options.min_length)) do alike[pair.report.path] = pair end

    local by_figures = {}
    for _, report in ipairs(corpus.reports) do
      local twin
      if report.figures and report.year and report.nonzero >= options.min_figures then
        local first = by_figures[report.figures]
        if not first then
          by_figures[report.figures] = report
        elseif report:is_apart_from(first) and report.organ_kind == first.organ_kind then
          twin = first
        end
      end
      local pair = alike[report.path]
      local other = pair and pair.other or twin
      if other then
        local both = pair and twin and pair.other.path == twin.path
        local data = { other = other.organ_name }
        if pair then data.percent = pair.percent end
        if not pair then data.count = report.nonzero end
        ctx:emit {
          at = report, message = both and "both" or pair and "text" or "figures", data = data,
          related = { { at = other, message = "other", data = { other = other.organ_name } } },
        }
      end
    end
  end,
}
