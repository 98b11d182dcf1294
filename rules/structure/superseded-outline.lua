-- The parts that a preface lists, not the history that a report may tell. Under the heading "概述" the list only repeats
-- what structure/section-title reports.
---@type gialint.Rule
return {
  api       = 1,
  since     = "0.1.0",
  severity  = "warning",
  precision = "high",
  title     = { zh = "前言列的是旧格式的部分", en = "the preface lists the parts of an outdated form" },
  help      = { zh = "按现行格式的六个部分改写", en = "List the six parts of the form in force" },
  basis     = { "国办公开办函〔2021〕30号，报告格式：六个部分", "国办公开办函〔2019〕60号，报告格式（试行）：六个部分" },
  options   = {
    list = {
      type = "string",
      default = [[(?:由|包括|包含|分为|分|涵盖|涉及|内容(?:为|有|是))[^。]+?(?:部分|方面|组成|构成|内容|。|$)]],
      doc = { zh = "列举各部分的句子", en = "a sentence that lists the parts" },
    },
    outdated = {
      type = "string",
      default = [[收费(?:标准|情况)?[及和与、]?减免(?:的)?(?:情况)?|费用(?:的)?(?:收取|收费)[及和与、]减免(?:情况)?|不予公开政府信息(?:的)?(?:情况)?|咨询处理(?:的)?(?:情况)?|(?:复议|行政复议)[、和及](?:行政)?诉讼[、和及]申诉(?:的)?(?:情况)?|因政府信息公开申请行政复议[^、，。]*(?:申诉|举报)[^、，。]*|(?:工作)?概述|与公众密切相关[^、，。]+]],
      doc = { zh = "旧格式的部分", en = "parts of outdated forms" },
    },
  },
  messages  = {
    outdated = { zh = "前言列举的“{part}”不是{form}的部分", en = "'{part}', which the preface lists, is no part of {form}" },
  },

  check = function(report, ctx)
    local overall = report:section("overall")
    for _, paragraph in ipairs(report.preface:with(ctx.options.list)) do
      for _, list in ipairs(paragraph:find_all(ctx.options.list)) do
        for _, part in ipairs(list:find_all(ctx.options.outdated)) do
          if not (overall and overall.title.folded == part.folded) then
            ctx:emit { at = part, message = "outdated", data = { part = part.text, form = report.expected_form.name }, place = "preface" }
            return
          end
        end
      end
    end
  end,
}
