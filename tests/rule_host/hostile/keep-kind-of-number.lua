-- Keeps a bit: whether a one is an integer.
-- expect: harmless
local one = 1
return function(report, ctx)
  ctx:emit { at = report, message = 'value', data = { v = math.type(one) } }
  one = 1.0
end
