-- Puts another table in the place of its globals.
-- expect: harmless
return function(report, ctx)
  local emit = ctx.emit
  local _ENV = { string = {} }
  x, y = 1, string
  emit(ctx, { at = report, message = 'value', data = { v = x } })
end
