-- Values of a hundred kilobytes.
-- expect: steps
return function(report, ctx)
  local data = { v = ('x'):rep(100000) }
  while true do ctx:emit { at = report, message = 'value', data = data } end -- here
end
