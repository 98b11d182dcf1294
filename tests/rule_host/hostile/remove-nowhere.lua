-- Removes from where there is no place.
-- expect: error
-- says: position out of bounds
return function(report, ctx)
  table.remove({ 1, 2 }, math.maxinteger) -- here
end
