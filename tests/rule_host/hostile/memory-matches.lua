-- Keeps all matches of everything.
-- expect: memory
-- limits: memory
return function(report, ctx)
  local list = {}
  while true do list[#list + 1] = report:find_all('.') end -- here
end
