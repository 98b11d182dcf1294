-- Packs arguments.
-- expect: memory
-- limits: memory
return function(report, ctx)
  local list = {}
  for i = 1, 1000 do list[i] = i end
  local packed = {}
  while true do packed[#packed + 1] = table.pack(table.unpack(list)) end -- here
end
