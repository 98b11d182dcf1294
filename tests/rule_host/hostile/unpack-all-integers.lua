-- Unpacks from the first integer to the last.
-- expect: steps
return function(report, ctx)
  local x = table.unpack({}, math.mininteger, math.maxinteger) -- here
end
