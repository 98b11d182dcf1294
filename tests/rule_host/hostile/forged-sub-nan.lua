-- NaN as place.
-- expect: error
-- says: no integer representation
return function(report, ctx)
  report:sub(0 / 0) -- here
end
