-- Prints floats for ever.
-- expect: steps
return function(report, ctx)
  while true do local s = tostring(1e300) end -- here
end
