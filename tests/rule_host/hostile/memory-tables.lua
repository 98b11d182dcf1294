-- Keeps tables.
-- expect: memory
-- limits: memory
return function(report, ctx)
  local list = {}
  while true do list[#list + 1] = { {}, {} } end -- here
end
