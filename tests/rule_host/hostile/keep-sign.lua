-- Keeps a bit: the sign of nothing.
-- expect: harmless
local zero = 0.0
return function(report, ctx)
  ctx:emit { at = report, message = 'value', data = { v = tostring(1 / zero) } }
  zero = -zero
end
