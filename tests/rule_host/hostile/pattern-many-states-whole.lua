-- The same, for the whole of a text.
-- expect: steps
return function(report, ctx)
  while true do report:matches('(?s).*[一-濿].{300}y') end -- here
end
