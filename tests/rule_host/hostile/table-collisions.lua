-- Three thousand keys that all fall into one slot of the table: each look walks along them. One instruction.
-- expect: time
-- limits: clock
return function(report, ctx)
  local set = {}
  for i = 1, 3000 do set[i * 8191] = true end
  while not set[-8191] do end -- here
end
