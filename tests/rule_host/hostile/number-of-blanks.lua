-- A long string where math wants a number: it is read to its end.
-- expect: steps
return function(report, ctx)
  local s = (' '):rep(50000) .. '1'
  while true do local n = math.floor(s) end -- here
end
