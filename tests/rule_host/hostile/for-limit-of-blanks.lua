-- A long string as the limit of a for is read as a number. One instruction.
-- expect: time
-- limits: clock
return function(report, ctx)
  local s = (' '):rep(500000) .. '1'
  while true do for _ = 1, s do break end end -- here
end
