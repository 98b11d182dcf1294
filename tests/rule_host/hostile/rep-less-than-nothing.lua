-- Counts that are none.
-- expect: harmless
return function(report, ctx)
  local s = ('x'):rep(-1) .. ('x'):rep(0) .. ('x'):rep(math.mininteger, 'y') .. ('x'):rep(-1e15)
  ctx:emit { at = report, message = 'value', data = { v = #s } }
end
