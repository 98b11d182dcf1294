-- Keeps the report for the next one.
-- expect: harmless
local kept
return function(report, ctx)
  ctx:emit { at = report, message = 'value', data = { v = tostring(kept) } }
  kept = report
end
