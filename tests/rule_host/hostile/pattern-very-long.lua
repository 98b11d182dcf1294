-- An expression of fifty thousand bytes.
-- expect: steps
return function(report, ctx)
  report:find(('x'):rep(50000)) -- here
end
