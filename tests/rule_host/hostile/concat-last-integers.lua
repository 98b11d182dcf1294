-- Joins up to the last integer.
-- expect: error
-- says: invalid value
return function(report, ctx)
  local s = table.concat({}, ',', math.maxinteger - 3, math.maxinteger) -- here
end
