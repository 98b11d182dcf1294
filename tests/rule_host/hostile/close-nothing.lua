-- Variables that are closed and constant, with nothing in them.
-- expect: harmless
return function(report, ctx)
  local none <close> = nil
  local no <close> = false
  local one <const> = 1
  ctx:emit { at = report, message = 'value', data = { v = one } }
end
