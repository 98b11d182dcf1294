-- NUL bytes, control characters and line breaks in what is printed.
-- expect: harmless
return function(report, ctx)
  ctx:emit { at = report, message = 'value', data = { v = '\0\27[31m\r\n\u{202E}{v}' }, place = 'a\nb' }
end
