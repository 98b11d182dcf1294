-- Thousands of related places.
-- expect: memory
-- limits: memory
return function(report, ctx)
  local places = {}
  for i = 1, 3000 do places[i] = { at = report } end
  while true do ctx:emit { at = report, message = 'plain', related = places } end -- here
end
