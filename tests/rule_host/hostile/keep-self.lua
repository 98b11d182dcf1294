-- Keeps a cycle, and cuts it.
-- expect: harmless
local ring = {}
ring.ring = { ring = ring }
return function(report, ctx)
  ctx:emit { at = report, message = 'value', data = { v = tostring(ring.ring.ring == ring) } }
  ring.ring.ring = { ring = ring }
end
