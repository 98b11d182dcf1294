-- A fix safer than the rule may give.
-- expect: error
-- says: safety
return function(report, ctx)
  ctx:emit { at = report, message = 'plain', fix = { message = 'plain', safety = 'safe', edits = { ctx.edit.delete(report) } } } -- here
end
