-- A string as place.
-- expect: error
-- says: number expected, got string
return function(report, ctx)
  report:sub('1') -- here
end
