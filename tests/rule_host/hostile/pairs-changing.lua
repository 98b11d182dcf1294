-- Empties and fills a table while it is walked.
-- expect: harmless
return function(report, ctx)
  local set, count = {}, 0
  for i = 1, 50 do set['k' .. i] = i end
  for key in pairs(set) do
    count = count + 1
    set[key], set['k' .. count], set['new' .. count] = nil, nil, 1
  end
  ctx:emit { at = report, message = 'value', data = { v = count } }
end
