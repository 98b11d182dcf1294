-- A change of last year's report.
-- expect: error
-- says: not to be changed
-- run: history
return function(report, ctx)
  ctx.edit.delete(report.previous.title) -- here
end
