-- Keeps a number in a closure of a closure.
-- expect: harmless
local function counter() local n = 0 return function() n = n + 1 return n end end
local step = counter()
return function(report, ctx)
  ctx:emit { at = report, message = 'value', data = { v = step() } }
end
