-- Nothing, with separators.
-- expect: steps
return function(report, ctx)
  local s = (''):rep(1e18, 'xxxxxxxx') -- here
end
