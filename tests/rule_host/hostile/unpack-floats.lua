-- Unpacks three thousand nothings; the ends are floats.
-- expect: steps
return function(report, ctx)
  while true do local x = table.unpack({}, 1.0, 3000.0) end -- here
end
