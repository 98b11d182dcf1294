-- A string longer than all memory.
-- expect: steps
return function(report, ctx)
  local s = ('x'):rep(math.maxinteger) -- here
end
