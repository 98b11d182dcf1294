-- Counts thousands of arguments for ever.
-- expect: steps
return function(report, ctx)
  local function count(...)
    while true do local n = select('#', ...) end -- here
  end
  local list = {}
  for i = 1, 3000 do list[i] = i end
  count(table.unpack(list))
end
