-- An endless loop.
-- expect: steps
return function(report, ctx)
  repeat until false -- here
end
