-- The host keeps the data of diagnostics: that is memory too.
-- expect: memory
-- limits: memory
return function(report, ctx)
  local data = {}
  for i = 1, 2000 do data['k' .. i] = i end
  while true do ctx:emit { at = report, message = 'plain', data = data } end -- here
end
