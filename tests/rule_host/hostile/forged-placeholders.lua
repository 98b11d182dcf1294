-- Values that look like placeholders: they are not filled in again.
-- expect: harmless
return function(report, ctx)
  ctx:emit { at = report, message = 'value', data = { v = ('{v}'):rep(1000) } }
end
