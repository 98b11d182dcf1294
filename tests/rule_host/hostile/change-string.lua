-- Changes what all rules share.
-- expect: error
-- says: library
return function(report, ctx)
  string.upper = function() return "x" end -- here
end
