-- Makes short strings for ever.
-- expect: steps
return function(report, ctx)
  local i = 0
  while true do i = i + #(i .. 'x') end -- here
end
