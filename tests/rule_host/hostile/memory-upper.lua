-- Keeps what upper makes of a long string.
-- expect: memory
-- limits: memory
return function(report, ctx)
  local list, s = {}, ('x'):rep(30000)
  while true do list[#list + 1] = (s .. #list):upper() end -- here
end
