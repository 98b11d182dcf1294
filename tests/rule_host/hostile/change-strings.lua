-- Changes what all rules share.
-- expect: error
-- says: index a number
return function(report, ctx)
  local n = (''):len() n.x = 1 -- here
end
