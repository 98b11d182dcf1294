-- Runs text, as it was once called.
-- expect: error
-- says: global 'loadstring'
return function(report, ctx)
  loadstring("x") -- here
end
