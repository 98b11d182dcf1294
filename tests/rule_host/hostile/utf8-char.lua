-- Five thousand characters at once.
-- expect: steps
return function(report, ctx)
  local list = {}
  for i = 1, 5000 do list[i] = 0x4E2D end
  while true do local s = utf8.char(table.unpack(list)) end -- here
end
