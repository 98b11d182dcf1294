-- Reads a long string as a number.
-- expect: steps
return function(report, ctx)
  local s = (' '):rep(50000) .. '1'
  while true do local n = tonumber(s) end -- here
end
