-- Keeps closures.
-- expect: memory
return function(report, ctx)
  local list = {}
  while true do
    local n = #list
    list[n + 1] = function() return n end -- here
  end
end
