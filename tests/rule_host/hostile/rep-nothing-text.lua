-- Repeats the empty string: a loop in C that allocates nothing. The count is a string.
-- expect: steps
return function(report, ctx)
  local s = (''):rep('1000000000000000') -- here
end
