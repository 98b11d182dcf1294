-- Calls itself for ever; no level is added.
-- expect: steps
return function(report, ctx)
  local function turn() return turn() end -- here
  turn()
end
