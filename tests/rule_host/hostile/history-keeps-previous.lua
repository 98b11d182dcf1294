-- Keeps last year's report for the next run.
-- expect: harmless
-- run: history
local kept
return function(report, ctx)
  ctx:emit { at = report, message = 'value', data = { v = kept and kept.year or 0 } }
  kept = report.previous
end
