-- A string that doubles.
-- expect: memory
return function(report, ctx)
  local s = 'x'
  while true do s = s .. s end -- here
end
