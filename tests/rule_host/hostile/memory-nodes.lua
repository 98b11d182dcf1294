-- Keeps objects of the host.
-- expect: memory
return function(report, ctx)
  local list = {}
  while true do list[#list + 1] = report:start() end -- here
end
