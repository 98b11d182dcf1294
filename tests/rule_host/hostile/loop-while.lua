-- An endless loop.
-- expect: steps
return function(report, ctx)
  while true do end -- here
end
