-- An error.
-- expect: error
-- says: gone
return function(report, ctx)
  error('gone') -- here
end
