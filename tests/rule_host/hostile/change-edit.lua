-- Changes what all rules share.
-- expect: error
-- says: ctx.edit
return function(report, ctx)
  ctx.edit.replace = nil -- here
end
