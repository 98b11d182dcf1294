-- The standard says "usually": a comma of enumeration is in place where something else stands between two of the items,
-- as a bracket behind one of them does. So a list counts only when it is made of titles (or of quotations) alone.
---@type gialint.Rule
return {
  api       = 1,
  since     = "1.0.0",
  severity  = "info",
  precision = "high",
  fixable   = "safe",
  title     = { zh = "书名号或者引号之间多用了顿号", en = "a comma of enumeration between titles or quotations" },
  help      = { zh = "并列的书名号之间、引号之间通常不用顿号", en = "Between titles, and between quotations, none is used as a rule" },
  basis     = { "GB/T 15834-2011《标点符号用法》4.5.3.5：标有引号的并列成分之间、标有书名号的并列成分之间通常不用顿号" },
  options   = {
    titles = {
      type = "string", default = [[(?:^|[^、）)])((?:《[^《》]{1,80}》、)+《[^《》]{1,80}》)(?:[^、（(《]|$)]],
      doc = { zh = "用顿号隔开的书名号", en = "titles with commas of enumeration between them" },
    },
    quotations = {
      type = "string", default = [[(?:^|[^、）)])((?:“[^“”]{1,80}”、)+“[^“”]{1,80}”)(?:[^、（(“]|$)]],
      doc = { zh = "用顿号隔开的引号", en = "quotations with commas of enumeration between them" },
    },
    comma = { type = "string", default = "[》”](、)[《“]", doc = { zh = "多用的顿号", en = "the comma" } },
  },
  messages  = {
    title     = { zh = "并列的书名号之间通常不用顿号", en = "between titles no comma of enumeration is used as a rule" },
    quotation = { zh = "并列的引号之间通常不用顿号", en = "between quotations no comma of enumeration is used as a rule" },
    also      = { zh = "这里也是", en = "here, too" },
    change    = { zh = "删去顿号", en = "delete it" },
  },

  check = function(report, ctx)
    for _, paragraph in ipairs(report.paragraphs:with(ctx.options.comma)) do
      for message, pattern in pairs { title = ctx.options.titles, quotation = ctx.options.quotations } do
        for _, list in ipairs(paragraph:find_all(pattern)) do
          local commas, edits = {}, {}
          for _, match in ipairs(list.groups[1]:find_all(ctx.options.comma)) do
            commas[#commas + 1] = match.groups[1]
            edits[#edits + 1] = ctx.edit.delete(match.groups[1])
          end
          gia.emit_at_first(ctx, commas, { message = message, data = {}, fix = { message = "change", edits = edits } })
        end
      end
    end
  end,
}
