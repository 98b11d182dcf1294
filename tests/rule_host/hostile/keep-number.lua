-- Counts the reports.
-- expect: harmless
local count = 0
return function(report, ctx)
  count = count + 1
  ctx:emit { at = report, message = 'value', data = { v = count } }
end
