-- A long string where string.sub wants a number.
-- expect: steps
return function(report, ctx)
  local s = (' '):rep(50000) .. '1'
  while true do local t = ('abc'):sub(s) end -- here
end
