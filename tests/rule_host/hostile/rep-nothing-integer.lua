-- Repeats the empty string: a loop in C that allocates nothing. The count is an integer.
-- expect: steps
return function(report, ctx)
  local s = (''):rep(1 << 40) -- here
end
