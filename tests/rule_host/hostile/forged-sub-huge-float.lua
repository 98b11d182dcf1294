-- A place beyond all integers.
-- expect: error
-- says: no integer representation
return function(report, ctx)
  report:sub(1e300) -- here
end
