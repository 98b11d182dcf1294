-- Argument number nothing.
-- expect: error
-- says: index out of range
return function(report, ctx)
  local x = select(0, 1, 2) -- here
end
