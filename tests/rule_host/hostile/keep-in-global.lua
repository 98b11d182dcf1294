-- Keeps a span in a global.
-- expect: harmless
return function(report, ctx)
  ctx:emit { at = report, message = 'value', data = { v = tostring(kept) } }
  kept = report:finish()
end
