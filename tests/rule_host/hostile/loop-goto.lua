-- An endless loop.
-- expect: steps
return function(report, ctx)
  ::again:: goto again -- here
end
