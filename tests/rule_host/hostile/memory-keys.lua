-- A table with ever new names.
-- expect: memory
return function(report, ctx)
  local set = {}
  for i = 1, math.huge do set['name' .. i] = true end -- here
end
