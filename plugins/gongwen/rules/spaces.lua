-- Blanks inside Chinese come from justified columns, PDF text and tired fingers. Between Chinese and digits or Latin
-- letters many put them on purpose, so those do not count. Nor does a blank that separates: behind a heading that runs
-- into its text, between two parallel phrases, in addresses, or one of several in a clause.
---@type gialint.Rule
return {
  api       = 1,
  since     = "1.0.0",
  severity  = "info",
  precision = "high",
  fixable   = "safe",
  title     = { zh = "中文里有多余的空格", en = "blanks inside Chinese text" },
  help      = { zh = "删去空格", en = "Delete the blanks" },
  basis     = { "GB/T 9704-2012《党政机关公文格式》7.3.3：正文每自然段左空二字，回行顶格（句中不空格）" },
  options   = {
    before_mark = {
      type = "string", default = [==[\p{Han}([ \t\x{A0}\x{3000}]+)[，。；：、？！）》”]]==],
      doc = { zh = "标点前的空格", en = "blanks before a mark" },
    },
    clause = {
      type = "string", default = [==[[，。；、？！]([^，。；：、？！,;:]*)]==],
      doc = { zh = "一个分句（段首的不算）", en = "a clause, but the first of a paragraph" },
    },
    blanks = {
      type = "string", default = [==[[ \t\x{A0}\x{3000}]+]==], doc = { zh = "空格", en = "blanks" },
    },
    inside = {
      type = "string", default = [==[^([^ \t\x{A0}\x{3000}]*?(\p{Han}{2,}))([ \t\x{A0}\x{3000}]+)(\p{Han}{2,})]==],
      doc = { zh = "前后都是中文的空格", en = "blanks with Chinese on both sides" },
    },
    phrase = { type = "integer", default = 4, min = 0, doc = { zh = "并列短语的字数，不算", en = "how long a phrase is that a blank sets apart" } },
    prose = { type = "string", default = [==[[。；]]==], doc = { zh = "成句的段落", en = "a paragraph of sentences" } },
    layout = { type = "string", default = [==[地址|电话|邮编|邮箱|传真|联系|网址|附件|[|\t]]==], doc = { zh = "用空格排版的段落", en = "a paragraph that blanks lay out" } },
  },
  messages  = {
    inside = { zh = "“{before}”和“{after}”之间有多余的空格", en = "a blank stands between '{before}' and '{after}'" },
    mark   = { zh = "标点前有多余的空格", en = "a blank stands before a mark" },
    also   = { zh = "这里也是", en = "here, too" },
    change = { zh = "删去空格", en = "delete the blank" },
  },

  check = function(report, ctx)
    for _, paragraph in ipairs(report.paragraphs:with(ctx.options.blanks)) do
      if not paragraph.heading and paragraph:find(ctx.options.prose) and not paragraph:find(ctx.options.layout) then
        local places, edits, data = {}, {}, {}
        local function take(blank, what)
          places[#places + 1], edits[#edits + 1], data[#data + 1] = blank, ctx.edit.delete(blank), what
        end
        for _, match in ipairs(paragraph:find_all(ctx.options.clause)) do
          local clause = match.groups[1]
          local found = #clause:find_all(ctx.options.blanks) == 1 and clause:find(ctx.options.inside)
          local before, after = found and utf8.len(found.groups[2].text), found and utf8.len(found.groups[4].text)
          if found and before ~= after and after ~= ctx.options.phrase then
            take(found.groups[3], { before = found.groups[2]:sub(-2).text, after = found.groups[4]:sub(1, 2).text })
          end
        end
        if #places > 0 then
          gia.emit_at_first(ctx, places, { message = "inside", data = data[1], fix = { message = "change", edits = edits } })
        end
        local marks, mark_edits = {}, {}
        for _, match in ipairs(paragraph:find_all(ctx.options.before_mark)) do
          marks[#marks + 1] = match.groups[1]
          mark_edits[#mark_edits + 1] = ctx.edit.delete(match.groups[1])
        end
        if #marks > 0 then
          gia.emit_at_first(ctx, marks, { message = "mark", data = {}, fix = { message = "change", edits = mark_edits } })
        end
      end
    end
  end,
}
