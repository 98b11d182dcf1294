-- Repeats the empty string: a loop in C that allocates nothing. The count is a float.
-- expect: steps
return function(report, ctx)
  local s = (''):rep(1e15) -- here
end
