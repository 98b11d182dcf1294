-- Makes closures for ever, and keeps none.
-- expect: steps
return function(report, ctx)
  while true do local f = function() return report end end -- here
end
