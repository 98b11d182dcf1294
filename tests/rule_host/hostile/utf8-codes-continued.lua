-- The iterator of utf8.codes passes over bytes that continue a character: here fifty thousand.
-- expect: steps
return function(report, ctx)
  local next_code = utf8.codes('x')
  local s = 'a' .. ('\x80'):rep(50000)
  while true do next_code(s, 1) end -- here
end
