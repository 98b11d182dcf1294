-- Joins ten thousand empty strings; the ends are floats.
-- expect: steps
return function(report, ctx)
  local list = {}
  for i = 1, 10000 do list[i] = '' end
  while true do local s = table.concat(list, '', 1.0, 10000.0) end -- here
end
