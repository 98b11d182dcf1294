-- Indices out of all bounds, and iterators called with them.
-- expect: harmless
return function(report, ctx)
  local list = report.sections
  local step = ipairs(list)
  local found = 0
  for _, i in ipairs { math.mininteger, math.maxinteger, -1, 0, 1000 } do
    if list[i] or step(list, i) and i ~= 0 then found = found + 1 end
  end
  ctx:emit { at = report, message = 'value', data = { v = found } }
end
