-- No list.
-- expect: error
-- says: table expected
return function(report, ctx)
  ctx.sum(report) -- here
end
