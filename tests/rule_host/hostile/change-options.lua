-- Changes its options: the next report finds them as they were.
-- expect: harmless
return function(report, ctx)
  local seen = tostring(ctx.options.limit) .. #ctx.options.words
  ctx.options.limit, ctx.options.more = 99, report
  table.insert(ctx.options.words, 'more')
  ctx:emit { at = report, message = 'value', data = { v = seen } }
end
