-- Emits as long as it may.
-- expect: steps
return function(report, ctx)
  while true do ctx:emit { at = report, message = 'plain' } end -- here
end
