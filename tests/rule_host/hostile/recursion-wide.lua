-- Calls itself twice.
-- expect: depth
-- limits: memory
return function(report, ctx)
  local function down(n) return down(n + 1) + down(n + 1) end -- here
  down(1)
end
