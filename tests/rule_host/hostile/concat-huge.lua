-- Joins what is not there.
-- expect: steps
return function(report, ctx)
  local s = table.concat({}, 'x', 1, 1 << 60) -- here
end
