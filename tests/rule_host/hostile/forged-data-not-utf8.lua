-- Half a character.
-- expect: error
-- says: cut in two
return function(report, ctx)
  ctx:emit { at = report, message = 'value', data = { v = ('中'):sub(1, 2) } } -- here
end
