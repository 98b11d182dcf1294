-- Computes beyond all limits: integers wrap, floats grow infinite.
-- expect: harmless
return function(report, ctx)
  local min, max = math.mininteger, math.maxinteger
  local n = { max + 1 == min, min // -1 == min, min % -1, 1 << 64, 1 << -1, math.tointeger(2 ^ 53), math.tointeger('x'),
              math.abs(min), 5 // 0.0, -5 % math.huge, math.ult(1, -1), math.fmod(5, math.huge), 2 ^ 1024 }
  local s = ''
  for i = 1, 13 do s = s .. tostring(n[i]) .. ' ' end
  ctx:emit { at = report, message = 'value', data = { v = s } }
end
