-- The host keeps long messages.
-- expect: memory
-- limits: memory
return function(report, ctx)
  local data = { v = ('字'):rep(10000) }
  while true do ctx:emit { at = report, message = 'value', data = data } end -- here
end
