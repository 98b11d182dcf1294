-- Keeps a bit: the length of a list with holes depends on what stood there.
-- expect: harmless
local list = { 1, nil, 3 }
return function(report, ctx)
  ctx:emit { at = report, message = 'value', data = { v = #list } }
  for i = 1, 9 do list[i] = i end
  for i = 2, 9 do list[i] = i == 3 and 3 or nil end
  list[1] = 1
end
