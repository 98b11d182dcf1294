-- The largest of thousands, for ever.
-- expect: steps
return function(report, ctx)
  local function largest(...)
    while true do local n = math.max(...) end -- here
  end
  local list = {}
  for i = 1, 3000 do list[i] = i end
  largest(table.unpack(list))
end
