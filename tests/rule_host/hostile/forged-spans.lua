-- Parts of nodes out of all bounds: they end where the node ends.
-- expect: harmless
return function(report, ctx)
  local title, min, max = report.title, math.mininteger, math.maxinteger
  local lengths = 0
  for _, from in ipairs { min, -1000, -1, 0, 1, 1000, max } do
    for _, to in ipairs { min, -1000, -1, 0, 1, 1000, max } do
      lengths = lengths + #title:sub(from, to):sub(to, from):start().text
    end
  end
  ctx:emit { at = title:sub(max, min), message = 'value', data = { v = lengths } }
end
