-- Changes the groups of a match: they are of that match alone.
-- expect: harmless
return function(report, ctx)
  local match = report:find('(公)(开)')
  match.groups[1], match.groups[9] = ctx, {}
  ctx:emit { at = report, message = 'value', data = { v = #report:find('(公)(开)').groups } }
end
