-- The item is headed 办理结果公开情况: whoever dealt with motions says whether their results were made public. Only a number
-- above 0 owes that, and any word for publishing, in the item or anywhere else beside a motion, pays it.
---@type gialint.Rule
return {
  api       = 1,
  since     = "1.0.0",
  severity  = "info",
  precision = "medium",
  requires  = { "section:other_matters" },
  title     = { zh = "没有写明建议提案的办理结果是否公开", en = "it is not said whether the results of motions were made public" },
  help      = { zh = "写明办理结果的公开情况：公开了几件、在哪里公开；不宜公开的，说明原因",
                en = "Say how many results were made public and where; where they were not fit to be, why" },
  basis     = { "《国务院办公厅关于做好全国人大代表建议和全国政协委员提案办理结果公开工作的通知》（国办发〔2014〕46号）",
                "山东省各级行政机关年度报告第六部分的通行写法" },
  options   = {
    measures = {
      type = "list", default = { "proposals.delegates", "proposals.members", "shandong.motions" },
      doc = { zh = "数的是建议提案的计量", en = "the measures that count motions" },
    },
    published = {
      type = "string", default = [[公开(?:[^工]|$)|公示|公布|发布|网站|专栏|专题|上网|涉密|依法不]],
      doc = { zh = "算作写明了的说法", en = "wordings that count as a statement" },
    },
    subject = { type = "string", default = [[代表建议|人大建议|提案|议案]], doc = { zh = "说的是建议提案", en = "what speaks of motions" } },
    heading = { type = "string", default = [[结果公开情况[。：:]?$]], doc = { zh = "这一事项的小标题", en = "the heading of the item" } },
  },
  messages  = {
    unsaid = { zh = "承办建议提案 {count} 件，没有写明办理结果是否公开", en = "'{count}' motions were dealt with; whether their results were made public is not said" },
  },

  check = function(report, ctx)
    local counted, first = {}, nil
    for _, measure in ipairs(ctx.options.measures) do counted[measure] = true end
    for _, claim in ipairs(report.claims) do
      if counted[claim.measure] and claim.section == "other_matters" and claim.value > 0 then first = first or claim end
    end
    ctx:need(first)
    for _, paragraph in ipairs(report.paragraphs:with(ctx.options.subject)) do
      if not paragraph:find(ctx.options.heading) and paragraph:find(ctx.options.published) then return end
    end
    -- The sentence that says so may be a paragraph of its own.
    local after = false
    for _, paragraph in ipairs(report:section("other_matters").paragraphs) do
      if after and not paragraph.heading and paragraph:find(ctx.options.published) then return end
      after = paragraph.line == first.line
    end
    ctx:emit { at = first, message = "unsaid", data = { count = first.value } }
  end,
}
