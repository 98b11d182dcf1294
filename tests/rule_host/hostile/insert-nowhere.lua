-- Inserts where there is no place.
-- expect: error
-- says: position out of bounds
return function(report, ctx)
  table.insert({}, math.mininteger, 1) -- here
end
