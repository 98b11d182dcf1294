-- Compares two long strings that differ at the end. One instruction: no step sees it.
-- expect: time
-- limits: clock
return function(report, ctx)
  local a, b = ('x'):rep(500000), ('x'):rep(500000) .. 'y'
  while a < b do end -- here
end
