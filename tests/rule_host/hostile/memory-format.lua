-- Strings of a wide format.
-- expect: memory
-- limits: memory
return function(report, ctx)
  local list = {}
  while true do list[#list + 1] = ('%99d%99s%-99d'):format(#list, 'x', 1) end -- here
end
