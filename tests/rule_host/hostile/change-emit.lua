-- Changes what all rules share.
-- expect: error
-- says: ctx
return function(report, ctx)
  ctx.emit = function() end -- here
end
