-- Numbers out of all bounds.
-- expect: harmless
return function(report, ctx)
  local d, min, max = ctx.decimal, math.mininteger, math.maxinteger
  local s = tostring(d(min)) .. tostring(d(max)) .. tostring(d('0.5') < max) .. tostring(d('-0.5') <= min) .. tostring(d('0.5') == 0.5)
  report.paragraphs:pasted(max)
  ctx:emit { at = report, message = 'value', data = { v = s .. tostring(report:cell('a/b/c')) .. tostring(report:table('')) } }
end
