-- Nothing at all.
-- expect: error
-- says: table expected
return function(report, ctx)
  ctx:emit() -- here
end
