-- A string that doubles, with the limits that users have.
-- expect: memory
-- limits: default
return function(report, ctx)
  local list, s = {}, ('x'):rep(500000)
  while true do list[#list + 1] = s .. #list end -- here
end
