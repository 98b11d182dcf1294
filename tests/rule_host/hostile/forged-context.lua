-- A table that looks like the context.
-- expect: error
-- says: ctx expected, got table
return function(report, ctx)
  ctx.emit({ emit = ctx.emit }, { at = report, message = 'plain' }) -- here
end
