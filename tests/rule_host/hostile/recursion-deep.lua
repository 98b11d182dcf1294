-- Calls itself, and needs every level.
-- expect: depth
-- limits: memory
return function(report, ctx)
  local function down(n) return 1 + down(n + 1) end -- here
  down(1)
end
