-- One long string.
-- expect: memory
-- limits: memory
return function(report, ctx)
  local s = ('x'):rep(100000):rep(3) -- here
end
