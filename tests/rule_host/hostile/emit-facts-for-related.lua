-- Thousands of related places that share thousands of values.
-- expect: steps
return function(report, ctx)
  local data, places = { v = 1 }, {}
  for i = 1, 500 do data['k' .. i], places[i] = i, { at = report, message = 'value' } end
  while true do ctx:emit { at = report, message = 'plain', data = data, related = places } end -- here
end
