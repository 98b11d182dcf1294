-- Changes what all rules share.
-- expect: error
-- says: length
return function(report, ctx)
  local n = #string -- here
end
