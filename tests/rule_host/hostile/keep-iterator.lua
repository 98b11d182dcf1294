-- Keeps how far an iterator has come.
-- expect: harmless
local step, list = pairs { 1, 2, 3, 4, 5 }
return function(report, ctx)
  ctx:emit { at = report, message = 'value', data = { v = step(list) } }
end
