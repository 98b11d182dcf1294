-- Changes its own metadata while it runs.
-- expect: harmless
local rule = { messages = { value = { zh = '{other}' } } }
return function(report, ctx)
  rule.severity, rule.messages = 'error', {}
  ctx:emit { at = report, message = 'value', data = { v = tostring(rule.seen) } }
  rule.seen = true
end
