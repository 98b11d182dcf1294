-- A list of tables that hold each other: nothing is long, all is kept.
-- expect: memory
-- limits: memory
return function(report, ctx)
  local chain = {}
  while true do chain = { chain } end -- here
end
