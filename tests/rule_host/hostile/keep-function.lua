-- Puts another function in the place of one.
-- expect: harmless
local function answer() return 1 end
return function(report, ctx)
  ctx:emit { at = report, message = 'value', data = { v = answer() } }
  answer = function() return 2 end
end
