-- Changes what all rules share.
-- expect: error
-- says: string
return function(report, ctx)
  local s = 'x' s.y = 1 -- here
end
