-- Compares two long equal strings. One instruction: no step sees it.
-- expect: time
-- limits: clock
return function(report, ctx)
  local a, b = ('x'):rep(500000), ('x'):rep(499999)
  b = b .. 'x'
  while a == b do end -- here
end
