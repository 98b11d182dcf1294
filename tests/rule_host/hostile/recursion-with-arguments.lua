-- Calls itself with one argument more each time.
-- expect: steps
return function(report, ctx)
  local function grow(...) return grow(1, ...) end -- here
  grow()
end
